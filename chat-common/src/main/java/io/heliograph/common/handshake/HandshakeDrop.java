package io.heliograph.common.handshake;

/** Why a KEY_REQ was not answered. */
public enum HandshakeDrop {
    /** Not exactly as long as the protocol wants it. */
    WRONG_LENGTH,
    /** Of a protocol version that this server does not speak. */
    UNKNOWN_VERSION,
    /** It offers no suite that this server has. */
    NO_COMMON_SUITE,
    /** Its address asked too often without a cookie. */
    RATE_LIMITED,
    /** Its address asked too often with a cookie. */
    RATE_LIMITED_PROVEN,
    /** The same request is being worked on. */
    UNDER_WAY,
    /** The same request has led to a connection already. */
    CONFIRMED,
    /** As many half-open connections as there may be. */
    TOO_MANY_HALF_OPEN,
    /** The RSA key is not one that the protocol allows. */
    BAD_RSA_KEY,
    /** The X25519 key is of low order. */
    BAD_X25519_KEY,
    /** The work was given up before it was done, or done too late. */
    ABANDONED
}
