package io.heliograph.common.channel;

import io.heliograph.common.codec.FrameWriter;
import java.util.ArrayList;
import java.util.List;

/** The record being put together; reused for every record of a channel. Not thread-safe. */
final class RecordDraft {
    private static final Part[] NO_PARTS = {};

    private final FrameWriter out;
    private final List<Part> parts = new ArrayList<>(8);
    private long lowestTold;
    private boolean isEliciting;
    private int repeatedCount;

    RecordDraft(int maxBytes) {
        this.out = new FrameWriter(maxBytes);
    }

    void clear() {
        out.clear();
        parts.clear();
        lowestTold = SentRecord.NO_ACK;
        isEliciting = false;
        repeatedCount = 0;
    }

    boolean fits(int bytes) {
        return bytes <= out.leftBytes();
    }

    int leftBytes() {
        return out.leftBytes();
    }

    void addPart(Part part) {
        part.writeTo(out);
        parts.add(part);
        isEliciting = true;
        repeatedCount += part.isSentBefore ? 1 : 0;
    }

    void addAck(AckTracker acks, int rangeCount, long nowNs) {
        lowestTold = acks.writeTo(out, rangeCount, nowNs);
    }

    void addPing() {
        out.ping();
        isEliciting = true;
    }

    void addDatagram(byte[] message) {
        out.datagram(message);
        isEliciting = true;
    }

    boolean holds(Part part) {
        return parts.contains(part);
    }

    boolean isEliciting() {
        return isEliciting;
    }

    boolean isEmpty() {
        return out.length() == 0;
    }

    int length() {
        return out.length();
    }

    long lowestTold() {
        return lowestTold;
    }

    List<Part> parts() {
        return parts;
    }

    int repeatedCount() {
        return repeatedCount;
    }

    Part[] partsToArray() {
        return parts.isEmpty() ? NO_PARTS : parts.toArray(NO_PARTS);
    }

    byte[] toPlaintext() {
        return out.toArray();
    }
}
