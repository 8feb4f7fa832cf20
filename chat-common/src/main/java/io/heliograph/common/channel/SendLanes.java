package io.heliograph.common.channel;

import io.heliograph.common.util.Bytes;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Sending half: what waits to be sent, for the first time or again, per lane, and how much of it is under way.
 *
 * <p>Every message counts its bytes and {@link ChannelConfig#ENTRY_COST_BYTES} per part. From the beginning of the
 * oldest message not wholly acknowledged to the end of the last begun there is never more than the span
 * (protocol.md 5.2). Not thread-safe.
 */
final class SendLanes {
    /** The span's last piece is for the first lanes, so that a chat line never waits for a file (one message long). */
    private static final long RESERVED_BYTES = 72 * 1024;

    private static final int LAST_RESERVING_LANE = 1;

    private static final int MAX_SPARE_SENDS = 2;

    private final @Nullable Lane[] lanes = new Lane[ChannelConfig.LANE_COUNT];
    private final ArrayDeque<OutgoingMessage> started = new ArrayDeque<>(4);
    private final long spanBytes;
    private final int maxPlaintextBytes;
    private long startedBytes;
    private long backlogBytes;
    private int unfinishedLanes;

    SendLanes(long spanBytes, int maxPlaintextBytes) {
        this.spanBytes = spanBytes;
        this.maxPlaintextBytes = maxPlaintextBytes;
    }

    /** What waits in one lane. */
    private static final class Lane {
        private final ArrayDeque<Part> lost = new ArrayDeque<>(4);
        private final ArrayDeque<OutgoingMessage> fresh = new ArrayDeque<>(4);
        private long nextNumber;
        private long queuedBytes;
    }

    void add(int laneIndex, Bytes octets) {
        Lane lane = lanes[laneIndex];
        if (lane == null) {
            lane = new Lane();
            lanes[laneIndex] = lane;
        }
        lane.fresh.add(new OutgoingMessage(laneIndex, lane.nextNumber++, octets, maxPlaintextBytes));
        lane.queuedBytes += octets.length();
        backlogBytes += octets.length();
        unfinishedLanes |= 1 << laneIndex;
    }

    /** The next part of a lane: lost ones first; null if there is none or the span is used up. */
    @Nullable
    Part peek(int laneIndex) {
        Lane lane = lanes[laneIndex];
        if (lane == null || (unfinishedLanes & (1 << laneIndex)) == 0) {
            return null;
        }
        Part again = peekLost(lane);
        if (again != null) {
            return again;
        }
        OutgoingMessage message = lane.fresh.peek();
        if (message == null) {
            unfinishedLanes &= ~(1 << laneIndex);
            return null;
        }
        return message.sentCount() > 0 || mayStart(message) ? message.nextUnsent() : null;
    }

    /** Removes what {@link #peek} gave for its lane. */
    void take(Part part) {
        OutgoingMessage message = part.message;
        Lane lane = laneOf(part);
        if (part.isQueued) {
            takeLost(part, lane);
            return;
        }
        if (message.sentCount() == 0) {
            message.startBytes = startedBytes;
            startedBytes += message.costBytes();
            started.add(message);
        }
        message.onFirstSent();
        lane.queuedBytes -= part.bytes;
        if (message.isWhollySent()) {
            lane.fresh.remove();
        }
    }

    /** Every record that carried it is lost. */
    void requeue(Part part) {
        part.isQueued = true;
        part.sendCount = 0;
        part.lossCount = 0;
        part.spareSends = Math.min(part.totalLossCount - 1, MAX_SPARE_SENDS);
        laneOf(part).lost.add(part);
        unfinishedLanes |= 1 << part.message.lane;
    }

    void onAcknowledged(Part part) {
        part.isAcknowledged = true;
        backlogBytes -= part.bytes;
        part.message.onPartAcknowledged();
        OutgoingMessage oldest = started.peek();
        while (oldest != null && oldest.isWhollyAcknowledged()) {
            started.remove();
            oldest = started.peek();
        }
    }

    /** Whether any part may be sent now. */
    boolean isReady() {
        for (int rest = unfinishedLanes; rest != 0; rest &= rest - 1) {
            if (peek(Integer.numberOfTrailingZeros(rest)) != null) {
                return true;
            }
        }
        return false;
    }

    /** Messages begun and not wholly acknowledged, oldest first. */
    Iterable<OutgoingMessage> unacknowledged() {
        return started;
    }

    long spanUsedBytes() {
        OutgoingMessage oldest = started.peek();
        return oldest == null ? 0 : startedBytes - oldest.startBytes;
    }

    /** Accepted and not yet acknowledged. */
    long backlogBytes() {
        return backlogBytes;
    }

    long queuedBytes(int laneIndex) {
        Lane lane = lanes[laneIndex];
        return lane == null ? 0 : lane.queuedBytes;
    }

    /** What was lost twice holds up everything behind it: it is sent twice, what was lost more often three times. */
    private static void takeLost(Part part, Lane lane) {
        lane.lost.remove();
        part.isQueued = part.spareSends > 0 && part.frameBytes > ThinStream.MAX_COPIED_FRAME_BYTES;
        if (part.isQueued) {
            part.spareSends--;
            lane.lost.add(part);
        }
    }

    private boolean mayStart(OutgoingMessage message) {
        long bound = message.lane <= LAST_RESERVING_LANE ? spanBytes : spanBytes - RESERVED_BYTES;
        return spanUsedBytes() + message.costBytes() <= bound;
    }

    private static @Nullable Part peekLost(Lane lane) {
        Part part = lane.lost.peek();
        while (part != null && part.isAcknowledged) {
            part.isQueued = false;
            lane.lost.remove();
            part = lane.lost.peek();
        }
        return part;
    }

    private Lane laneOf(Part part) {
        Lane lane = lanes[part.message.lane];
        if (lane == null) {
            throw new IllegalStateException("lane " + part.message.lane + " was never used");
        }
        return lane;
    }
}
