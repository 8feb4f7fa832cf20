package io.heliograph.server.relay;

import io.heliograph.common.connection.Outgoing;
import io.heliograph.common.handshake.KeyAgreement;
import io.heliograph.common.net.LoopBody;
import io.heliograph.common.net.UdpTransport;
import io.heliograph.common.util.PeerAddress;
import io.heliograph.server.routing.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a {@link RelayNode} over a socket. Everything here happens on the relay loop. */
final class RelayBody implements LoopBody {
    private static final Logger LOG = LoggerFactory.getLogger(RelayBody.class);

    private final RelayNode node;
    private final UdpTransport transport;
    private final Workers workers;
    private final Callers callers;
    private long receivedDatagramCount;
    private long receivedBytes;
    private long sentDatagramCount;
    private long sentBytes;

    RelayBody(RelayNode node, UdpTransport transport, Workers workers, Callers callers) {
        this.node = node;
        this.transport = transport;
        this.workers = workers;
        this.callers = callers;
    }

    @Override
    public void onTurn(long nowNs) {
        node.onTurn(nowNs);
    }

    @Override
    public void onDatagram(PeerAddress from, byte[] datagram, long nowNs) {
        receivedDatagramCount++;
        receivedBytes += datagram.length;
        callers.onArrived(from.ip(), nowNs);
        node.onDatagram(from, datagram, datagram.length, nowNs);
    }

    @Override
    public void onTimeout(long nowNs) {
        node.onTimeout(nowNs);
    }

    @Override
    public void drain(long nowNs) {
        for (KeyAgreement task = node.pollAgreement(); task != null; task = node.pollAgreement()) {
            KeyAgreement agreement = task;
            if (!workers.submit(agreement::run, node::onAgreed)) {
                node.onAbandoned(agreement);
            }
        }
        for (Outgoing out = node.pollTransmit(nowNs); out != null; out = node.pollTransmit(nowNs)) {
            transport.send(out.to(), out.datagram(), out.datagram().length);
            sentDatagramCount++;
            sentBytes += out.datagram().length;
            callers.onAnswered(out.to().ip());
        }
    }

    @Override
    public long nextTimeoutNs(long nowNs) {
        return node.nextTimeoutNs();
    }

    @Override
    public void onFailure(RuntimeException failure) {
        LOG.error("defect: an input failed", failure);
    }

    long receivedDatagramCount() {
        return receivedDatagramCount;
    }

    long receivedBytes() {
        return receivedBytes;
    }

    long sentDatagramCount() {
        return sentDatagramCount;
    }

    long sentBytes() {
        return sentBytes;
    }
}
