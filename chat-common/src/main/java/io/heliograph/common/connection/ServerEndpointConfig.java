package io.heliograph.common.connection;

/** How the server's end behaves (protocol.md 3.5). */
public record ServerEndpointConfig(ConnectionConfig connection, int maxConnections, int maxConnectionsPerAddress) {}
