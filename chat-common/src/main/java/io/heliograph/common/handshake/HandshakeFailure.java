package io.heliograph.common.handshake;

/** Why a connection attempt came to nothing. */
public enum HandshakeFailure {
    /** Nobody answered in time. */
    TIMED_OUT,
    /** Time ran out, and answers came that nobody who holds an identity key had signed for us: somebody interferes. */
    NOT_AUTHENTIC,
    /** A server proved an identity, and it is not the expected one. */
    WRONG_IDENTITY,
    /** The expected server answered with key material that does not work. */
    BAD_KEYS
}
