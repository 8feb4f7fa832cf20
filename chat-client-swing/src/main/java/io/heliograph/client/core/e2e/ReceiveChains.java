package io.heliograph.client.core.e2e;

import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.e2e.ReceiveChain;
import io.heliograph.common.e2e.SealedHeader;
import io.heliograph.common.util.Bytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The chains of others, as far as they were followed. Several keys may be claimed for one chain, by whoever hands them
 * on: all are tried (protocol.md 13.7).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class ReceiveChains {
    /** Chosen by us: a member who hands on wrong keys gets no more room than this. */
    static final int MAX_CANDIDATES = 3;

    private static final String DRAWER = "chains";
    private static final String FIRST_KEYS = "first-keys";
    private static final String MARKS = "chain-marks";
    private static final int MAX_CACHED = 512;
    /** Chosen by us: a month of two hundred devices that speak all day. */
    private static final int MAX_KEPT = 20_000;

    private static final int KEY_BYTES = 32;
    private static final int COUNTER_BYTES = 4;

    /** The beginning of a chain, as a box brings it. */
    record FirstKey(Bytes room, Bytes author, long counter, SecretBytes key) {}

    private final Map<ChainRef, List<ReceiveChain>> cached = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ChainRef, List<ReceiveChain>> eldest) {
            return size() > MAX_CACHED;
        }
    };
    private final LocalStore store;

    ReceiveChains(LocalStore store) {
        this.store = store;
        forgetOldest();
    }

    /**
     * Chains end after a day, and the prekeys that their keys were sealed to are erased after three weeks: an old key
     * does not come again, and what it opened is in the history.
     */
    private void forgetOldest() {
        List<Bytes> refs = List.copyOf(store.all(MARKS).keySet());
        for (Bytes ref : refs.subList(0, Math.max(0, refs.size() - MAX_KEPT))) {
            store.remove(MARKS, ref);
            store.remove(FIRST_KEYS, ref);
            for (int i = 0; i < MAX_CANDIDATES; i++) {
                store.remove(DRAWER, indexed(ref, i));
            }
        }
    }

    /**
     * Takes a key for a chain; false if it brings nothing new. A chain that has opened something takes no other key:
     * the same one again would bring back what was used.
     *
     * @param byAuthor the author itself has sent it, who goes before whoever hands keys on
     */
    boolean offer(FirstKey offered, Bytes chain, boolean byAuthor) {
        ChainRef ref = new ChainRef(SealedHeader.tagOf(offered.author()), chain);
        KeyMarks marks = KeyMarks.decode(store.get(MARKS, ref.octets()));
        Bytes mark = Sha256.digest(encode(offered).toArray());
        if (marks.proven() || marks.seen().contains(mark)) {
            return false;
        }
        List<ReceiveChain> known = new ArrayList<>(find(ref));
        if (known.size() >= MAX_CANDIDATES && byAuthor) {
            known.remove(known.size() - 1);
        } else if (known.size() >= MAX_CANDIDATES) {
            return false;
        }
        ReceiveChain candidate =
                new ReceiveChain(offered.room(), offered.author(), chain, offered.counter(), offered.key());
        known.add(candidate);
        cached.put(ref, known);
        store.put(DRAWER, indexed(ref.octets(), known.size() - 1), candidate.encode());
        store.put(MARKS, ref.octets(), marks.with(mark).encode());
        return true;
    }

    /** Keeps the beginning of a chain, in order to hand it on: only where the room says so. */
    void keepFirstKey(FirstKey first, Bytes chain) {
        store.put(FIRST_KEYS, new ChainRef(SealedHeader.tagOf(first.author()), chain).octets(), encode(first));
    }

    /** The candidates for a chain; empty if its key never came. */
    List<ReceiveChain> find(ChainRef ref) {
        List<ReceiveChain> known = cached.get(ref);
        if (known == null) {
            known = new ArrayList<>();
            for (int i = 0; i < MAX_CANDIDATES; i++) {
                Bytes octets = store.get(DRAWER, indexed(ref.octets(), i));
                ReceiveChain chain = octets == null ? null : ReceiveChain.decode(octets);
                if (chain != null) {
                    known.add(chain);
                }
            }
            cached.put(ref, known);
        }
        return known;
    }

    /** One of the keys has opened something. */
    boolean isProven(ChainRef ref) {
        return KeyMarks.decode(store.get(MARKS, ref.octets())).proven();
    }

    /** What was opened is not believed after all: the chain is as it was before. */
    void takeBack(ChainRef ref) {
        cached.remove(ref);
    }

    /** {@code opened} has opened something: the others are not needed, and it has moved on. */
    void keep(ChainRef ref, ReceiveChain opened) {
        List<ReceiveChain> known = find(ref);
        for (int i = 1; i < known.size(); i++) {
            store.remove(DRAWER, indexed(ref.octets(), i));
        }
        cached.put(ref, new ArrayList<>(List.of(opened)));
        store.put(DRAWER, indexed(ref.octets(), 0), opened.encode());
        KeyMarks marks = KeyMarks.decode(store.get(MARKS, ref.octets()));
        if (!marks.proven()) {
            store.put(MARKS, ref.octets(), new KeyMarks(true, List.of()).encode());
        }
    }

    /** Null if the chain is unknown, or its room does not hand keys on. */
    @Nullable
    FirstKey firstKey(ChainRef ref) {
        Bytes octets = store.get(FIRST_KEYS, ref.octets());
        if (octets == null || octets.length() != 3 * KEY_BYTES + COUNTER_BYTES) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(octets.toArray());
        byte[] room = new byte[KEY_BYTES];
        byte[] author = new byte[KEY_BYTES];
        byte[] key = new byte[KEY_BYTES];
        in.get(room).get(author);
        long counter = Integer.toUnsignedLong(in.getInt());
        in.get(key);
        return new FirstKey(Bytes.takingOver(room), Bytes.takingOver(author), counter, SecretBytes.copyOf(key));
    }

    private static Bytes encode(FirstKey first) {
        ByteBuffer out = ByteBuffer.allocate(3 * KEY_BYTES + COUNTER_BYTES);
        out.put(first.room().toArray())
                .put(first.author().toArray())
                .putInt((int) first.counter())
                .put(first.key().toArray());
        return Bytes.takingOver(out.array());
    }

    private static Bytes indexed(Bytes ref, int index) {
        ByteBuffer out = ByteBuffer.allocate(ChainRef.LENGTH_BYTES + 1);
        return Bytes.takingOver(out.put(ref.toArray()).put((byte) index).array());
    }
}
