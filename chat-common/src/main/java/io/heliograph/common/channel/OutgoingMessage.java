package io.heliograph.common.channel;

import io.heliograph.common.codec.FrameWriter;
import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/** A message accepted for sending, cut into equal parts if it does not fit into one record. Not thread-safe. */
final class OutgoingMessage {
    final int lane;
    final long number;
    final Bytes octets;
    final int partCount;

    /** Where it begins in the count of everything sent, {@link SendLanes}; set when it is first sent. */
    long startBytes;

    private final int partBytes;
    private Part @Nullable [] parts;
    private int unacknowledgedCount;
    private int nextIndex;

    OutgoingMessage(int lane, long number, Bytes octets, int maxPlaintextBytes) {
        this.lane = lane;
        this.number = number;
        this.octets = octets;
        int length = octets.length();
        if (FrameWriter.messageSize(number, length) <= maxPlaintextBytes) {
            this.partCount = 1;
        } else {
            int overhead = FrameWriter.fragmentSize(number, Byte.MAX_VALUE, Byte.MAX_VALUE, 0xFFFF) - 0xFFFF;
            int maxPartBytes = maxPlaintextBytes - overhead;
            this.partCount = (length + maxPartBytes - 1) / maxPartBytes;
        }
        this.partBytes = (length + partCount - 1) / partCount;
        this.unacknowledgedCount = partCount;
    }

    /** What it counts against the span: its bytes, and something for each part. */
    long costBytes() {
        return octets.length() + (long) partCount * ChannelConfig.ENTRY_COST_BYTES;
    }

    /** The next part that was never sent; null if there is none. */
    @Nullable
    Part nextUnsent() {
        return nextIndex == partCount ? null : parts()[nextIndex];
    }

    void onFirstSent() {
        nextIndex++;
    }

    boolean isWhollySent() {
        return nextIndex == partCount;
    }

    boolean isWhollyAcknowledged() {
        return unacknowledgedCount == 0;
    }

    void onPartAcknowledged() {
        unacknowledgedCount--;
        if (unacknowledgedCount == 0) {
            parts = null;
        }
    }

    int sentCount() {
        return nextIndex;
    }

    /** Only below {@link #sentCount} and while not wholly acknowledged. */
    Part part(int index) {
        return parts()[index];
    }

    private Part[] parts() {
        Part[] made = parts;
        if (made == null) {
            made = new Part[partCount];
            for (int i = 0; i < partCount; i++) {
                int offset = i * partBytes;
                made[i] = new Part(this, i, offset, Math.min(partBytes, octets.length() - offset));
            }
            parts = made;
        }
        return made;
    }
}
