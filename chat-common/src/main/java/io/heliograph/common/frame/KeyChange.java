package io.heliograph.common.frame;

import io.heliograph.common.util.Bytes;

/**
 * A message on lane 0 (protocol.md 5.5).
 *
 * @param answer false for REKEY, true for REKEYED
 * @param epoch the epoch that begins
 * @param publicKey the sender's X25519 key, 32 bytes
 */
public record KeyChange(boolean answer, long epoch, Bytes publicKey) {
    public static final int PUBLIC_KEY_BYTES = 32;
}
