package io.heliograph.common.handshake;

/**
 * Where a connection attempt stands.
 *
 * <pre>
 *   NEW --start--> ASKING --KEY_RETRY--> PROVING --KEY_REP--> ESTABLISHED
 *                     |                   | ^ |
 *                     |                   +-+ KEY_RETRY: the cookie had expired
 *                     +---- time, wrong identity, bad keys ----> FAILED
 * </pre>
 */
public enum ClientHandshakeState {
    /** When nothing was sent yet. */
    NEW,
    /** When requests go out without a cookie. */
    ASKING,
    /** When requests carry a cookie. */
    PROVING,
    /** When there are keys. */
    ESTABLISHED,
    /** When the attempt is over without keys. */
    FAILED
}
