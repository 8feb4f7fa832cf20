package io.heliograph.common.channel;

import java.util.concurrent.TimeUnit;

/** Smoothed round trip and its variance as in RFC 9002, section 5, with the constants of protocol.md 5.4. */
final class RttEstimator {
    static final long INITIAL_RTT_NS = TimeUnit.MILLISECONDS.toNanos(333);
    static final long GRANULARITY_NS = TimeUnit.MILLISECONDS.toNanos(10);
    static final long MAX_ACK_DELAY_NS = TimeUnit.MILLISECONDS.toNanos(25);

    private long latestNs;
    private long smoothedNs = INITIAL_RTT_NS;
    private long varianceNs = INITIAL_RTT_NS / 2;
    private long minNs;
    private long reorderNs;
    private boolean hasSample;

    /** {@code ackDelayNs} is what the peer says it waited; it is not trusted beyond what it may be. */
    void onSample(long sampleNs, long ackDelayNs) {
        latestNs = Math.max(1, sampleNs);
        if (!hasSample) {
            hasSample = true;
            minNs = latestNs;
            smoothedNs = latestNs;
            varianceNs = latestNs / 2;
            return;
        }
        minNs = Math.min(minNs, latestNs);
        long delayNs = Math.min(ackDelayNs, MAX_ACK_DELAY_NS);
        // RFC 9002, section 5.3: never adjusted below the minimum.
        long adjustedNs = latestNs >= minNs + delayNs ? latestNs - delayNs : latestNs;
        varianceNs = (3 * varianceNs + Math.abs(smoothedNs - adjustedNs)) / 4;
        smoothedNs = (7 * smoothedNs + adjustedNs) / 8;
    }

    /** Another path: nothing that was measured holds. */
    void reset() {
        hasSample = false;
        reorderNs = 0;
        latestNs = 0;
        minNs = 0;
        smoothedNs = INITIAL_RTT_NS;
        varianceNs = INITIAL_RTT_NS / 2;
    }

    boolean hasSample() {
        return hasSample;
    }

    long smoothedNs() {
        return smoothedNs;
    }

    long minNs() {
        return minNs;
    }

    long probeTimeoutNs() {
        return smoothedNs + Math.max(4 * varianceNs, GRANULARITY_NS) + MAX_ACK_DELAY_NS;
    }

    /** A record came later than it was given time for: give more from now on, at most another round trip. */
    void onLate(long ageNs) {
        long lateNs = ageNs - smoothedNs;
        reorderNs = Math.min(Math.max(reorderNs, lateNs + lateNs / 8), smoothedNs);
    }

    /** RFC 9002, section 6.1.2: 9/8 of the larger of both. */
    long lossDelayNs() {
        long rttNs = Math.max(latestNs, smoothedNs);
        return Math.max(rttNs + Math.max(rttNs / 8, reorderNs), GRANULARITY_NS);
    }

    /**
     * For a record that three later ones have overtaken: a little more than a round trip, so that jitter which is small
     * against it is not taken for loss; never more than {@link #lossDelayNs}.
     */
    long overtakenDelayNs() {
        long rttNs = Math.max(latestNs, smoothedNs);
        return Math.max(rttNs + Math.min(rttNs / 8, Math.max(rttNs / 16, 2 * varianceNs)), rttNs + reorderNs);
    }

    Rtt snapshot() {
        return new Rtt(latestNs, smoothedNs, varianceNs, minNs, probeTimeoutNs());
    }
}
