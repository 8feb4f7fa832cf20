package io.heliograph.common.connection;

import io.heliograph.common.channel.ChannelViolation;
import io.heliograph.common.channel.Delivered;
import io.heliograph.common.channel.OutgoingRecord;
import io.heliograph.common.channel.RateBased;
import io.heliograph.common.channel.ReliableChannel;
import io.heliograph.common.channel.TraceEvent;
import io.heliograph.common.codec.ControlCodec;
import io.heliograph.common.codec.FrameCodec;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.crypto.EpochKeys;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.frame.CloseNotice;
import io.heliograph.common.frame.Frame;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.packet.RecordKind;
import io.heliograph.common.record.OpenedRecord;
import io.heliograph.common.record.RecordProtection;
import io.heliograph.common.record.Role;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One peer, once keys are agreed: records, channel, key change, path validation, closing. Both ends use it.
 *
 * <p>The owner drains {@link #pollTransmit} and {@link #pollEvent} after each input, then sleeps until {@link
 * #nextTimeoutNs}.
 * {@code nowNs} must never go back. Not thread-safe; owned by one loop.
 */
public final class Connection {
    private static final int MAX_PENDING_RESPONSES = 4;
    /** Protocol.md 4.4, step 5; three probe timeouts come on top. */
    private static final long OLD_KEYS_GRACE_NS = TimeUnit.SECONDS.toNanos(5);

    private final ConnectionConfig config;
    private final Bytes cid;
    private final RecordProtection protection;
    private final ReliableChannel channel;
    private final PeerAddress admittedFrom;
    private final PathValidation path;
    private final KeyChanges keyChanges;
    private final Closing closing = new Closing();
    private final @Nullable Keepalive keepalive;
    private final Queue<ConnectionEvent> events = new ArrayDeque<>();
    private final Queue<PathAnswer> pathAnswers = new ArrayDeque<>();
    private long heardNs;

    public Connection(
            Role role,
            ConnectionConfig config,
            Bytes cid,
            EpochKeys keys,
            PeerAddress peer,
            RandomSource random,
            long nowNs) {
        this.config = config;
        this.cid = cid;
        this.protection = new RecordProtection(role, cid, keys, config.rekey(), random, nowNs);
        this.channel = new ReliableChannel(config.channel(), new RateBased());
        this.admittedFrom = peer;
        this.path = new PathValidation(peer, random);
        this.keyChanges = new KeyChanges(role, protection, channel);
        this.keepalive = role == Role.CLIENT ? new Keepalive(random) : null;
        this.heardNs = nowNs;
    }

    /** A proof of reachability that is owed to an address. */
    private record PathAnswer(PeerAddress to, Bytes token) {}

    // Commands

    /** Sends a message of 1 to 65,536 bytes, in its lane's order. Ignored once the connection is closing. */
    public void send(int lane, Bytes message, long nowNs) {
        if (closing.isOpen()) {
            channel.send(lane, message);
            onConversation(nowNs);
        }
    }

    /** Sends a message that may be lost. */
    public void sendDatagram(Bytes message) {
        if (closing.isOpen()) {
            channel.sendDatagram(message);
        }
    }

    /** Asks for a sign of life. */
    public void ping() {
        channel.ping();
    }

    /** Repeats the oldest unanswered frames, or asks for a sign of life, at once. */
    public void probeNow(long nowNs) {
        channel.probeNow(nowNs);
    }

    /** Ends the connection and tells the peer why. What was not sent yet is not sent any more; no event follows. */
    public void close(int code, String reason, long nowNs) {
        closing.begin(new CloseNotice(code, reason), nowNs);
    }

    /** Ends the connection without a word: its keys are erased, nothing is sent or taken any more. */
    public void abandon() {
        closing.forget();
        protection.erase();
    }

    // Inputs

    /** A record for this connection; true if it was authentic and new, else it has changed nothing. */
    public boolean onRecord(Packet.Sealed packet, int datagramBytes, PeerAddress from, long nowNs) {
        OpenedRecord opened = protection.open(packet, nowNs);
        if (opened == null) {
            return false;
        }
        heardNs = nowNs;
        if (closing.isOpen()) {
            path.onRecord(from, datagramBytes, opened.highest(), nowNs);
            onOpened(opened, from, nowNs);
            if (keepalive != null) {
                keepalive.onReceived(nowNs);
            }
        } else {
            closing.onRecord(nowNs);
        }
        return true;
    }

    /** Call when {@link #nextTimeoutNs} has come; harmless at other times. */
    public void onTimeout(long nowNs) {
        if (nowNs - heardNs >= config.forgetAfterNs()) {
            abandon();
            events.add(new ConnectionEvent.Closed(CloseNotice.BYE, "not heard from any more", false));
            return;
        }
        if (!closing.isOpen() || isDormant(nowNs)) {
            return;
        }
        protection.onTimeout(nowNs);
        if (protection.isOverdue(nowNs)) {
            fail(CloseNotice.REKEY_OVERDUE, "key change overdue", nowNs);
            return;
        }
        protection.keepOldKeysFor(OLD_KEYS_GRACE_NS + 3 * channel.rtt().probeTimeoutNs());
        keyChanges.onTime(nowNs);
        if (keepalive != null && keepalive.pollPing(nowNs)) {
            channel.ping();
        }
        channel.onTimeout(nowNs);
    }

    // Outputs

    /** The next datagram to be sent; null if there is none at this moment. */
    public @Nullable Outgoing pollTransmit(long nowNs) {
        if (!closing.isOpen()) {
            return pollNotice(nowNs);
        }
        if (isDormant(nowNs)) {
            return null;
        }
        Outgoing aboutPath = pollPathRecord(nowNs);
        if (aboutPath != null) {
            return aboutPath;
        }
        OutgoingRecord record = channel.pollTransmit(nowNs);
        if (record == null) {
            return null;
        }
        RecordKind kind = record.ackOnly() ? RecordKind.ACK : RecordKind.DATA;
        byte[] datagram = protection.seal(kind, record.seq(), record.plaintext(), record.length());
        return new Outgoing(path.current(), datagram);
    }

    /** What has happened, in order; null when all is told. */
    public @Nullable ConnectionEvent pollEvent() {
        return events.poll();
    }

    /**
     * When {@link #onTimeout} and {@link #pollTransmit} must be called next; {@link NanoClock#NEVER_NS} if
     * there is no need.
     */
    public long nextTimeoutNs(long nowNs) {
        if (!closing.isOpen()) {
            return closing.nextTimeoutNs();
        }
        long forgetNs = heardNs + config.forgetAfterNs();
        if (isDormant(nowNs)) {
            return forgetNs;
        }
        long next = Math.min(forgetNs, Math.min(channel.nextTimeoutNs(), path.nextTimeoutNs()));
        next = Math.min(next, Math.min(protection.nextTimeoutNs(), keyChanges.nextTimeoutNs(nowNs)));
        return keepalive == null ? next : Math.min(next, keepalive.nextTimeoutNs());
    }

    /**
     * One line per transmission, acknowledgement, timeout and repetition; null when all is told or tracing is
     * off.
     */
    public @Nullable String pollTrace() {
        TraceEvent event = channel.pollTrace();
        return event == null ? null : event.toString();
    }

    // Queries

    public Bytes cid() {
        return cid;
    }

    /** Where the peer was when the connection was made. */
    public PeerAddress admittedFrom() {
        return admittedFrom;
    }

    /** Where the peer is. */
    public PeerAddress peer() {
        return path.current();
    }

    /** True until somebody has closed. */
    public boolean isOpen() {
        return closing.isOpen();
    }

    /** True when nothing more will ever come out of this connection. */
    public boolean isGone() {
        return closing.isGone();
    }

    public ReliableChannel channel() {
        return channel;
    }

    public RecordProtection protection() {
        return protection;
    }

    /** How long nothing valid has come from the peer. */
    public long silentForNs(long nowNs) {
        return nowNs - heardNs;
    }

    // Private

    private void onOpened(OpenedRecord opened, PeerAddress from, long nowNs) {
        try {
            if (opened.kind() == RecordKind.CLOSE) {
                CloseNotice notice = ControlCodec.decodeClose(opened.plaintext());
                abandon();
                events.add(new ConnectionEvent.Closed(notice.code(), notice.reason(), true));
                return;
            }
            List<Frame> frames = FrameCodec.decode(opened.plaintext(), opened.plaintext().length);
            if (opened.kind() == RecordKind.ACK && frames.stream().anyMatch(Frame::isAckEliciting)) {
                throw new MalformedException("an ACK record holds more than acknowledgements");
            }
            for (Frame frame : frames) {
                onPathFrame(frame, from, nowNs);
            }
            channel.onRecord(opened.seq(), frames, nowNs);
            drainChannel(nowNs);
        } catch (MalformedException e) {
            fail(CloseNotice.PROTOCOL, String.valueOf(e.getMessage()), nowNs);
        }
    }

    private @Nullable Outgoing pollNotice(long nowNs) {
        CloseNotice notice = closing.pollNotice(nowNs);
        if (notice == null) {
            return null;
        }
        Outgoing out = sealed(RecordKind.CLOSE, ControlCodec.encode(notice), path.current());
        if (closing.isGone()) {
            protection.erase();
        }
        return out;
    }

    private void fail(int code, String reason, long nowNs) {
        close(code, reason, nowNs);
        events.add(new ConnectionEvent.Closed(code, reason, false));
    }

    private void onPathFrame(Frame frame, PeerAddress from, long nowNs) {
        if (frame instanceof Frame.PathChallenge challenge) {
            if (pathAnswers.size() < MAX_PENDING_RESPONSES) {
                pathAnswers.add(new PathAnswer(from, challenge.token()));
            }
        } else if (frame instanceof Frame.PathResponse response) {
            PeerAddress before = path.current();
            if (path.onResponse(response, from, nowNs)) {
                channel.onPathChanged(before.isSameHost(from), nowNs);
                events.add(new ConnectionEvent.PathChanged(from));
            }
        }
    }

    private void drainChannel(long nowNs) throws MalformedException {
        ChannelViolation violation = channel.violation();
        if (violation != null) {
            throw new MalformedException(violation.sentence());
        }
        for (Delivered message = channel.pollDelivered(); message != null; message = channel.pollDelivered()) {
            if (message.lane() == KeyChanges.LANE) {
                keyChanges.onMessage(message.message(), nowNs);
            } else {
                events.add(new ConnectionEvent.Received(message.lane(), message.message()));
                onConversation(nowNs);
            }
        }
        for (Bytes message = channel.pollDatagram(); message != null; message = channel.pollDatagram()) {
            events.add(new ConnectionEvent.ReceivedDatagram(message));
        }
    }

    private void onConversation(long nowNs) {
        if (keepalive != null) {
            keepalive.onConversation(nowNs);
        }
    }

    /** Nothing is sent to a peer that has long been silent: its address may be somebody else's by now. */
    private boolean isDormant(long nowNs) {
        return config.dormantAfterNs() != NanoClock.NEVER_NS && nowNs - heardNs >= config.dormantAfterNs();
    }

    private @Nullable Outgoing pollPathRecord(long nowNs) {
        PathAnswer answer = pathAnswers.poll();
        if (answer != null) {
            return sealed(
                    RecordKind.DATA,
                    Bytes.takingOver(FrameCodec.encode(new Frame.PathResponse(answer.token()))),
                    answer.to());
        }
        Frame.PathChallenge challenge = path.pollChallenge(nowNs);
        if (challenge == null) {
            return null;
        }
        Outgoing unaddressed = sealed(RecordKind.DATA, Bytes.takingOver(FrameCodec.encode(challenge)), path.current());
        int bytes = unaddressed.datagram().length;
        return new Outgoing(path.onChallengeSent(bytes, channel.rtt().probeTimeoutNs(), nowNs), unaddressed.datagram());
    }

    private Outgoing sealed(RecordKind kind, Bytes plaintext, PeerAddress to) {
        byte[] octets = plaintext.asReadOnlyArray();
        return new Outgoing(to, protection.seal(kind, channel.takeSeq(), octets, octets.length));
    }
}
