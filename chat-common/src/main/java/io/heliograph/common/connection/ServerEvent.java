package io.heliograph.common.connection;

import io.heliograph.common.util.Bytes;

/** What happened at the server's end. */
public sealed interface ServerEvent {
    Connection connection();

    /** A new client has confirmed its keys. {@code exporter} binds its login. */
    record Opened(Connection connection, Bytes exporter) implements ServerEvent {}

    /** A message, in its lane's order. */
    record Received(Connection connection, int lane, Bytes message) implements ServerEvent {}

    /** A message that is never repeated. */
    record ReceivedDatagram(Connection connection, Bytes message) implements ServerEvent {}

    /** The client has acknowledged something: there may be room for more. */
    record Progressed(Connection connection) implements ServerEvent {}

    /** The connection is over. */
    record Closed(Connection connection, int code, String reason) implements ServerEvent {}
}
