package io.heliograph.common.message;

import io.heliograph.common.util.Bytes;

/**
 * The author's own name for a message, kept through every repetition (protocol.md 8.2).
 *
 * @param octets 16 random octets
 */
public record MessageId(Bytes octets) {
    public static final int LENGTH_BYTES = 16;

    public MessageId {
        Bounds.requireLength("message id", octets, LENGTH_BYTES);
    }

    /** As events and logs show it: 32 hexadecimal digits. */
    public String toHex() {
        return octets.toHex();
    }

    @Override
    public String toString() {
        return toHex();
    }
}
