package io.heliograph.common.channel;

import io.heliograph.common.frame.Frame;
import io.heliograph.common.frame.SeqRange;
import io.heliograph.common.time.NanoClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells acknowledged records from lost ones and says when to probe (RFC 9002, section 6, with the constants of
 * protocol.md 5.4). The results of the last input lie in {@link #acked} and {@link #lost} until the next one.
 *
 * <p>The packet threshold grows when a record that was declared lost is acknowledged after all (RFC 9002, section
 * 6.1.1, allows it), so that a path that reorders is not taken for one that loses. Not thread-safe.
 */
final class LossDetector {
    private static final int PACKET_THRESHOLD = 3;
    private static final int MAX_PACKET_THRESHOLD = 128;
    private static final int PERSISTENT_TIMEOUTS = 3;
    private static final int MAX_DOUBLINGS = 20;
    private static final long EARLY_CAP_NS = TimeUnit.SECONDS.toNanos(2);
    private static final long LATE_CAP_NS = TimeUnit.SECONDS.toNanos(10);
    private static final long EARLY_NS = TimeUnit.MINUTES.toNanos(1);

    private final SentRecords sent;
    private final RttEstimator rtt;
    private final List<SentRecord> acked = new ArrayList<>(4);
    private final List<SentRecord> lost = new ArrayList<>(4);
    private long packetThreshold = PACKET_THRESHOLD;
    private long lossNs = NanoClock.NEVER_NS;
    private long lastElicitingNs;
    private long timerStartNs;
    private long awaitingSinceNs = NanoClock.NEVER_NS;
    private long lastAckNs = -1;
    private int probeCount;
    private long spuriousCount;
    private boolean isPersistent;
    private @Nullable SentRecord newest;

    LossDetector(SentRecords sent, RttEstimator rtt) {
        this.sent = sent;
        this.rtt = rtt;
    }

    void onSent(long nowNs) {
        lastElicitingNs = nowNs;
        timerStartNs = nowNs;
        awaitingSinceNs = Math.min(awaitingSinceNs, nowNs);
    }

    /** Anything authentic from the peer is a sign of life. */
    void onSignOfLife(long nowNs) {
        awaitingSinceNs = sent.inFlightCount() == 0 ? NanoClock.NEVER_NS : nowNs;
    }

    /** False if it acknowledges what was never sent. */
    boolean onAck(Frame.Ack ack, long nowNs) {
        clear();
        List<SeqRange> ranges = ack.ranges();
        long largest = ranges.get(0).high();
        if (largest >= sent.nextSeq()) {
            return false;
        }
        for (int i = 0; i < ranges.size() && ranges.get(i).high() >= sent.baseSeq(); i++) {
            take(ranges.get(i), nowNs);
        }
        SentRecord latest = newest;
        if (latest == null) {
            return true;
        }
        sent.onLargestAcked(largest);
        if (latest.seq == largest && !latest.isLost) {
            rtt.onSample(nowNs - latest.sentNs, TimeUnit.MICROSECONDS.toNanos(ack.delayUs()));
        }
        probeCount = 0;
        detect(nowNs);
        lastAckNs = nowNs;
        if (sent.inFlightCount() == 0) {
            awaitingSinceNs = NanoClock.NEVER_NS;
        }
        return true;
    }

    /** True if it is time to probe. Fills {@link #lost}. */
    boolean onTimeout(long nowNs) {
        clear();
        if (lossNs <= nowNs) {
            detect(nowNs);
            timerStartNs = nowNs; // what was lost goes out now; only after that is it time to probe
            return false;
        }
        if (probeNs() > nowNs) {
            return false;
        }
        probeCount++;
        return true;
    }

    /** For a record that cannot be remembered any longer. */
    void declareLost(SentRecord record) {
        clear();
        sent.declareLost(record);
        lost.add(record);
    }

    /** RFC 9002, section 7.6: whether what was lost just now says that nothing got through for long. */
    boolean isPersistent() {
        return isPersistent;
    }

    List<SentRecord> acked() {
        return acked;
    }

    /** In the order of their numbers. */
    List<SentRecord> lost() {
        return lost;
    }

    /** The newest record acknowledged by the last ACK; null if it acknowledged nothing new. */
    @Nullable
    SentRecord newestAcked() {
        return newest;
    }

    int probeCount() {
        return probeCount;
    }

    long spuriousCount() {
        return spuriousCount;
    }

    long lastElicitingNs() {
        return lastElicitingNs;
    }

    long awaitingSinceNs() {
        return awaitingSinceNs;
    }

    long nextTimeoutNs() {
        return lossNs != NanoClock.NEVER_NS ? lossNs : probeNs();
    }

    private void clear() {
        acked.clear();
        lost.clear();
        isPersistent = false;
        newest = null;
    }

    private long probeNs() {
        if (sent.inFlightCount() == 0) {
            return NanoClock.NEVER_NS;
        }
        long timeoutNs = rtt.probeTimeoutNs();
        // protocol.md 5.4: the doubling stops at 2 s during the first minute without an answer, at 10 s after it.
        long capNs = timerStartNs - awaitingSinceNs < EARLY_NS ? EARLY_CAP_NS : LATE_CAP_NS;
        long doubledNs = timeoutNs << Math.min(probeCount, MAX_DOUBLINGS);
        return timerStartNs + Math.min(doubledNs, Math.max(capNs, timeoutNs));
    }

    private void take(SeqRange range, long nowNs) {
        long low = Math.max(range.low(), sent.baseSeq());
        for (long seq = range.high(); seq >= low; seq--) {
            SentRecord record = sent.get(seq);
            if (record == null) {
                continue;
            }
            if (record.isLost) {
                spuriousCount++;
                rtt.onLate(nowNs - record.sentNs);
                long distance = sent.largestAcked() - seq;
                packetThreshold = Math.min(MAX_PACKET_THRESHOLD, Math.max(packetThreshold, distance + 1));
            }
            sent.acknowledge(record);
            acked.add(record);
            if (newest == null) {
                newest = record;
            }
        }
    }

    private void detect(long nowNs) {
        lossNs = NanoClock.NEVER_NS;
        long delayNs = rtt.lossDelayNs();
        long overtakenDelayNs = rtt.overtakenDelayNs();
        sent.advance();
        for (long seq = sent.baseSeq(); seq < sent.largestAcked(); seq++) {
            SentRecord record = sent.get(seq);
            if (record == null || record.isLost) {
                continue;
            }
            boolean isOvertaken = seq <= sent.largestAcked() - packetThreshold;
            long dueNs = record.sentNs + (isOvertaken ? overtakenDelayNs : delayNs);
            if (dueNs <= nowNs) {
                sent.declareLost(record);
                lost.add(record);
            } else {
                lossNs = Math.min(lossNs, dueNs);
            }
        }
        sent.advance();
        isPersistent = lost.size() >= 2 && rtt.hasSample() && spansSilence();
    }

    private boolean spansSilence() {
        long firstNs = lost.get(0).sentNs;
        long lastNs = lost.get(lost.size() - 1).sentNs;
        return firstNs > lastAckNs && lastNs - firstNs > PERSISTENT_TIMEOUTS * rtt.probeTimeoutNs();
    }
}
