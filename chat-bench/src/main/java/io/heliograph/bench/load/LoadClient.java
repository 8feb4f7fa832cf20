package io.heliograph.bench.load;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.connection.ClientEndpoint;
import io.heliograph.common.connection.EndpointEvent;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.handshake.ClientHandshakeKeys;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.LoginProof;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.util.function.Supplier;

/** One simulated user: logs in, joins a room, posts, counts what arrives. Not thread-safe; owned by its loop. */
final class LoadClient {
    private static final int CHAT_LANE = 1;

    private final String name;
    private final String room;
    private final ClientEndpoint endpoint;
    private final IdentityKeyPair device;
    private final RandomSource random;
    private final Supplier<ClientHandshakeKeys> keys;
    private final Arrivals arrivals;
    private boolean joined;
    private long answeredCount;

    LoadClient(
            String name,
            String room,
            ClientEndpoint endpoint,
            RandomSource random,
            Supplier<ClientHandshakeKeys> keys,
            Arrivals arrivals) {
        this.name = name;
        this.room = room;
        this.endpoint = endpoint;
        this.device = IdentityKeyPair.generate(random);
        this.random = random;
        this.keys = keys;
        this.arrivals = arrivals;
    }

    /** Told of each line that arrives. */
    @FunctionalInterface
    interface Arrivals {
        void onLine(Bytes body);
    }

    ClientEndpoint endpoint() {
        return endpoint;
    }

    boolean isJoined() {
        return joined;
    }

    /** Posts that the relay has answered. */
    long answeredCount() {
        return answeredCount;
    }

    void post(Bytes body, long nowNs) {
        MessageId id = new MessageId(Bytes.takingOver(random.bytes(MessageId.LENGTH_BYTES)));
        say(new ClientMessage.Post(id, room, body), nowNs);
    }

    void drainEvents(long nowNs) {
        for (EndpointEvent event = endpoint.pollEvent(); event != null; event = endpoint.pollEvent()) {
            if (event instanceof EndpointEvent.KeysWanted) {
                endpoint.provideKeys(keys.get(), nowNs);
            } else if (event instanceof EndpointEvent.Established established) {
                logIn(established.exporter(), nowNs);
            } else if (event instanceof EndpointEvent.Received received) {
                onMessage(received.message(), nowNs);
            } else if (event instanceof EndpointEvent.Closed closed) {
                throw new IllegalStateException(name + " was closed: " + closed.reason());
            } else if (event instanceof EndpointEvent.AttemptFailed) {
                endpoint.connect(nowNs);
            }
        }
    }

    private void logIn(SecretBytes exporter, long nowNs) {
        Bytes proof = device.sign(LoginProof.signedOctets(exporter.toArray(), name));
        say(
                new ClientMessage.Login(name, device.publicKey().octets(), proof, "", "", InstanceId.NONE, 0, "bench"),
                nowNs);
    }

    private void onMessage(Bytes octets, long nowNs) {
        try {
            ServerMessage message = MessageCodec.decodeServer(octets);
            if (message instanceof ServerMessage.Message line) {
                arrivals.onLine(line.body());
            } else if (message instanceof ServerMessage.Posted) {
                answeredCount++;
            } else if (message instanceof ServerMessage.Welcome) {
                say(new ClientMessage.Join(1, room, InstanceId.NONE, 0), nowNs);
            } else if (message instanceof ServerMessage.Joined) {
                joined = true;
            } else if (message instanceof ServerMessage.Refused refused) {
                throw new IllegalStateException(name + " was refused: " + refused.text());
            }
        } catch (MalformedException e) {
            throw new IllegalStateException("the relay sent a malformed message", e);
        }
    }

    private void say(ClientMessage message, long nowNs) {
        endpoint.send(CHAT_LANE, MessageCodec.encode(message), nowNs);
    }
}
