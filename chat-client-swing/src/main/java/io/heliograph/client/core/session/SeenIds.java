package io.heliograph.client.core.session;

import io.heliograph.common.message.MessageId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The messages that were shown already: a relay that was killed may pass one on again (protocol.md 8.2).
 *
 * <p>Holds at most {@value #MAX_IDS} ids of at most seven days, the oldest go first. Not thread-safe; owned by the
 * client's loop.
 */
final class SeenIds {
    static final int MAX_IDS = 65_536;
    static final long KEPT_NS = TimeUnit.DAYS.toNanos(7);

    private final Map<MessageId, Long> seenNs = new LinkedHashMap<>();

    /** False if {@code id} was added before. */
    boolean add(MessageId id, long nowNs) {
        dropOld(nowNs);
        return seenNs.putIfAbsent(id, nowNs) == null;
    }

    int size() {
        return seenNs.size();
    }

    private void dropOld(long nowNs) {
        Iterator<Long> oldestFirst = seenNs.values().iterator();
        while (oldestFirst.hasNext()) {
            if (nowNs - oldestFirst.next() < KEPT_NS && seenNs.size() < MAX_IDS) {
                return;
            }
            oldestFirst.remove();
        }
    }
}
