package io.heliograph.common.testing;

import io.heliograph.common.util.PeerAddress;

/** A datagram that an endpoint wants to send. The array is handed over. */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record SimulatedDatagram(PeerAddress to, byte[] bytes) {}
