package io.heliograph.common.channel;

import java.util.concurrent.TimeUnit;

/**
 * Spreads records over time (RFC 9002, section 7.7): a bucket filled at the controller's rate, ten datagrams or two
 * milliseconds deep. A thin stream never notices it. Not thread-safe.
 */
final class Pacer {
    private static final long MIN_BURST_BYTES = 10L * CongestionController.DATAGRAM_BYTES;
    private static final double BURST_SECONDS = 0.002;
    private static final double NS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private double bucketBytes = MIN_BURST_BYTES;
    private long filledNs;
    private long rateBytesPerSecond;

    /** {@code rateBytesPerSecond}: 0 for no limit. */
    void fill(long rate, long nowNs) {
        double burstBytes = Math.max(MIN_BURST_BYTES, rate * BURST_SECONDS);
        double gainedBytes = rate * ((nowNs - filledNs) / NS_PER_SECOND);
        bucketBytes = rate == 0 ? burstBytes : Math.min(burstBytes, bucketBytes + gainedBytes);
        rateBytesPerSecond = rate;
        filledNs = nowNs;
    }

    void onSent(long bytes) {
        bucketBytes -= bytes;
    }

    /** After {@link #fill}. */
    boolean isOpen() {
        return bucketBytes >= 0 || rateBytesPerSecond == 0;
    }

    /** When {@link #isOpen} will be true; in the past if it is. */
    long openNs() {
        if (isOpen()) {
            return filledNs;
        }
        return filledNs + (long) Math.ceil(-bucketBytes / rateBytesPerSecond * NS_PER_SECOND) + 1;
    }
}
