package io.heliograph.common.message;

import io.heliograph.common.util.Bytes;

/** One of an account's devices. {@code key}: Ed25519, 32 bytes. */
public record DeviceEntry(Bytes key, String name, long enrolledMs, long lastSeenMs, boolean online) {
    public static final int KEY_BYTES = 32;
}
