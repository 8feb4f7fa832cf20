package io.heliograph.common.message;

import io.heliograph.common.util.Bytes;

/**
 * Names one run of a relay's memory: sequence numbers hold within it (protocol.md 8.3).
 *
 * @param octets 8 octets, or none for "never seen"
 */
public record InstanceId(Bytes octets) {
    public static final int LENGTH_BYTES = 8;

    /** What a newcomer sends. */
    public static final InstanceId NONE = new InstanceId(Bytes.EMPTY);

    public InstanceId {
        if (!octets.isEmpty()) {
            Bounds.requireLength("instance", octets, LENGTH_BYTES);
        }
    }

    public boolean isNone() {
        return octets.isEmpty();
    }

    @Override
    public String toString() {
        return octets.toHex();
    }
}
