package io.heliograph.common.channel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The records in flight by their number, and for a while those declared lost, because a late acknowledgement tells
 * that they were not. Owns the record numbers: each is given once.
 *
 * <p>All operations are O(1) amortised. Not thread-safe.
 */
final class SentRecords {
    /** How far behind the largest acknowledged number a lost record is remembered. */
    private static final int REMEMBERED_COUNT = 128;

    private static final int MAX_SPAN = 16_384;
    private static final int INITIAL_CAPACITY = 8;

    private @Nullable SentRecord[] ring = new SentRecord[INITIAL_CAPACITY];
    private long baseSeq;
    private long nextSeq;
    private long largestAcked = -1;
    private long inFlightBytes;
    private int inFlightCount;

    long takeSeq() {
        return nextSeq++;
    }

    /** Of the number taken last. */
    void add(SentRecord sent) {
        if (sent.seq != nextSeq - 1 || sent.seq < baseSeq) {
            throw new IllegalStateException("record " + sent.seq + " of " + baseSeq + " to " + nextSeq);
        }
        while (sent.seq - baseSeq >= ring.length) {
            grow();
        }
        ring[slot(sent.seq)] = sent;
        inFlightBytes += sent.wireBytes;
        inFlightCount++;
    }

    @Nullable
    SentRecord get(long seq) {
        return seq < baseSeq || seq >= nextSeq || seq - baseSeq >= ring.length ? null : ring[slot(seq)];
    }

    /** Removes an acknowledged record, in flight or declared lost. */
    void acknowledge(SentRecord sent) {
        ring[slot(sent.seq)] = null;
        if (!sent.isLost) {
            leaveFlight(sent);
        }
    }

    void declareLost(SentRecord sent) {
        sent.isLost = true;
        leaveFlight(sent);
    }

    /** Drops a record declared lost before its time. */
    void forget(SentRecord sent) {
        ring[slot(sent.seq)] = null;
        advance();
    }

    void onLargestAcked(long seq) {
        largestAcked = Math.max(largestAcked, seq);
    }

    /**
     * To be called before a number is taken for a tracked record, never between both. Forgets what is resolved, so
     * that the remembered numbers stay close to what is in flight.
     */
    void advance() {
        while (baseSeq < nextSeq) {
            SentRecord oldest = ring[slot(baseSeq)];
            if (oldest != null && !(oldest.isLost && baseSeq + REMEMBERED_COUNT < largestAcked)) {
                return;
            }
            if (oldest != null) {
                ring[slot(baseSeq)] = null;
            }
            baseSeq++;
        }
    }

    /**
     * A record so old that remembering it costs too much; null in all honest cases. Numbers are used up by records that
     * are not tracked too, so a peer that sends and never acknowledges could make the ring grow.
     */
    @Nullable
    SentRecord stale() {
        advance();
        return nextSeq - baseSeq < MAX_SPAN ? null : ring[slot(baseSeq)];
    }

    /** Nothing below it is remembered. */
    long baseSeq() {
        return baseSeq;
    }

    long nextSeq() {
        return nextSeq;
    }

    long largestAcked() {
        return largestAcked;
    }

    long inFlightBytes() {
        return inFlightBytes;
    }

    int inFlightCount() {
        return inFlightCount;
    }

    private void leaveFlight(SentRecord sent) {
        inFlightBytes -= sent.wireBytes;
        inFlightCount--;
    }

    private int slot(long seq) {
        return (int) (seq & (ring.length - 1));
    }

    private void grow() {
        @Nullable SentRecord[] old = ring;
        ring = Arrays.copyOf(old, 2 * old.length);
        Arrays.fill(ring, null);
        for (SentRecord sent : old) {
            if (sent != null) {
                ring[slot(sent.seq)] = sent;
            }
        }
    }
}
