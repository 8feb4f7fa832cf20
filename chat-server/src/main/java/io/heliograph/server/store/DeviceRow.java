package io.heliograph.server.store;

import io.heliograph.common.util.Bytes;

/**
 * A device that may speak for an account.
 *
 * @param key Ed25519 public key, 32 bytes; unique within the account
 * @param name what its user calls it
 */
public record DeviceRow(long account, Bytes key, String name, long enrolledMs, long lastSeenMs) {}
