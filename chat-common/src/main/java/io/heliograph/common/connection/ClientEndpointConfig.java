package io.heliograph.common.connection;

import io.heliograph.common.handshake.HandshakeConfig;

/**
 * How the client's end behaves.
 *
 * @param unresponsiveAfterNs how long an answer may be owed before a new handshake begins beside the
 * connection (protocol.md 5.7)
 * @param confirmWithinNs how long the server may take to confirm new keys (protocol.md 3.4)
 */
public record ClientEndpointConfig(
        HandshakeConfig handshake, ConnectionConfig connection, long unresponsiveAfterNs, long confirmWithinNs) {}
