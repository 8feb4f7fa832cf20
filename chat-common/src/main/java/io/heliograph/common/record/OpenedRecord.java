package io.heliograph.common.record;

import io.heliograph.common.packet.RecordKind;

/**
 * A record that proved authentic and new.
 *
 * @param plaintext the receiver's to keep
 * @param highest whether {@code seq} is the highest so far, which alone may move the peer's address (protocol.md 5.8)
 */
@SuppressWarnings("ArrayRecordComponent") // on the path of every datagram; compared by nobody
public record OpenedRecord(RecordKind kind, long seq, long epoch, byte[] plaintext, boolean highest) {}
