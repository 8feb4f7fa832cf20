package io.heliograph.common.channel;

import io.heliograph.common.codec.FrameCodec;
import io.heliograph.common.frame.Frame;
import io.heliograph.common.util.Bytes;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Receiving half: puts parts together and messages in order, per lane (protocol.md 5.2).
 *
 * <p>What is held never counts more than the bound; a peer that asks for more breaks the protocol. Not thread-safe.
 */
final class ReceiveLanes {
    private final @Nullable Lane[] lanes = new Lane[ChannelConfig.LANE_COUNT];
    private final ArrayDeque<Delivered> deliverable = new ArrayDeque<>(4);
    private final long boundBytes;
    private long heldBytes;
    private long duplicateCount;

    ReceiveLanes(long boundBytes) {
        this.boundBytes = boundBytes;
    }

    /** Messages of one lane that wait for what is before them. */
    private static final class Lane {
        private final Map<Long, IncomingMessage> held = new HashMap<>();
        private long nextNumber;
    }

    @Nullable
    ChannelViolation onMessage(Frame.Message frame) {
        Bytes message = frame.message();
        if (!isLane(frame.lane())) {
            return ChannelViolation.BAD_LANE;
        }
        if (message.isEmpty() || message.length() > ChannelConfig.MAX_MESSAGE_BYTES) {
            return ChannelViolation.BAD_MESSAGE;
        }
        Lane lane = lane(frame.lane());
        if (frame.number() == lane.nextNumber && lane.held.isEmpty()) {
            lane.nextNumber++;
            deliverable.add(new Delivered(frame.lane(), message));
            return null;
        }
        return onPart(frame.lane(), frame.number(), 0, 1, message);
    }

    @Nullable
    ChannelViolation onFragment(Frame.Fragment frame) {
        if (!isLane(frame.lane())) {
            return ChannelViolation.BAD_LANE;
        }
        int count = frame.count();
        boolean isBounded = count >= FrameCodec.MIN_FRAGMENT_COUNT && count <= FrameCodec.MAX_FRAGMENT_COUNT;
        if (!isBounded
                || frame.index() < 0
                || frame.index() >= count
                || frame.part().isEmpty()) {
            return ChannelViolation.BAD_FRAGMENT;
        }
        return onPart(frame.lane(), frame.number(), frame.index(), count, frame.part());
    }

    @Nullable
    Delivered pollDelivered() {
        return deliverable.poll();
    }

    long heldBytes() {
        return heldBytes;
    }

    long duplicateCount() {
        return duplicateCount;
    }

    private @Nullable ChannelViolation onPart(int laneIndex, long number, int index, int count, Bytes part) {
        Lane lane = lane(laneIndex);
        if (number < lane.nextNumber) {
            duplicateCount++;
            return null;
        }
        IncomingMessage message = lane.held.get(number);
        if (message == null) {
            message = new IncomingMessage(count);
        } else if (message.partCount() != count) {
            return ChannelViolation.BAD_FRAGMENT;
        } else if (message.holds(index)) {
            duplicateCount++;
            return null;
        }
        if (!hold(part)) {
            return ChannelViolation.RECEIVE_BOUND;
        }
        if (!message.add(index, part)) {
            return ChannelViolation.BAD_FRAGMENT;
        }
        lane.held.put(number, message);
        deliverFrom(laneIndex, lane);
        return null;
    }

    private void deliverFrom(int laneIndex, Lane lane) {
        IncomingMessage next = lane.held.get(lane.nextNumber);
        while (next != null && next.isComplete()) {
            Bytes message = next.assemble();
            heldBytes -= message.length() + (long) next.partCount() * ChannelConfig.ENTRY_COST_BYTES;
            lane.held.remove(lane.nextNumber);
            lane.nextNumber++;
            deliverable.add(new Delivered(laneIndex, message));
            next = lane.held.get(lane.nextNumber);
        }
    }

    private boolean hold(Bytes part) {
        long costBytes = (long) part.length() + ChannelConfig.ENTRY_COST_BYTES;
        if (heldBytes + costBytes > boundBytes) {
            return false;
        }
        heldBytes += costBytes;
        return true;
    }

    private Lane lane(int index) {
        Lane lane = lanes[index];
        if (lane == null) {
            lane = new Lane();
            lanes[index] = lane;
        }
        return lane;
    }

    private static boolean isLane(int index) {
        return index >= 0 && index < ChannelConfig.LANE_COUNT;
    }
}
