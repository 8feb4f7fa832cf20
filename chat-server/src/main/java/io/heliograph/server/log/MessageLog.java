package io.heliograph.server.log;

import io.heliograph.common.util.Bytes;

/**
 * The newest entries of a conversation in the server's order, for those who are connected (protocol.md 8.5). A window:
 * what it no longer holds is in the store.
 *
 * <p>Bounded in entries and in bytes: the oldest go first. Each entry is encoded once and shared by everybody
 * it is sent to. Not thread-safe; owned by the relay loop.
 */
public final class MessageLog {
    private static final int INITIAL_SLOTS = 8;

    private final int maxEntries;
    private final long maxBytes;
    private Entry[] ring = new Entry[INITIAL_SLOTS];
    private long firstSeq;
    private long nextSeq;
    private long heldBytes;
    private long visitedSeq;

    /** {@code firstSeq}: the number of the next entry. */
    public MessageLog(int maxEntries, long maxBytes, long firstSeq) {
        this.maxEntries = maxEntries;
        this.maxBytes = maxBytes;
        this.firstSeq = firstSeq;
        this.nextSeq = firstSeq;
        this.visitedSeq = firstSeq;
    }

    /**
     * One entry.
     *
     * @param origin the session that caused it and is not sent it; 0 for none
     * @param encoded the whole application message
     */
    public record Entry(long origin, Bytes encoded) {}

    /** Appends the entry whose number is {@link #nextSeq}, and drops the oldest ones that no longer fit. */
    public void append(Entry entry) {
        if (nextSeq - firstSeq == ring.length) {
            grow();
        }
        ring[slotOf(nextSeq)] = entry;
        nextSeq++;
        heldBytes += entry.encoded().length();
        while (nextSeq - firstSeq > maxEntries || (heldBytes > maxBytes && nextSeq - firstSeq > 1)) {
            heldBytes -= ring[slotOf(firstSeq)].encoded().length();
            firstSeq++;
        }
    }

    /** The entry numbered {@code seq}, which must lie from {@link #firstSeq} to below {@link #nextSeq}. */
    public Entry at(long seq) {
        if (seq < firstSeq || seq >= nextSeq) {
            throw new IllegalArgumentException("entry " + seq + " outside " + firstSeq + ".." + (nextSeq - 1));
        }
        return ring[slotOf(seq)];
    }

    /**
     * Lets go of everything if nothing was appended since the last call: whoever is connected has had it by then, and
     * who has not asks the store.
     */
    public void clearIfIdle() {
        if (nextSeq == visitedSeq && firstSeq < nextSeq) {
            ring = new Entry[INITIAL_SLOTS];
            firstSeq = nextSeq;
            heldBytes = 0;
        }
        visitedSeq = nextSeq;
    }

    /** The oldest entry still held; equals {@link #nextSeq} when there is none. */
    public long firstSeq() {
        return firstSeq;
    }

    /** The number of the next entry. */
    public long nextSeq() {
        return nextSeq;
    }

    private int slotOf(long seq) {
        return (int) (seq % ring.length);
    }

    private void grow() {
        Entry[] wider = new Entry[ring.length * 2];
        for (long seq = firstSeq; seq < nextSeq; seq++) {
            wider[(int) (seq % wider.length)] = ring[slotOf(seq)];
        }
        ring = wider;
    }
}
