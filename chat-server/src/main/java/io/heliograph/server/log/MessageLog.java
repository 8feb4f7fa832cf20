package io.heliograph.server.log;

import io.heliograph.common.util.Bytes;

/**
 * The newest entries of a room or a mailbox, in the server's order, numbered from 1 (protocol.md 8.3).
 *
 * <p>Bounded in entries and in bytes: the oldest go first. Each entry is encoded once and shared by everybody
 * it is sent to. Not
 * thread-safe; owned by the relay loop.
 */
public final class MessageLog {
    private static final int INITIAL_SLOTS = 8;

    private final int maxEntries;
    private final long maxBytes;
    private final long originSeq;
    private Entry[] ring = new Entry[INITIAL_SLOTS];
    private long firstSeq;
    private long nextSeq;
    private long heldBytes;

    /** {@code firstSeq}: 1, or above every number that a log of the same name has used in this instance. */
    public MessageLog(int maxEntries, long maxBytes, long firstSeq) {
        this.maxEntries = maxEntries;
        this.maxBytes = maxBytes;
        this.originSeq = firstSeq;
        this.firstSeq = firstSeq;
        this.nextSeq = firstSeq;
    }

    /**
     * One entry.
     *
     * @param author the user who caused it and is not sent it, as {@code User.key}
     * @param encoded the whole application message
     */
    public record Entry(String author, Bytes encoded) {}

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

    /** The entry after {@code seq}, or the next one to come if {@code seq} has not been given out yet. */
    public long following(long seq) {
        return seq >= nextSeq ? nextSeq : Math.max(seq + 1, originSeq);
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
