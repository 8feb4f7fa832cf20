package io.heliograph.server.relay;

import io.heliograph.common.connection.Connection;
import io.heliograph.common.connection.Outgoing;
import io.heliograph.common.connection.ServerEndpoint;
import io.heliograph.common.connection.ServerEvent;
import io.heliograph.common.frame.CloseNotice;
import io.heliograph.common.handshake.KeyAgreement;
import io.heliograph.common.util.PeerAddress;
import io.heliograph.server.routing.Relay;
import io.heliograph.server.session.Session;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole relay without socket, thread or clock: connections and the rules over them. The loop runs one; a
 * simulation runs one
 * among many clients.
 *
 * <p>Not thread-safe; owned by one loop.
 */
public final class RelayNode {
    private static final Logger LOG = LoggerFactory.getLogger(RelayNode.class);

    private final ServerEndpoint endpoint;
    private final Relay relay;
    private final Map<Connection, Session> sessions = new HashMap<>();
    private long turnNs;

    public RelayNode(ServerEndpoint endpoint, Relay relay) {
        this.endpoint = endpoint;
        this.relay = relay;
    }

    // Inputs

    public void onDatagram(PeerAddress from, byte[] datagram, int length, long nowNs) {
        onTurn(nowNs);
        endpoint.onDatagram(from, datagram, length, nowNs);
        handleEvents(nowNs);
    }

    /** The answer to {@link #pollAgreement}. */
    public void onAgreed(KeyAgreement.Outcome outcome, long nowNs) {
        onTurn(nowNs);
        endpoint.onAgreed(outcome, nowNs);
    }

    /** The work of {@link #pollAgreement} could not be done. */
    public void onAbandoned(KeyAgreement task) {
        endpoint.onAbandoned(task);
    }

    public void onTimeout(long nowNs) {
        onTurn(nowNs);
        endpoint.onTimeout(nowNs);
        handleEvents(nowNs);
        relay.onTimeout(nowNs);
    }

    /** The time has moved on; call before using the relay's commands outside of an input. */
    public void onTurn(long nowNs) {
        turnNs = nowNs;
    }

    // Outputs

    public @Nullable KeyAgreement pollAgreement() {
        return endpoint.pollAgreement();
    }

    public @Nullable Outgoing pollTransmit(long nowNs) {
        return endpoint.pollTransmit(nowNs);
    }

    public long nextTimeoutNs() {
        return Math.min(endpoint.nextTimeoutNs(), relay.nextTimeoutNs());
    }

    // Queries

    /** The time of the present turn. */
    public long turnNs() {
        return turnNs;
    }

    public Relay relay() {
        return relay;
    }

    public ServerEndpoint endpoint() {
        return endpoint;
    }

    // Private

    private void handleEvents(long nowNs) {
        for (ServerEvent event = endpoint.pollEvent(); event != null; event = endpoint.pollEvent()) {
            if (event instanceof ServerEvent.Opened opened) {
                ConnectionLink link =
                        new ConnectionLink(endpoint, opened.connection(), opened.exporter(), () -> turnNs);
                sessions.put(opened.connection(), relay.onConnected(link, nowNs));
            } else {
                handleGuarded(event, nowNs);
            }
        }
    }

    /** An input that throws is a defect of ours: it ends its own connection and touches no other. */
    private void handleGuarded(ServerEvent event, long nowNs) {
        try {
            handleEvent(event, nowNs);
        } catch (RuntimeException e) {
            LOG.error("defect: an input failed", e);
            Session session = sessions.remove(event.connection());
            event.connection().close(CloseNotice.PROTOCOL, "internal error", nowNs);
            endpoint.touch(event.connection());
            if (session != null) {
                relay.onClosed(session, nowNs);
            }
        }
    }

    private void handleEvent(ServerEvent event, long nowNs) {
        Session session = sessions.get(event.connection());
        if (session == null) {
            return; // closed from our side in the meantime
        }
        if (event instanceof ServerEvent.Received received) {
            relay.onMessage(session, received.message(), nowNs);
        } else if (event instanceof ServerEvent.ReceivedDatagram received) {
            relay.onDatagram(session, received.message(), nowNs);
        } else if (event instanceof ServerEvent.Progressed) {
            relay.onWritable(session);
        } else if (event instanceof ServerEvent.Closed closed) {
            sessions.remove(closed.connection());
            relay.onClosed(session, nowNs);
        }
    }
}
