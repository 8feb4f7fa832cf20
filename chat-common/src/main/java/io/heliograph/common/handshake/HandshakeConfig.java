package io.heliograph.common.handshake;

import java.util.concurrent.TimeUnit;

/**
 * The client's timers (protocol.md 3.4).
 *
 * @param firstRepetitionNs before the first repetition; each next interval is half as long again
 * @param maxIntervalNs what the intervals grow to, unless the round trip asks for more
 * @param timeoutNs after which an attempt without KEY_REP has failed
 * @param maxRetryCount how many KEY_RETRY one attempt obeys
 * @param retryPauseNs how long after obeying one KEY_RETRY the next is taken for an echo of the same question
 */
public record HandshakeConfig(
        long firstRepetitionNs, long maxIntervalNs, long timeoutNs, int maxRetryCount, long retryPauseNs) {

    /** Those of the protocol's text. */
    public static final HandshakeConfig STANDARD = new HandshakeConfig(
            TimeUnit.MILLISECONDS.toNanos(400),
            TimeUnit.MILLISECONDS.toNanos(500),
            TimeUnit.SECONDS.toNanos(15),
            8,
            TimeUnit.SECONDS.toNanos(1));

    public HandshakeConfig {
        if (firstRepetitionNs <= 0 || maxIntervalNs < firstRepetitionNs || timeoutNs <= 0 || maxRetryCount < 1) {
            throw new IllegalArgumentException("handshake timers must be positive and ordered");
        }
    }
}
