package io.heliograph.server.relay;

import io.heliograph.common.connection.Connection;
import io.heliograph.common.connection.ServerEndpoint;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import io.heliograph.server.session.SessionLink;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A session's way to its client over a connection. Owned by the relay loop. */
final class ConnectionLink implements SessionLink {
    private final ServerEndpoint endpoint;
    private final Connection connection;
    private final Bytes exporter;
    private final LongSupplier nowNs;

    /** {@code nowNs} gives the time of the loop's present turn. */
    ConnectionLink(ServerEndpoint endpoint, Connection connection, Bytes exporter, LongSupplier nowNs) {
        this.endpoint = endpoint;
        this.connection = connection;
        this.exporter = exporter;
        this.nowNs = nowNs;
    }

    @Override
    public void send(int lane, Bytes message) {
        connection.send(lane, message, nowNs.getAsLong());
        endpoint.touch(connection);
    }

    @Override
    public void sendDatagram(Bytes message) {
        connection.sendDatagram(message);
        endpoint.touch(connection);
    }

    @Override
    public long queuedBytes() {
        return connection.channel().queuedBytes(CHAT_LANE);
    }

    @Override
    public long queuedAnswerBytes() {
        return connection.channel().queuedBytes(CHAT_LANE)
                + connection.channel().queuedBytes(PAGE_LANE);
    }

    @Override
    public long queuedNewsBytes() {
        return connection.channel().queuedBytes(NEWS_LANE);
    }

    @Override
    public long queuedFileBytes() {
        return connection.channel().queuedBytes(FILE_LANE);
    }

    @Override
    public void close(int code, String reason) {
        connection.close(code, reason, nowNs.getAsLong());
        endpoint.touch(connection);
    }

    @Override
    public PeerAddress address() {
        return connection.peer();
    }

    @Override
    public Bytes exporter() {
        return exporter;
    }

    @Override
    public long silentForNs(long now) {
        return connection.silentForNs(now);
    }

    @Override
    public long roundTripUs() {
        return TimeUnit.NANOSECONDS.toMicros(connection.channel().rtt().smoothedNs());
    }
}
