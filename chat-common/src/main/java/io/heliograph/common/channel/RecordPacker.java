package io.heliograph.common.channel;

import org.jspecify.annotations.Nullable;

/**
 * Chooses what the next record carries: an acknowledgement if one is owed and fits, then the lanes from the lowest on,
 * unreliable messages behind the chat, then copies for thin streams.
 *
 * <p>A lane that was passed over too often goes first once, so that none starves. Not thread-safe.
 */
final class RecordPacker {
    private static final int LAST_LANE_BEFORE_DATAGRAMS = 1;
    private static final int MAX_PASSED_OVER = 16;
    private static final int FEWEST_RANGES = 4;

    private final SendLanes lanes;
    private final DatagramQueue datagrams;
    private final ThinStream thin;
    private final AckTracker acks;
    private final RecordDraft draft;
    private int passedOverCount;
    private boolean isPingWanted;

    RecordPacker(SendLanes lanes, DatagramQueue datagrams, ThinStream thin, AckTracker acks, RecordDraft draft) {
        this.lanes = lanes;
        this.datagrams = datagrams;
        this.thin = thin;
        this.acks = acks;
        this.draft = draft;
    }

    void wantPing() {
        isPingWanted = true;
    }

    /** Whether there is anything that asks for acknowledgement. */
    boolean isReady() {
        return isPingWanted || !datagrams.isEmpty() || lanes.isReady();
    }

    /** A record of news. It may turn out to be an acknowledgement alone if both do not fit into one. */
    void packNews(long inFlightBytes, long nowNs) {
        draft.clear();
        Part first = firstPart();
        int firstBytes = first == null ? 0 : first.frameBytes;
        if (acks.isPending() && !addAck(draft.leftBytes() - firstBytes, nowNs) && acks.dueNs() <= nowNs) {
            packAck(nowNs);
            return;
        }
        fillFromLanes(first);
        if (isPingWanted && !draft.isEliciting()) {
            draft.addPing();
        }
        isPingWanted = false;
        thin.fill(draft, inFlightBytes, nowNs);
    }

    /** A record of copies alone. */
    void packCopies(long inFlightBytes, long nowNs) {
        draft.clear();
        addPendingAck(nowNs);
        thin.fill(draft, inFlightBytes, nowNs);
    }

    /** A record that the peer must answer: lost parts, then the oldest unacknowledged ones, or PING. */
    void packProbe(long nowNs) {
        draft.clear();
        addPendingAck(nowNs);
        fillFromLanes(firstPart());
        fillFromUnacknowledged();
        if (!draft.isEliciting()) {
            draft.addPing();
        }
        isPingWanted = false;
    }

    void packAck(long nowNs) {
        draft.clear();
        draft.addAck(acks, acks.fittingRanges(draft.leftBytes(), nowNs), nowNs);
    }

    private @Nullable Part firstPart() {
        boolean isReversed = passedOverCount >= MAX_PASSED_OVER;
        for (int i = 0; i < ChannelConfig.LANE_COUNT; i++) {
            Part part = lanes.peek(isReversed ? ChannelConfig.LANE_COUNT - 1 - i : i);
            if (part != null) {
                return part;
            }
        }
        return null;
    }

    private void fillFromLanes(@Nullable Part first) {
        if (first != null && draft.fits(first.frameBytes)) {
            lanes.take(first);
            draft.addPart(first);
        }
        int lastServed = first == null ? 0 : first.message.lane;
        for (int lane = 0; lane < ChannelConfig.LANE_COUNT; lane++) {
            if (fillFromLane(lane)) {
                lastServed = Math.max(lastServed, lane);
            }
            if (lane == LAST_LANE_BEFORE_DATAGRAMS) {
                datagrams.fill(draft);
            }
        }
        passedOverCount = isWaitingBehind(lastServed) ? passedOverCount + 1 : 0;
    }

    private boolean fillFromLane(int lane) {
        boolean isServed = false;
        Part part = lanes.peek(lane);
        while (part != null && draft.fits(part.frameBytes)) {
            lanes.take(part);
            draft.addPart(part);
            isServed = true;
            part = lanes.peek(lane);
        }
        return isServed;
    }

    private boolean isWaitingBehind(int lastServed) {
        for (int lane = lastServed + 1; lane < ChannelConfig.LANE_COUNT; lane++) {
            if (lanes.peek(lane) != null) {
                return true;
            }
        }
        return false;
    }

    private void fillFromUnacknowledged() {
        for (OutgoingMessage message : lanes.unacknowledged()) {
            if (!fillFrom(message)) {
                return;
            }
        }
    }

    /** False once a part did not fit. */
    private boolean fillFrom(OutgoingMessage message) {
        if (message.isWhollyAcknowledged()) {
            return true;
        }
        for (int i = 0; i < message.sentCount(); i++) {
            Part part = message.part(i);
            if (part.isAcknowledged || part.isQueued || draft.holds(part)) {
                continue;
            }
            if (!draft.fits(part.frameBytes)) {
                return false;
            }
            draft.addPart(part);
        }
        return true;
    }

    private void addPendingAck(long nowNs) {
        if (acks.isPending()) {
            addAck(draft.leftBytes() / 2, nowNs);
        }
    }

    /** False if too few ranges fit. */
    private boolean addAck(int maxBytes, long nowNs) {
        int rangeCount = acks.fittingRanges(maxBytes, nowNs);
        if (rangeCount < Math.min(acks.rangeCount(), FEWEST_RANGES)) {
            return false;
        }
        draft.addAck(acks, rangeCount, nowNs);
        return true;
    }
}
