package io.heliograph.client.core.loop;

import io.heliograph.client.core.LinkCause;
import io.heliograph.client.core.session.DeviceProof;
import io.heliograph.client.core.session.LinkEvent;
import io.heliograph.client.core.session.ServerLink;
import io.heliograph.common.channel.Rtt;
import io.heliograph.common.connection.ClientEndpoint;
import io.heliograph.common.connection.Connection;
import io.heliograph.common.connection.EndpointEvent;
import io.heliograph.common.crypto.Fingerprint;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.handshake.HandshakeFailure;
import io.heliograph.common.message.LoginProof;
import io.heliograph.common.util.Bytes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The session's link over a real endpoint.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class EndpointLink implements ServerLink {
    /** The lane of everything a client says (protocol.md 6). */
    private static final int CHAT_LANE = 1;
    /** The lane of what files are made of, behind all others. */
    private static final int FILE_LANE = 4;

    private final ClientEndpoint endpoint;
    private final IdentityKeyPair device;
    private final Runnable keyMaker;
    private @Nullable SecretBytes exporter;

    /** {@code keyMaker} has fresh keys made elsewhere and brought to {@link ClientEndpoint#provideKeys}. */
    EndpointLink(ClientEndpoint endpoint, IdentityKeyPair device, Runnable keyMaker) {
        this.endpoint = endpoint;
        this.device = device;
        this.keyMaker = keyMaker;
    }

    @Override
    public void connect(long nowNs) {
        endpoint.connect(nowNs);
    }

    @Override
    public void expect(String fingerprint) {
        endpoint.expect(Fingerprint.parse(fingerprint));
    }

    @Override
    public boolean send(Bytes message, long nowNs) {
        return endpoint.send(CHAT_LANE, message, nowNs);
    }

    @Override
    public boolean sendFile(Bytes message, long nowNs) {
        return endpoint.send(FILE_LANE, message, nowNs);
    }

    @Override
    public void sendDatagram(Bytes message) {
        endpoint.sendDatagram(message);
    }

    @Override
    public void close(int code, String reason, long nowNs) {
        exporter = null;
        endpoint.close(code, reason, nowNs);
        // What the ended connection still had to report is no longer of interest, its own end least of all.
        EndpointEvent stale = endpoint.pollEvent();
        while (stale != null) {
            stale = endpoint.pollEvent();
        }
    }

    @Override
    public @Nullable LinkEvent pollEvent() {
        EndpointEvent event = endpoint.pollEvent();
        while (event != null) {
            LinkEvent translated = translate(event);
            if (translated != null) {
                return translated;
            }
            event = endpoint.pollEvent();
        }
        return null;
    }

    @Override
    public DeviceProof proveLogin(String name) {
        SecretBytes bound = exporter;
        if (bound == null) {
            throw new IllegalStateException("a login without a connection");
        }
        Bytes proof = device.sign(LoginProof.signedOctets(bound.toArray(), name));
        return new DeviceProof(device.publicKey().octets(), proof);
    }

    @Override
    public long queuedFileBytes() {
        Connection connection = endpoint.connection();
        return connection == null ? 0 : connection.channel().queuedBytes(FILE_LANE);
    }

    @Override
    public long roundTripMs() {
        Connection connection = endpoint.connection();
        Rtt rtt = connection == null ? null : connection.channel().rtt();
        return rtt == null || rtt.latestNs() <= 0 ? UNKNOWN_RTT_MS : TimeUnit.NANOSECONDS.toMillis(rtt.smoothedNs());
    }

    @Override
    public int lossPermille() {
        Connection connection = endpoint.connection();
        return connection == null ? 0 : connection.channel().lossPermille();
    }

    private @Nullable LinkEvent translate(EndpointEvent event) {
        if (event instanceof EndpointEvent.KeysWanted) {
            keyMaker.run();
            return null;
        } else if (event instanceof EndpointEvent.Connecting connecting) {
            return new LinkEvent.Connecting(connecting.attempt());
        } else if (event instanceof EndpointEvent.Established established) {
            exporter = established.exporter();
            Fingerprint fingerprint = established.identity().fingerprint();
            return new LinkEvent.Established(fingerprint.toString(), fingerprint.words());
        } else if (event instanceof EndpointEvent.AttemptFailed failed) {
            Fingerprint presented = failed.presented();
            return new LinkEvent.AttemptFailed(
                    causeOf(failed.reason()), presented == null ? null : presented.toString());
        } else if (event instanceof EndpointEvent.Unresponsive silent) {
            return new LinkEvent.Unresponsive(TimeUnit.NANOSECONDS.toMillis(silent.silentForNs()));
        } else if (event instanceof EndpointEvent.Recovered) {
            return new LinkEvent.Recovered();
        } else if (event instanceof EndpointEvent.Received received) {
            return new LinkEvent.Received(received.message());
        } else if (event instanceof EndpointEvent.ReceivedDatagram received) {
            return new LinkEvent.Received(received.message());
        } else if (event instanceof EndpointEvent.Closed closed) {
            return new LinkEvent.Closed(closed.code(), closed.reason());
        }
        throw new AssertionError("unhandled: " + event);
    }

    private static LinkCause causeOf(HandshakeFailure failure) {
        return LinkCause.of(
                switch (failure) {
                    case TIMED_OUT -> LinkCause.Kind.NO_ANSWER;
                    case NOT_AUTHENTIC -> LinkCause.Kind.NOT_SIGNED;
                    case WRONG_IDENTITY -> LinkCause.Kind.OTHER_IDENTITY;
                    case BAD_KEYS -> LinkCause.Kind.BAD_KEYS;
                });
    }
}
