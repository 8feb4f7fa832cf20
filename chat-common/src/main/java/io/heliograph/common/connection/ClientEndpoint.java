package io.heliograph.common.connection;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.crypto.Fingerprint;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.handshake.ClientHandshakeKeys;
import io.heliograph.common.handshake.ClientHandshakeResult;
import io.heliograph.common.handshake.HandshakeFailure;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.record.Role;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The client's end: makes a connection, keeps it, and begins a new handshake beside one that has gone silent.
 * Whichever answers
 * first is kept (protocol.md 5.7), so an outage costs nothing and a restarted server is found within seconds.
 *
 * <pre>
 *   IDLE --connect--> WANTING_KEYS --provideKeys--> HANDSHAKING --KEY_REP--> CONFIRMING --first record-->
 * ESTABLISHED
 *   any attempt --failure--> IDLE (or ESTABLISHED, when it ran beside a connection)
 * </pre>
 *
 * <p>Drain {@link #pollTransmit} and {@link #pollEvent} after each input. Not thread-safe; owned by one loop.
 */
public final class ClientEndpoint {
    private final ClientEndpointConfig config;
    private final PeerAddress server;
    private final RandomSource random;
    private final Queue<EndpointEvent> events = new ArrayDeque<>();
    private @Nullable Fingerprint expected;
    private @Nullable Attempt attempt;
    private @Nullable Connection connection;
    private @Nullable Connection closing;
    private boolean unresponsive;
    private boolean confirmed;
    private long confirmByNs = NanoClock.NEVER_NS;
    private int attemptCount;
    private long malformedCount;

    /**
     * {@code expected} null: any identity is taken, and the owner decides before it sends anything of its
     * user's.
     */
    public ClientEndpoint(
            ClientEndpointConfig config, PeerAddress server, @Nullable Fingerprint expected, RandomSource random) {
        this.config = config;
        this.server = server;
        this.expected = expected;
        this.random = random;
    }

    // Commands

    /** Begins an attempt, unless one is under way or a connection stands. */
    public void connect(long nowNs) {
        if (attempt == null && connection == null) {
            beginAttempt();
        }
    }

    /** The answer to {@link EndpointEvent.KeysWanted}; ignored if no longer wanted. */
    public void provideKeys(ClientHandshakeKeys keys, long nowNs) {
        if (attempt != null) {
            attempt.provideKeys(keys, expected, nowNs);
        }
    }

    /** Sends a message in its lane's order; false (and nothing is sent) without a connection. */
    public boolean send(int lane, Bytes message, long nowNs) {
        Connection current = connection;
        if (current == null || !current.isOpen()) {
            return false;
        }
        current.send(lane, message, nowNs);
        return true;
    }

    /** Sends a message that may be lost. */
    public void sendDatagram(Bytes message) {
        if (connection != null) {
            connection.sendDatagram(message);
        }
    }

    /** Asks the server for a sign of life. */
    public void ping() {
        if (connection != null) {
            connection.ping();
        }
    }

    /** Ends the connection or the attempt. Goes on transmitting the notice for a moment. */
    public void close(int code, String reason, long nowNs) {
        attempt = null;
        Connection current = connection;
        if (current != null) {
            current.close(code, reason, nowNs);
            closing = current;
            forgetConnection();
            events.add(new EndpointEvent.Closed(code, reason, false));
        }
    }

    /** From now on only this identity is accepted. */
    public void expect(Fingerprint fingerprint) {
        expected = fingerprint;
    }

    // Inputs

    public void onDatagram(byte[] datagram, int length, long nowNs) {
        try {
            Packet packet = PacketCodec.decode(datagram, length);
            if (packet instanceof Packet.Sealed sealed) {
                onSealed(sealed, length, nowNs);
            } else {
                onHandshakePacket(packet, nowNs);
            }
        } catch (MalformedException e) {
            // Anybody can send anything to a socket: it is as if it had been lost.
            malformedCount++;
        }
    }

    public void onTimeout(long nowNs) {
        if (attempt != null) {
            attempt.onTimeout(nowNs);
            checkAttempt(nowNs);
        }
        if (connection != null) {
            connection.onTimeout(nowNs);
            drainConnection();
            checkLife(nowNs);
        }
    }

    // Outputs

    /** A datagram for the server; null if there is none at this moment. */
    public byte @Nullable [] pollTransmit(long nowNs) {
        Outgoing out = closing == null ? null : closing.pollTransmit(nowNs);
        if (out == null && connection != null) {
            out = connection.pollTransmit(nowNs);
        }
        if (out != null) {
            return out.datagram();
        }
        return attempt == null ? null : attempt.pollTransmit(nowNs);
    }

    public @Nullable EndpointEvent pollEvent() {
        return events.poll();
    }

    public long nextTimeoutNs(long nowNs) {
        long next = attempt == null ? NanoClock.NEVER_NS : attempt.nextTimeoutNs();
        if (closing != null) {
            next = Math.min(next, closing.nextTimeoutNs(nowNs));
        }
        Connection current = connection;
        if (current != null) {
            next = Math.min(next, Math.min(current.nextTimeoutNs(nowNs), confirmByNs));
            long owedSinceNs = current.channel().awaitingAnswerSinceNs();
            if (confirmed && !unresponsive && owedSinceNs != NanoClock.NEVER_NS) {
                next = Math.min(next, owedSinceNs + config.unresponsiveAfterNs());
            }
        }
        return next;
    }

    /**
     * One line per transmission, acknowledgement, timeout and repetition; null when all is told or tracing is
     * off.
     */
    public @Nullable String pollTrace() {
        return connection == null ? null : connection.pollTrace();
    }

    // Queries

    public boolean isEstablished() {
        return connection != null && confirmed;
    }

    /** The server owes an answer and does not give it. */
    public boolean isUnresponsive() {
        return unresponsive;
    }

    /** Everything sent is acknowledged. */
    public boolean isDrained() {
        return connection == null || connection.channel().isDrained();
    }

    /** A closing notice is still being sent. */
    public boolean isClosing() {
        return closing != null && !closing.isGone();
    }

    /** The connection that stands; for its figures. */
    public @Nullable Connection connection() {
        return connection;
    }

    /** Datagrams that were not ours. */
    public long malformedCount() {
        return malformedCount;
    }

    // Private

    private void beginAttempt() {
        attemptCount++;
        attempt = new Attempt(config.handshake(), random);
        events.add(new EndpointEvent.Connecting(attemptCount));
        events.add(new EndpointEvent.KeysWanted());
    }

    private void onSealed(Packet.Sealed sealed, int length, long nowNs) {
        Connection current = connection;
        if (current == null
                || !current.cid().equals(sealed.cid())
                || !current.onRecord(sealed, length, server, nowNs)) {
            return;
        }
        if (!confirmed) {
            confirmed = true;
            confirmByNs = NanoClock.NEVER_NS;
        }
        attemptCount = 0;
        if (unresponsive) {
            unresponsive = false;
            attempt = null;
            events.add(new EndpointEvent.Recovered());
        }
        drainConnection();
    }

    private void onHandshakePacket(Packet packet, long nowNs) {
        if (attempt == null || !attempt.onPacket(packet, nowNs)) {
            return;
        }
        if (packet instanceof Packet.KeyRetry && connection != null) {
            // The server lives. If it still knows us, its answer to this comes before its KEY_REP.
            connection.probeNow(nowNs);
        }
        checkAttempt(nowNs);
    }

    private void checkAttempt(long nowNs) {
        Attempt running = attempt;
        if (running == null) {
            return;
        }
        ClientHandshakeResult result = running.pollResult();
        if (result instanceof ClientHandshakeResult.Established established && connection != null) {
            // The silent connection was probed a moment ago: it gets the time to answer, then the new one is taken.
            running.hold(established, nowNs + connection.channel().rtt().probeTimeoutNs());
        } else if (result instanceof ClientHandshakeResult.Established established) {
            adopt(established, nowNs);
        } else if (result instanceof ClientHandshakeResult.Failed failed) {
            attempt = null;
            onAttemptFailed(failed.reason(), failed.presented());
        }
        ClientHandshakeResult.Established held = running.pollHeld(nowNs);
        if (held != null) {
            adopt(held, nowNs);
        }
    }

    private void onAttemptFailed(HandshakeFailure reason, @Nullable Fingerprint presented) {
        if (connection == null || presented != null) {
            forgetConnection();
            events.add(new EndpointEvent.AttemptFailed(reason, presented));
        } else {
            // Still beside a silent connection: keep trying both.
            beginAttempt();
        }
    }

    private void adopt(ClientHandshakeResult.Established established, long nowNs) {
        attempt = null;
        forgetConnection();
        Connection made = new Connection(
                Role.CLIENT,
                config.connection(),
                established.cid(),
                established.secrets().keys(),
                server,
                random,
                nowNs);
        connection = made;
        confirmByNs = nowNs + config.confirmWithinNs();
        // The first DATA record confirms the keys (protocol.md 3), even while the user is still being asked
        // for trust.
        made.ping();
        events.add(new EndpointEvent.Established(
                established.identity(), established.secrets().exporter()));
    }

    private void drainConnection() {
        Connection current = connection;
        ConnectionEvent event = current == null ? null : current.pollEvent();
        while (current != null && event != null) {
            if (event instanceof ConnectionEvent.Received received) {
                events.add(new EndpointEvent.Received(received.lane(), received.message()));
            } else if (event instanceof ConnectionEvent.ReceivedDatagram received) {
                events.add(new EndpointEvent.ReceivedDatagram(received.message()));
            } else if (event instanceof ConnectionEvent.Closed closed) {
                attempt = null;
                closing = closed.byPeer() ? null : current;
                forgetConnection();
                events.add(new EndpointEvent.Closed(closed.code(), closed.reason(), closed.byPeer()));
            }
            event = current.pollEvent();
        }
    }

    private void checkLife(long nowNs) {
        Connection current = connection;
        if (current == null) {
            return;
        }
        if (!confirmed && nowNs >= confirmByNs) {
            forgetConnection();
            events.add(new EndpointEvent.AttemptFailed(HandshakeFailure.TIMED_OUT, null));
            return;
        }
        long owedSinceNs = current.channel().awaitingAnswerSinceNs();
        boolean overdue = owedSinceNs != NanoClock.NEVER_NS && nowNs - owedSinceNs >= config.unresponsiveAfterNs();
        if (confirmed && overdue && !unresponsive) {
            unresponsive = true;
            events.add(new EndpointEvent.Unresponsive(nowNs - owedSinceNs));
            beginAttempt();
        }
    }

    private void forgetConnection() {
        if (connection != null && connection != closing) {
            connection.abandon();
        }
        connection = null;
        confirmed = false;
        unresponsive = false;
        confirmByNs = NanoClock.NEVER_NS;
    }
}
