package io.heliograph.common.handshake;

import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.time.NanoClock;

/**
 * When a request goes out again (protocol.md 3.4), and what its answer tells about the round trip.
 *
 * <p>Not thread-safe; owned by its {@link ClientHandshake}.
 */
final class RequestTimer {
    private static final int MAX_JITTER_PERCENT = 20;

    private final HandshakeConfig config;
    private final RandomSource random;
    private long dueNs = NanoClock.NEVER_NS;
    private long intervalNs;
    private long sentNs;
    private int sentCount;
    private long rttNs;

    RequestTimer(HandshakeConfig config, RandomSource random) {
        this.config = config;
        this.random = random;
    }

    /** A new request is to be sent at once. */
    void begin(long nowNs) {
        dueNs = nowNs;
        intervalNs = config.firstRepetitionNs();
        sentCount = 0;
    }

    /** The request was answered. */
    void onAnswer(long nowNs) {
        // RFC 6298, section 3 (Karn): behind a repetition nobody knows which of the two was answered.
        if (sentCount == 1) {
            rttNs = nowNs - sentNs;
        }
        dueNs = NanoClock.NEVER_NS;
    }

    /** True when the request is to be sent now; arms the timer for the next time. */
    boolean pollDue(long nowNs) {
        if (nowNs < dueNs) {
            return false;
        }
        sentNs = nowNs;
        sentCount++;
        dueNs = nowNs + jittered(Math.max(intervalNs, 2 * rttNs));
        intervalNs = Math.min(intervalNs * 3 / 2, config.maxIntervalNs());
        return true;
    }

    long nextNs() {
        return dueNs;
    }

    /** 0 while unknown. */
    long rttNs() {
        return rttNs;
    }

    private long jittered(long baseNs) {
        int fraction = random.bytes(1)[0] & 0xFF;
        return baseNs + baseNs * MAX_JITTER_PERCENT / 100 * fraction / 0xFF;
    }
}
