package io.heliograph.client.core.e2e;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whether the order of the log is the order in which each author spoke (protocol.md 13.5).
 *
 * <p>Remembers the newest {@value #MAX_REMEMBERED} chains and authors. Not thread-safe; owned by the client's loop.
 */
final class LogOrder {
    private static final int MAX_REMEMBERED = 2_000;

    private record Point(long seq, long value) {}

    private static final class Newest<K> extends LinkedHashMap<K, Point> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Point> eldest) {
            return size() > MAX_REMEMBERED;
        }

        /** False if {@code value} does not fit to what stood behind or before it. */
        boolean take(K key, long seq, long value, boolean mayRepeat) {
            Point known = get(key);
            if (known == null || seq > known.seq()) {
                put(key, new Point(seq, value));
            }
            if (known == null || seq == known.seq()) {
                return true;
            }
            long later = seq > known.seq() ? value : known.value();
            long earlier = seq > known.seq() ? known.value() : value;
            return mayRepeat ? later >= earlier : later > earlier;
        }
    }

    private final Newest<ChainRef> counters = new Newest<>();
    private final Newest<String> heads = new Newest<>();

    /** False if a smaller counter of the chain stands behind a greater one. */
    boolean takeCounter(ChainRef chain, long seq, long counter) {
        return counters.take(chain, seq, counter, false);
    }

    /** False if the author has named a newer list of members before. {@code author} with its room. */
    boolean takeHead(String author, long seq, long index) {
        return heads.take(author, seq, index, true);
    }
}
