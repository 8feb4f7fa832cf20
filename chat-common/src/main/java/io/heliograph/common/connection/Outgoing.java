package io.heliograph.common.connection;

import io.heliograph.common.util.PeerAddress;

/** A datagram to be sent. The array belongs to the receiver of this record. */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Outgoing(PeerAddress to, byte[] datagram) {}
