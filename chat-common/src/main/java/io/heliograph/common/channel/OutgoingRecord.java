package io.heliograph.common.channel;

/**
 * What is to be sealed and sent under {@code seq}. The plaintext belongs to whoever polled it.
 *
 * @param ackOnly whether the record is of type ACK (protocol.md 5.1)
 * @param length how much of {@code plaintext} is used
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record OutgoingRecord(boolean ackOnly, long seq, byte[] plaintext, int length) {}
