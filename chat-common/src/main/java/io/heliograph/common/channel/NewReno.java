package io.heliograph.common.channel;

import java.util.concurrent.TimeUnit;

/** The reference controller, RFC 9002, section 7. Not thread-safe. */
public final class NewReno implements CongestionController {
    private static final long MIN_WINDOW_BYTES = 2L * DATAGRAM_BYTES;
    private static final long NS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

    private long windowBytes = INITIAL_WINDOW_BYTES;
    private long thresholdBytes = Long.MAX_VALUE;
    private long recoveryStartNs = -1;
    private long ackedInAvoidanceBytes;
    private long smoothedRttNs;

    @Override
    public void onSent(long bytes, long inFlightBytes, long nowNs) {}

    @Override
    public void onAcked(AckSample sample, long nowNs) {
        smoothedRttNs = sample.smoothedRttNs();
        boolean isWindowUsed = 2 * (sample.inFlightBytes() + sample.ackedBytes()) >= windowBytes;
        if (sample.newestSentNs() <= recoveryStartNs || !isWindowUsed) {
            return; // RFC 9002, sections 7.3.2 and 7.8
        }
        if (windowBytes < thresholdBytes) {
            windowBytes += sample.ackedBytes();
            return;
        }
        ackedInAvoidanceBytes += sample.ackedBytes();
        if (ackedInAvoidanceBytes >= windowBytes) {
            ackedInAvoidanceBytes -= windowBytes;
            windowBytes += DATAGRAM_BYTES;
        }
    }

    @Override
    public void onLost(long bytes, long inFlightBytes, long newestSentNs, long nowNs) {
        if (newestSentNs <= recoveryStartNs) {
            return;
        }
        recoveryStartNs = nowNs;
        thresholdBytes = Math.max(windowBytes / 2, MIN_WINDOW_BYTES);
        windowBytes = thresholdBytes;
        ackedInAvoidanceBytes = 0;
    }

    @Override
    public void onPersistentCongestion(long nowNs) {
        windowBytes = MIN_WINDOW_BYTES;
        recoveryStartNs = -1;
    }

    @Override
    public void onPathChanged(long nowNs) {
        windowBytes = INITIAL_WINDOW_BYTES;
        thresholdBytes = Long.MAX_VALUE;
        recoveryStartNs = nowNs;
        smoothedRttNs = 0;
    }

    @Override
    public long windowBytes() {
        return windowBytes;
    }

    @Override
    public long pacingBytesPerSecond() {
        // RFC 9002, section 7.7: a little faster than the window per round trip.
        return smoothedRttNs == 0 ? 0 : (long) (1.25 * windowBytes * NS_PER_SECOND / smoothedRttNs);
    }
}
