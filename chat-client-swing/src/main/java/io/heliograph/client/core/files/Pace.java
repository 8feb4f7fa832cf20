package io.heliograph.client.core.files;

import java.util.concurrent.TimeUnit;

/**
 * How fast a transfer goes: over the last seconds, not since it began.
 *
 * <p>Not thread-safe; owned by its transfer.
 */
final class Pace {
    private static final long SPAN_NS = TimeUnit.SECONDS.toNanos(1);
    private static final double NEWEST_SHARE = 0.4;

    private long sinceNs;
    private long sinceBytes;
    private double bytesPerS;

    /** What was done before does not count. */
    void begin(long doneBytes, long nowNs) {
        sinceNs = nowNs;
        sinceBytes = doneBytes;
        bytesPerS = 0;
    }

    void onProgress(long doneBytes, long nowNs) {
        long spanNs = nowNs - sinceNs;
        if (spanNs < SPAN_NS) {
            return;
        }
        double newest = (doneBytes - sinceBytes) * (double) SPAN_NS / spanNs;
        bytesPerS = bytesPerS == 0 ? newest : bytesPerS + NEWEST_SHARE * (newest - bytesPerS);
        sinceNs = nowNs;
        sinceBytes = doneBytes;
    }

    /** 0 while unknown. */
    long bytesPerS() {
        return Math.max(0, Math.round(bytesPerS));
    }

    /** Below 0 while unknown. */
    long secondsLeft(long leftBytes) {
        long rate = bytesPerS();
        return rate == 0 ? -1 : (leftBytes + rate - 1) / rate;
    }
}
