package io.heliograph.common.channel;

import io.heliograph.common.codec.FrameWriter;

/**
 * A message, or a part of one, on its way: what records carry, what is repeated and acknowledged.
 *
 * <p>It is always acknowledged, in at least one record in flight, or queued to be sent again. Not thread-safe.
 */
final class Part {
    final OutgoingMessage message;
    final int index;
    final int offset;
    final int bytes;

    /** Length of its frame. */
    final int frameBytes;

    /** Records in flight that carry it. */
    int inFlightCount;

    /** Times sent since it was new or last lost. */
    int sendCount;

    /** Records lost that carried it, since it was new or last queued again. */
    int lossCount;

    /** Records lost that carried it. */
    int totalLossCount;

    /** How often it is to be sent once more, in a record of its own, after the next time. */
    int spareSends;

    long lastSentNs;
    boolean isSentBefore;
    boolean isAcknowledged;
    boolean isQueued;

    /** Whether {@link ThinStream} lists it. */
    boolean isListed;

    Part(OutgoingMessage message, int index, int offset, int bytes) {
        this.message = message;
        this.index = index;
        this.offset = offset;
        this.bytes = bytes;
        this.frameBytes = message.partCount == 1
                ? FrameWriter.messageSize(message.number, bytes)
                : FrameWriter.fragmentSize(message.number, index, message.partCount, bytes);
    }

    void onSent(long nowNs) {
        inFlightCount++;
        sendCount++;
        lastSentNs = nowNs;
        isSentBefore = true;
    }

    void onLost() {
        inFlightCount--;
        lossCount++;
        totalLossCount++;
    }

    void writeTo(FrameWriter out) {
        byte[] octets = message.octets.asReadOnlyArray();
        if (message.partCount == 1) {
            out.message(message.lane, message.number, octets);
        } else {
            out.fragment(message.lane, message.number, index, message.partCount);
            out.octets(octets, offset, bytes);
        }
    }
}
