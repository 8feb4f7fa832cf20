package io.heliograph.common.connection;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.handshake.Discovery;
import io.heliograph.common.handshake.HalfOpen;
import io.heliograph.common.handshake.HandshakeStep;
import io.heliograph.common.handshake.KeyAgreement;
import io.heliograph.common.handshake.ServerHandshake;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.record.Role;
import io.heliograph.common.time.DeadlineQueue;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The server's end: finds the connection a datagram belongs to by its cid, lets new ones in, and says which of
 * them have something
 * to send.
 *
 * <p>After each input drain {@link #pollEvent}, {@link #pollAgreement} and {@link #pollTransmit}. Whoever
 * sends through a
 * {@link Connection} directly calls {@link #touch} afterwards. Not thread-safe; owned by one loop.
 */
public final class ServerEndpoint {
    private final ServerEndpointConfig config;
    private final ServerHandshake handshake;
    private final RandomSource random;
    private final Map<Bytes, Connection> connections = new HashMap<>();
    private final ConnectionsPerAddress perAddress;
    private final DeadlineQueue<Connection> deadlines = new DeadlineQueue<>();
    private final ReadyQueue ready = new ReadyQueue();
    private final Queue<ServerEvent> events = new ArrayDeque<>();
    private final Queue<Outgoing> replies = new ArrayDeque<>();
    private final Queue<KeyAgreement> agreements = new ArrayDeque<>();
    private final DropCounts drops = new DropCounts();
    private @Nullable Discovery discovery;

    public ServerEndpoint(ServerEndpointConfig config, ServerHandshake handshake, RandomSource random) {
        this.config = config;
        this.handshake = handshake;
        this.random = random;
        this.perAddress = new ConnectionsPerAddress(config.maxConnectionsPerAddress());
    }

    // Commands

    /** From now on whoever looks for servers is answered. */
    public void answerBy(Discovery answers) {
        discovery = answers;
    }

    /** Call after sending through or closing {@code connection}: it may have something to transmit now. */
    public void touch(Connection connection) {
        ready.add(connection);
    }

    // Inputs

    public void onDatagram(PeerAddress from, byte[] datagram, int length, long nowNs) {
        try {
            Packet packet = PacketCodec.decode(datagram, length);
            if (packet instanceof Packet.Sealed sealed) {
                onSealed(sealed, length, from, nowNs);
            } else if (packet instanceof Packet.KeyReq request) {
                onKeyReq(request, Arrays.copyOf(datagram, length), from, nowNs);
            } else if (packet instanceof Packet.Discover question) {
                onDiscover(question, from, nowNs);
            } else {
                drops.count(Drop.UNEXPECTED_TYPE);
            }
        } catch (MalformedException e) {
            drops.count(Drop.MALFORMED);
        }
    }

    /** The answer to {@link #pollAgreement}. */
    public void onAgreed(KeyAgreement.Outcome outcome, long nowNs) {
        byte[] reply = handshake.onAgreed(outcome, nowNs);
        if (reply == null) {
            drops.count(Drop.FAILED_AGREEMENT);
        } else {
            replies.add(new Outgoing(outcome.to(), reply));
        }
    }

    /** The work of {@link #pollAgreement} could not be done: the client's repetition may try again. */
    public void onAbandoned(KeyAgreement task) {
        handshake.onAbandoned(task);
        drops.count(Drop.FAILED_AGREEMENT);
    }

    public void onTimeout(long nowNs) {
        handshake.onTimeout(nowNs);
        Connection due = deadlines.pollDue(nowNs);
        while (due != null) {
            due.onTimeout(nowNs);
            afterInput(due);
            due = deadlines.pollDue(nowNs);
        }
    }

    // Outputs

    public @Nullable ServerEvent pollEvent() {
        return events.poll();
    }

    /** Work to be run on another thread; its outcome goes to {@link #onAgreed}. */
    public @Nullable KeyAgreement pollAgreement() {
        return agreements.poll();
    }

    /** The next datagram; connections take turns. Null when there is nothing to send at this moment. */
    public @Nullable Outgoing pollTransmit(long nowNs) {
        Outgoing reply = replies.poll();
        if (reply != null) {
            return reply;
        }
        for (Connection next = ready.poll(); next != null; next = ready.poll()) {
            Outgoing out = next.pollTransmit(nowNs);
            if (out != null) {
                ready.add(next);
                return out;
            }
            settle(next, nowNs);
        }
        return null;
    }

    public long nextTimeoutNs() {
        return Math.min(handshake.nextTimeoutNs(), deadlines.nextNs());
    }

    // Queries

    public Collection<Connection> connections() {
        return Collections.unmodifiableCollection(connections.values());
    }

    public DropCounts drops() {
        return drops;
    }

    public ServerHandshake handshake() {
        return handshake;
    }

    // Private

    private void onKeyReq(Packet.KeyReq request, byte[] datagram, PeerAddress from, long nowNs) {
        HandshakeStep step = handshake.onKeyReq(request, datagram, from, nowNs);
        if (step instanceof HandshakeStep.Reply reply) {
            replies.add(new Outgoing(from, reply.datagram()));
        } else if (step instanceof HandshakeStep.Offload offload) {
            agreements.add(offload.task());
        } else {
            drops.count(Drop.REFUSED_HANDSHAKE);
        }
    }

    private void onDiscover(Packet.Discover question, PeerAddress from, long nowNs) {
        Discovery answers = discovery;
        byte[] answer = answers == null ? null : answers.onDiscover(question, from, nowNs);
        if (answer == null) {
            drops.count(Drop.REFUSED_DISCOVERY);
        } else {
            replies.add(new Outgoing(from, answer));
        }
    }

    private void onSealed(Packet.Sealed sealed, int length, PeerAddress from, long nowNs) {
        Connection connection = connections.get(sealed.cid());
        if (connection == null) {
            onFirstRecord(sealed, length, from, nowNs);
        } else if (connection.onRecord(sealed, length, from, nowNs)) {
            afterInput(connection);
        } else {
            drops.count(Drop.NOT_AUTHENTIC);
        }
    }

    /** A record for a half-open connection opens it, if it is authentic (protocol.md 3: key confirmation). */
    private void onFirstRecord(Packet.Sealed sealed, int length, PeerAddress from, long nowNs) {
        HalfOpen halfOpen = handshake.halfOpen(sealed.cid());
        if (halfOpen == null) {
            drops.count(Drop.UNKNOWN_CONNECTION);
            return;
        }
        Connection connection = new Connection(
                Role.SERVER,
                config.connection(),
                sealed.cid(),
                halfOpen.secrets().keys(),
                halfOpen.client(),
                random,
                nowNs);
        if (!connection.onRecord(sealed, length, from, nowNs)) {
            drops.count(Drop.NOT_AUTHENTIC);
        } else if (connections.size() >= config.maxConnections() || !perAddress.add(halfOpen.client())) {
            handshake.confirm(sealed.cid());
            drops.count(Drop.TOO_MANY_CONNECTIONS);
        } else {
            handshake.confirm(sealed.cid());
            connections.put(sealed.cid(), connection);
            Bytes exporter = Bytes.copyOf(halfOpen.secrets().exporter().toArray());
            events.add(new ServerEvent.Opened(connection, exporter));
            afterInput(connection);
        }
    }

    private void afterInput(Connection connection) {
        ConnectionEvent event = connection.pollEvent();
        while (event != null) {
            if (event instanceof ConnectionEvent.Received received) {
                events.add(new ServerEvent.Received(connection, received.lane(), received.message()));
            } else if (event instanceof ConnectionEvent.ReceivedDatagram received) {
                events.add(new ServerEvent.ReceivedDatagram(connection, received.message()));
            } else if (event instanceof ConnectionEvent.Closed closed) {
                events.add(new ServerEvent.Closed(connection, closed.code(), closed.reason()));
            }
            event = connection.pollEvent();
        }
        events.add(new ServerEvent.Progressed(connection));
        ready.add(connection);
    }

    /** Nothing more to send at this moment: wait for the connection's deadline, or let it go. */
    private void settle(Connection connection, long nowNs) {
        if (!connection.isGone()) {
            deadlines.schedule(connection, connection.nextTimeoutNs(nowNs));
            return;
        }
        deadlines.cancel(connection);
        if (connections.remove(connection.cid(), connection)) {
            perAddress.remove(connection.admittedFrom());
        }
    }
}
