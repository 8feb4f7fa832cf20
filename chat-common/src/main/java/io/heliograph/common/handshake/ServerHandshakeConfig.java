package io.heliograph.common.handshake;

import java.util.concurrent.TimeUnit;

/**
 * Limits and times of the server's side (protocol.md 3.2, 3.3, 3.5).
 *
 * @param ratePerSecond requests per address, for each of the two buckets
 * @param burstCount how many of them may come at once
 * @param maxAddressCount how many addresses are told apart
 * @param maxHalfOpenCount half-open connections, agreements under way included
 * @param halfOpenNs how long a client has to confirm its keys
 * @param cookiePeriodNs between two changes of the cookie key
 */
public record ServerHandshakeConfig(
        int ratePerSecond,
        int burstCount,
        int maxAddressCount,
        int maxHalfOpenCount,
        long halfOpenNs,
        long cookiePeriodNs) {

    /** Those of the protocol's text; 16,384 addresses take about 2 MB. */
    public static final ServerHandshakeConfig STANDARD = new ServerHandshakeConfig(
            50, 200, 16_384, 4_096, TimeUnit.SECONDS.toNanos(10), TimeUnit.SECONDS.toNanos(120));

    public ServerHandshakeConfig {
        if (ratePerSecond < 1 || burstCount < 1 || maxAddressCount < 1 || maxHalfOpenCount < 1) {
            throw new IllegalArgumentException("limits of handshakes must be positive");
        }
        if (halfOpenNs <= 0 || cookiePeriodNs <= 0) {
            throw new IllegalArgumentException("times of handshakes must be positive");
        }
    }
}
