package io.heliograph.client.core.loop;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.profile.ClientLog;
import io.heliograph.client.core.session.ClientSession;
import io.heliograph.common.connection.ClientEndpoint;
import io.heliograph.common.handshake.ClientHandshakeKeys;
import io.heliograph.common.net.LoopBody;
import io.heliograph.common.net.UdpTransport;
import io.heliograph.common.util.PeerAddress;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the client's loop runs: datagrams and commands in, datagrams and events out.
 *
 * <p>Owned by the loop; every method runs on its thread.
 */
final class ClientLoop implements LoopBody {
    private static final Logger LOG = LoggerFactory.getLogger(ClientLoop.class);

    private final ClientEndpoint endpoint;
    private final ClientSession session;
    private final UdpTransport transport;
    private final Consumer<ClientEvent> events;
    private final Runnable onGone;
    private PeerAddress server;

    ClientLoop(
            ClientEndpoint endpoint,
            ClientSession session,
            UdpTransport transport,
            PeerAddress server,
            Consumer<ClientEvent> events,
            Runnable onGone) {
        this.endpoint = endpoint;
        this.session = session;
        this.transport = transport;
        this.server = server;
        this.events = events;
        this.onGone = onGone;
    }

    void start(long nowNs) {
        session.start(nowNs);
    }

    void execute(ClientCommand command, long nowNs) {
        session.execute(command, nowNs);
    }

    /** The server's name may lead somewhere else by now. */
    void provideKeys(ClientHandshakeKeys keys, PeerAddress found, long nowNs) {
        server = found;
        endpoint.provideKeys(keys, nowNs);
    }

    @Override
    public void onTurn(long nowNs) {
        // Everything below is told the time with each input.
    }

    @Override
    public void onDatagram(PeerAddress from, byte[] datagram, long nowNs) {
        endpoint.onDatagram(datagram, datagram.length, nowNs);
    }

    @Override
    public void onTimeout(long nowNs) {
        endpoint.onTimeout(nowNs);
        session.onTimeout(nowNs);
    }

    @Override
    public void drain(long nowNs) {
        session.onLinkActivity(nowNs);
        session.flush(nowNs);
        byte[] datagram = endpoint.pollTransmit(nowNs);
        while (datagram != null) {
            transport.send(server, datagram, datagram.length);
            datagram = endpoint.pollTransmit(nowNs);
        }
        traceToLog();
        ClientEvent event = session.pollEvent();
        while (event != null) {
            LOG.info("{}", event.getClass().getSimpleName());
            events.accept(event);
            event = session.pollEvent();
        }
        if (session.hasEnded() && !endpoint.isClosing()) {
            onGone.run();
        }
    }

    @Override
    public long nextTimeoutNs(long nowNs) {
        return Math.min(endpoint.nextTimeoutNs(nowNs), session.nextTimeoutNs(nowNs));
    }

    @Override
    public void onFailure(RuntimeException failure) {
        LOG.error("an input failed: {}", ClientLog.where(failure));
    }

    private void traceToLog() {
        if (LOG.isDebugEnabled()) {
            String line = endpoint.pollTrace();
            while (line != null) {
                LOG.debug("{}", line);
                line = endpoint.pollTrace();
            }
        }
    }
}
