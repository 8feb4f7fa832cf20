package io.heliograph.common.channel;

import io.heliograph.common.codec.FrameWriter;
import io.heliograph.common.frame.Frame;
import io.heliograph.common.time.NanoClock;
import java.util.Arrays;

/**
 * Which record numbers have arrived, and when to say so (protocol.md 5.3).
 *
 * <p>Holds at most {@link Frame.Ack#MAX_RANGES} ranges, newest first, disjoint and never adjacent; the oldest is
 * forgotten when there are more. Not thread-safe.
 */
final class AckTracker {
    private static final int MAX_RANGES = Frame.Ack.MAX_RANGES;
    private static final int ELICITING_PER_ACK = 2;
    private static final int NS_PER_US = 1_000;
    private static final int INITIAL_RANGES = 4;

    private long[] high = new long[INITIAL_RANGES];
    private long[] low = new long[INITIAL_RANGES];

    /** The first own record number that could have told the range as it is now. */
    private long[] toldFrom = new long[INITIAL_RANGES];

    private int count;
    private int pendingCount;
    private long dueNs = NanoClock.NEVER_NS;
    private long highestArrivalNs;

    /** A fresh record arrived; {@code ownNextSeq} is the number of the next record sent from here. */
    void onRecord(long seq, boolean isAckEliciting, long ownNextSeq, long nowNs) {
        boolean isNext = count == 0 ? seq == 0 : seq == high[0] + 1;
        if (count == 0 || seq > high[0]) {
            highestArrivalNs = nowNs;
        }
        insert(seq, ownNextSeq);
        if (isAckEliciting) {
            pendingCount++;
            boolean atOnce = !isNext || pendingCount >= ELICITING_PER_ACK;
            dueNs = Math.min(dueNs, atOnce ? nowNs : nowNs + RttEstimator.MAX_ACK_DELAY_NS);
        }
    }

    /** The peer has received our record {@code ownSeq}, which told ranges down to {@code lowestTold}. */
    void onTold(long ownSeq, long lowestTold) {
        int kept = Math.min(count, 1);
        for (int i = 1; i < count; i++) {
            boolean isKnown = toldFrom[i] <= ownSeq && low[i] >= lowestTold;
            if (!isKnown) {
                high[kept] = high[i];
                low[kept] = low[i];
                toldFrom[kept] = toldFrom[i];
                kept++;
            }
        }
        count = kept;
    }

    /** How many of the newest ranges fit into {@code maxBytes}; 0 if not even one does. */
    int fittingRanges(int maxBytes, long nowNs) {
        int fitting = 0;
        int bytes = FrameWriter.ackSize(delayUs(nowNs), MAX_RANGES);
        while (fitting < count) {
            bytes += FrameWriter.rangeSize(high[fitting], low[fitting]);
            if (bytes > maxBytes) {
                break;
            }
            fitting++;
        }
        return fitting;
    }

    /** Writes the newest {@code rangeCount} ranges and returns the lowest number told. */
    long writeTo(FrameWriter out, int rangeCount, long nowNs) {
        out.ack(delayUs(nowNs), rangeCount);
        for (int i = 0; i < rangeCount; i++) {
            out.range(high[i], low[i]);
        }
        pendingCount = 0;
        dueNs = NanoClock.NEVER_NS;
        return low[rangeCount - 1];
    }

    /** Whether a record that asked for it has not been acknowledged yet. */
    boolean isPending() {
        return pendingCount > 0;
    }

    long dueNs() {
        return dueNs;
    }

    int rangeCount() {
        return count;
    }

    long highest() {
        return count == 0 ? -1 : high[0];
    }

    private long delayUs(long nowNs) {
        return (nowNs - highestArrivalNs) / NS_PER_US;
    }

    private void insert(long seq, long ownNextSeq) {
        int i = 0;
        while (i < count && low[i] > seq + 1) {
            i++;
        }
        // Range i, if any, is the first that ends at or below seq + 1, or holds seq.
        if (i < count && high[i] >= seq - 1) {
            if (seq >= low[i] && seq <= high[i]) {
                return;
            }
            high[i] = Math.max(high[i], seq);
            low[i] = Math.min(low[i], seq);
            toldFrom[i] = ownNextSeq;
            mergeWithOlder(i);
            return;
        }
        open(Math.min(i, MAX_RANGES - 1));
        int at = Math.min(i, MAX_RANGES - 1);
        high[at] = seq;
        low[at] = seq;
        toldFrom[at] = ownNextSeq;
    }

    private void mergeWithOlder(int i) {
        if (i + 1 < count && high[i + 1] >= low[i] - 1) {
            low[i] = low[i + 1];
            remove(i + 1);
        }
    }

    private void open(int at) {
        if (count == high.length && count < MAX_RANGES) {
            high = Arrays.copyOf(high, 2 * count);
            low = Arrays.copyOf(low, 2 * count);
            toldFrom = Arrays.copyOf(toldFrom, 2 * count);
        }
        int moved = Math.min(count, MAX_RANGES - 1) - at;
        System.arraycopy(high, at, high, at + 1, moved);
        System.arraycopy(low, at, low, at + 1, moved);
        System.arraycopy(toldFrom, at, toldFrom, at + 1, moved);
        count = Math.min(count + 1, MAX_RANGES);
    }

    private void remove(int at) {
        System.arraycopy(high, at + 1, high, at, count - at - 1);
        System.arraycopy(low, at + 1, low, at, count - at - 1);
        System.arraycopy(toldFrom, at + 1, toldFrom, at, count - at - 1);
        count--;
    }
}
