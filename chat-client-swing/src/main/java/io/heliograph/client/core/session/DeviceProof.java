package io.heliograph.client.core.session;

import io.heliograph.common.util.Bytes;

/**
 * What a login shows (protocol.md 7.1).
 *
 * @param device the public key
 * @param proof the signature over this connection and the name
 */
public record DeviceProof(Bytes device, Bytes proof) {}
