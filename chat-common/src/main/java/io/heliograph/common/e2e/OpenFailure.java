package io.heliograph.common.e2e;

/** Why a sealed body was not accepted (protocol.md 13.5). */
public enum OpenFailure {
    /** Its key has been used. */
    REPEATED,
    /** More than 2,000 messages ahead of the chain. */
    TOO_FAR,
    /** Not from that device, or not meant for this place. */
    BAD_SIGNATURE,
    /** The device has signed it, but this key does not open it: another key for the same chain may. */
    NOT_OPENED,
    /** It is not made as a sealed body is. */
    MALFORMED
}
