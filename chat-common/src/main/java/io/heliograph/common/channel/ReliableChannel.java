package io.heliograph.common.channel;

import io.heliograph.common.codec.FrameWriter;
import io.heliograph.common.frame.Frame;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One end of a reliable channel over records that may be lost, doubled or reordered (protocol.md 5).
 *
 * <p>Takes messages and authenticated records, gives records and messages: each message of the peer once, in the order
 * of its lane. After any command or input the owner calls {@link #pollTransmit} until it gives null, then waits until
 * {@link #nextTimeoutNs}, calls {@link #onTimeout}, and polls again. Time never goes back.
 *
 * <p>Memory is bounded by the configuration and by what the owner sends; a peer cannot make it grow. Not thread-safe;
 * owned by the loop of its connection.
 */
public final class ReliableChannel {
    private static final int MAX_DATAGRAMS_READY = 64;
    private static final int PROBES_AFTER_FIRST = 2;

    private final ChannelConfig config;
    private final RttEstimator rtt = new RttEstimator();
    private final SentRecords sent = new SentRecords();
    private final LossDetector losses = new LossDetector(sent, rtt);
    private final DeliveryRate rate = new DeliveryRate();
    private final Pacer pacer = new Pacer();
    private final ThinStream thin = new ThinStream();
    private final AckTracker acks = new AckTracker();
    private final CongestionController congestion;
    private final SendLanes lanes;
    private final ReceiveLanes received;
    private final DatagramQueue datagrams;
    private final RecordDraft draft;
    private final RecordPacker packer;
    private final Counters counters = new Counters();
    private final ArrayDeque<Bytes> datagramsReceived = new ArrayDeque<>(1);
    private final @Nullable Trace trace;
    private @Nullable ChannelViolation violation;
    private int probeCredit;

    public ReliableChannel(ChannelConfig config, CongestionController congestion) {
        this.config = config;
        this.congestion = congestion;
        this.lanes = new SendLanes(config.spanBytes(), config.maxPlaintextBytes());
        this.received = new ReceiveLanes(config.receiveBytes());
        this.datagrams = new DatagramQueue(config.datagramCount());
        this.draft = new RecordDraft(config.maxPlaintextBytes());
        this.packer = new RecordPacker(lanes, datagrams, thin, acks, draft);
        this.trace = config.isTraced() ? new Trace() : null;
    }

    // --- Commands.

    /** Accepts a message of 1 to 65,536 bytes; it will arrive as long as the connection lives. */
    public void send(int lane, Bytes message) {
        if (lane < 0 || lane >= ChannelConfig.LANE_COUNT) {
            throw new IllegalArgumentException("lane " + lane);
        }
        if (message.isEmpty() || message.length() > ChannelConfig.MAX_MESSAGE_BYTES) {
            throw new IllegalArgumentException("message of " + message.length() + " bytes");
        }
        lanes.add(lane, message);
    }

    /** Sends a message that may be lost, at once or not at all; it must fit into one record. */
    public void sendDatagram(Bytes message) {
        if (message.isEmpty() || FrameWriter.datagramSize(message.length()) > config.maxPlaintextBytes()) {
            throw new IllegalArgumentException("datagram of " + message.length() + " bytes");
        }
        datagrams.add(message);
    }

    /** Asks the peer for an acknowledgement. */
    public void ping() {
        packer.wantPing();
    }

    /** Repeats the oldest unacknowledged part, or sends PING, whatever the window says. */
    public void probeNow(long nowNs) {
        probeCredit = Math.max(probeCredit, 1);
    }

    /** A number for a record that the connection builds by itself; it is never tracked or repeated. */
    public long takeSeq() {
        return sent.takeSeq();
    }

    // --- Inputs.

    /** To be called only with a record whose tag was right and whose number is fresh. */
    public void onRecord(long seq, List<Frame> frames, long nowNs) {
        if (violation != null) {
            return;
        }
        counters.recordsReceived++;
        if (trace != null) {
            trace.add(new TraceEvent.Received(seq, frames.size()));
        }
        boolean isAckEliciting = false;
        for (int i = 0; i < frames.size() && violation == null; i++) {
            Frame frame = frames.get(i);
            isAckEliciting |= frame.isAckEliciting();
            violation = onFrame(frame, nowNs);
        }
        acks.onRecord(seq, isAckEliciting, sent.nextSeq(), nowNs);
        losses.onSignOfLife(nowNs);
    }

    /** To be called when {@link #nextTimeoutNs} has come; harmless at any other time. */
    public void onTimeout(long nowNs) {
        boolean mustProbe = losses.onTimeout(nowNs);
        onLosses(nowNs);
        if (mustProbe) {
            probeCredit = losses.probeCount() > 1 ? PROBES_AFTER_FIRST : 1;
            counters.probes++;
            if (trace != null) {
                trace.add(new TraceEvent.ProbeTimeout(losses.probeCount(), nowNs - losses.lastElicitingNs()));
            }
        }
    }

    /** The peer's address has changed; protocol.md 5.8. */
    public void onPathChanged(boolean sameHost, long nowNs) {
        if (!sameHost) {
            rtt.reset();
            thin.onPathChanged();
            congestion.onPathChanged(nowNs);
        }
    }

    // --- Outputs.

    /** The next record to seal and send; null if there is none now. */
    public @Nullable OutgoingRecord pollTransmit(long nowNs) {
        if (violation != null) {
            return null;
        }
        pacer.fill(congestion.pacingBytesPerSecond(), nowNs);
        datagrams.expire(nowNs);
        if (probeCredit > 0) {
            probeCredit--;
            packer.packProbe(nowNs);
            return emit(nowNs);
        }
        boolean isReady = packer.isReady();
        boolean isWindowOpen = isWindowOpen();
        if (isReady && isWindowOpen && pacer.isOpen()) {
            packer.packNews(sent.inFlightBytes(), nowNs);
            return emit(nowNs);
        }
        if (earlyCopyNs() <= nowNs) {
            packer.packCopies(sent.inFlightBytes(), nowNs);
            return emit(nowNs);
        }
        if (!isReady && isWindowOpen) {
            rate.onAppLimited(sent.inFlightBytes());
        }
        if (acks.dueNs() <= nowNs) {
            packer.packAck(nowNs);
            return emit(nowNs);
        }
        return null;
    }

    public @Nullable Delivered pollDelivered() {
        return received.pollDelivered();
    }

    public @Nullable Bytes pollDatagram() {
        return datagramsReceived.poll();
    }

    /** Null unless tracing is on. */
    public @Nullable TraceEvent pollTrace() {
        return trace == null ? null : trace.poll();
    }

    /** How the peer broke the protocol; once set the channel neither takes nor gives anything. */
    public @Nullable ChannelViolation violation() {
        return violation;
    }

    /** When {@link #onTimeout} and {@link #pollTransmit} are to be called next, if nothing happens before. */
    public long nextTimeoutNs() {
        if (violation != null) {
            return NanoClock.NEVER_NS;
        }
        if (probeCredit > 0) {
            return 0;
        }
        long nextNs = Math.min(acks.dueNs(), Math.min(losses.nextTimeoutNs(), earlyCopyNs()));
        boolean isPaced = isWindowOpen() && packer.isReady();
        return isPaced ? Math.min(nextNs, pacer.openNs()) : nextNs;
    }

    // --- Queries.

    public Rtt rtt() {
        return rtt.snapshot();
    }

    /** Whether everything sent has been acknowledged. */
    public boolean isDrained() {
        return lanes.backlogBytes() == 0;
    }

    /** Accepted and not yet acknowledged. */
    public long backlogBytes() {
        return lanes.backlogBytes();
    }

    /** Accepted for the lane and not sent yet. */
    public long queuedBytes(int lane) {
        return lanes.queuedBytes(lane);
    }

    /** How much of the span (protocol.md 5.2) is used. */
    public long spanUsedBytes() {
        return lanes.spanUsedBytes();
    }

    /** Received and not deliverable yet. */
    public long heldBytes() {
        return received.heldBytes();
    }

    /** Since when an answer is owed without a sign of life; {@link NanoClock#NEVER_NS} if none is owed. */
    public long awaitingAnswerSinceNs() {
        return losses.awaitingSinceNs();
    }

    /** For how long an answer has been owed without a sign of life; 0 if none is owed. */
    public long silentForNs(long nowNs) {
        long sinceNs = losses.awaitingSinceNs();
        return sinceNs == NanoClock.NEVER_NS ? 0 : nowNs - sinceNs;
    }

    /** Share of records lost, recent ones weighing more. */
    public int lossPermille() {
        return thin.lossPermille();
    }

    public ChannelStats stats() {
        return counters.snapshot(losses.spuriousCount(), received.duplicateCount(), datagrams.droppedCount());
    }

    private @Nullable ChannelViolation onFrame(Frame frame, long nowNs) {
        if (frame instanceof Frame.Ack ack) {
            return onAck(ack, nowNs);
        } else if (frame instanceof Frame.Message message) {
            return received.onMessage(message);
        } else if (frame instanceof Frame.Fragment part) {
            return received.onFragment(part);
        } else if (frame instanceof Frame.Datagram datagram && datagramsReceived.size() < MAX_DATAGRAMS_READY) {
            datagramsReceived.add(datagram.message());
        }
        return null; // PING asks for nothing else, PATH frames are the connection's
    }

    private @Nullable ChannelViolation onAck(Frame.Ack ack, long nowNs) {
        if (!losses.onAck(ack, nowNs)) {
            return ChannelViolation.ACK_OF_UNSENT;
        }
        SentRecord newest = losses.newestAcked();
        if (newest == null) {
            return null;
        }
        long deliveredBefore = rate.deliveredBytes();
        for (SentRecord record : losses.acked()) {
            onAcknowledged(record, nowNs);
        }
        onLosses(nowNs);
        long bytesPerSecond = rate.sampleBytesPerSecond(newest, rtt.minNs());
        boolean hasRtt = newest.seq == ack.ranges().get(0).high();
        congestion.onAcked(
                new AckSample(
                        rate.deliveredBytes() - deliveredBefore,
                        sent.inFlightBytes(),
                        newest.sentNs,
                        hasRtt ? nowNs - newest.sentNs : 0,
                        rtt.smoothedNs(),
                        bytesPerSecond,
                        newest.isAppLimited,
                        newest.deliveredBytes,
                        rate.deliveredBytes()),
                nowNs);
        if (trace != null) {
            trace.add(new TraceEvent.Acknowledged(
                    newest.seq, losses.acked().get(losses.acked().size() - 1).seq, rtt.smoothedNs()));
        }
        return null;
    }

    private void onAcknowledged(SentRecord record, long nowNs) {
        counters.recordsAcknowledged++;
        rate.onAcknowledged(record, nowNs);
        if (record.isLost) {
            thin.onLostInError();
        } else {
            thin.onRecordAcked();
        }
        if (record.lowestTold != SentRecord.NO_ACK) {
            acks.onTold(record.seq, record.lowestTold);
        }
        for (Part part : record.parts) {
            part.inFlightCount -= record.isLost ? 0 : 1;
            if (!part.isAcknowledged) {
                lanes.onAcknowledged(part);
            }
        }
    }

    private void onLosses(long nowNs) {
        List<SentRecord> lost = losses.lost();
        if (lost.isEmpty()) {
            return;
        }
        long lostBytes = 0;
        for (SentRecord record : lost) {
            lostBytes += record.wireBytes;
            onLost(record, nowNs);
        }
        congestion.onLost(lostBytes, sent.inFlightBytes(), lost.get(lost.size() - 1).sentNs, nowNs);
        if (losses.isPersistent()) {
            congestion.onPersistentCongestion(nowNs);
        }
    }

    private void onLost(SentRecord record, long nowNs) {
        counters.recordsLost++;
        thin.onRecordLost();
        for (Part part : record.parts) {
            part.onLost();
            boolean isLost = part.inFlightCount == 0 || thin.isOverdue(part, sent.inFlightBytes());
            if (isLost && !part.isAcknowledged && !part.isQueued) {
                lanes.requeue(part);
            }
        }
        if (trace != null) {
            long ageNs = nowNs - record.sentNs;
            trace.add(new TraceEvent.Lost(record.seq, ageNs >= rtt.lossDelayNs() ? "too old" : "overtaken"));
        }
    }

    private OutgoingRecord emit(long nowNs) {
        forgetStale(nowNs);
        long seq = sent.takeSeq();
        int wireBytes = WireSize.ofPlaintext(draft.length());
        if (trace != null) {
            trace.addSent(seq, draft);
        }
        counters.onSent(draft, wireBytes);
        if (draft.isEliciting()) {
            track(seq, wireBytes, nowNs);
        }
        return new OutgoingRecord(!draft.isEliciting(), seq, draft.toPlaintext(), draft.length());
    }

    private void forgetStale(long nowNs) {
        for (SentRecord stale = sent.stale(); stale != null; stale = sent.stale()) {
            losses.declareLost(stale);
            onLosses(nowNs);
            sent.forget(stale);
        }
    }

    private void track(long seq, int wireBytes, long nowNs) {
        rate.onSend(sent.inFlightBytes(), nowNs);
        sent.add(new SentRecord(draft, seq, wireBytes, rate, nowNs));
        for (Part part : draft.parts()) {
            part.onSent(nowNs);
            thin.onPartSent(part);
        }
        losses.onSent(nowNs);
        pacer.onSent(wireBytes);
        congestion.onSent(wireBytes, sent.inFlightBytes(), nowNs);
    }

    private boolean isWindowOpen() {
        long inFlightBytes = sent.inFlightBytes();
        return inFlightBytes == 0 || inFlightBytes + CongestionController.DATAGRAM_BYTES <= congestion.windowBytes();
    }

    private long earlyCopyNs() {
        return thin.earlyNs(losses.lastElicitingNs(), sent.inFlightBytes(), rtt.smoothedNs());
    }
}
