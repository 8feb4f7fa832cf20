package io.heliograph.common.connection;

import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;

/** What happened on a connection. */
public sealed interface ConnectionEvent {

    /** A message, in its lane's order. */
    record Received(int lane, Bytes message) implements ConnectionEvent {}

    /** A message that is never repeated. */
    record ReceivedDatagram(Bytes message) implements ConnectionEvent {}

    /** The peer speaks from another address now. */
    record PathChanged(PeerAddress address) implements ConnectionEvent {}

    /** The connection is over; {@code byPeer} if the other side said so. */
    record Closed(int code, String reason, boolean byPeer) implements ConnectionEvent {}
}
