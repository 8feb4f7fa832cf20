package io.heliograph.server.relay;

import io.heliograph.common.channel.ChannelConfig;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.connection.ClientEndpoint;
import io.heliograph.common.connection.ClientEndpointConfig;
import io.heliograph.common.connection.Connection;
import io.heliograph.common.connection.ConnectionConfig;
import io.heliograph.common.connection.EndpointEvent;
import io.heliograph.common.crypto.Fingerprint;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.handshake.ClientHandshakeKeys;
import io.heliograph.common.handshake.HandshakeConfig;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.LoginProof;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.record.RekeyPolicy;
import io.heliograph.common.testing.SimulatedDatagram;
import io.heliograph.common.testing.SimulatedEndpoint;
import io.heliograph.common.testing.TestKeys;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A person in a simulation: posts lines to a room, repeats what is not answered, drops ids it has seen. */
final class SimClient implements SimulatedEndpoint {
    private static final int CHAT_LANE = 1;
    static final String ROOM = "#lobby";

    final String name;
    final List<String> heard = new ArrayList<>();
    int connectionCount;
    int recoveredCount;
    private final PeerAddress server;
    private final ClientEndpoint endpoint;
    private final IdentityKeyPair device;
    private final RandomSource random;
    private final Map<MessageId, Bytes> unanswered = new LinkedHashMap<>();
    private final Set<MessageId> seen = new HashSet<>();
    private InstanceId instance = InstanceId.NONE;
    private long lastSeq;
    private boolean inRoom;
    private long lastPollNs;

    SimClient(String name, PeerAddress server, Fingerprint expected, RekeyPolicy rekey, RandomSource random) {
        this.name = name;
        this.server = server;
        this.random = random;
        this.device = IdentityKeyPair.generate(random);
        ConnectionConfig connection =
                new ConnectionConfig(rekey, ChannelConfig.defaults(), TimeUnit.MINUTES.toNanos(30), NanoClock.NEVER_NS);
        endpoint = new ClientEndpoint(
                new ClientEndpointConfig(
                        HandshakeConfig.STANDARD,
                        connection,
                        TimeUnit.SECONDS.toNanos(5),
                        TimeUnit.SECONDS.toNanos(10)),
                server,
                expected,
                random);
    }

    void start(long nowNs) {
        endpoint.connect(nowNs);
        drain(nowNs);
    }

    void say(String text, long nowNs) {
        MessageId id = new MessageId(Bytes.takingOver(random.bytes(MessageId.LENGTH_BYTES)));
        unanswered.put(
                id, MessageCodec.encode(new ClientMessage.Post(id, ROOM, MessageCodec.encode(new Body.Text(text)))));
        if (inRoom) {
            endpoint.send(CHAT_LANE, unanswered.get(id), nowNs);
        }
    }

    boolean isInRoom() {
        return inRoom;
    }

    boolean isAnswered() {
        return unanswered.isEmpty();
    }

    /** Of the keys that seal what this client sends. */
    long epoch() {
        Connection connection = endpoint.connection();
        return connection == null ? -1 : connection.protection().sendingEpoch();
    }

    @Override
    public void onDatagram(PeerAddress from, byte[] bytes, long nowNs) {
        endpoint.onDatagram(bytes, bytes.length, nowNs);
        drain(nowNs);
    }

    @Override
    public void onTimeout(long nowNs) {
        endpoint.onTimeout(nowNs);
        drain(nowNs);
    }

    @Override
    public @Nullable SimulatedDatagram pollTransmit(long nowNs) {
        lastPollNs = nowNs;
        byte[] datagram = endpoint.pollTransmit(nowNs);
        return datagram == null ? null : new SimulatedDatagram(server, datagram);
    }

    @Override
    public long nextTimeoutNs() {
        return endpoint.nextTimeoutNs(lastPollNs);
    }

    private void drain(long nowNs) {
        for (EndpointEvent event = endpoint.pollEvent(); event != null; event = endpoint.pollEvent()) {
            if (event instanceof EndpointEvent.KeysWanted) {
                endpoint.provideKeys(ClientHandshakeKeys.of(TestKeys.rsa2048(0), random), nowNs);
            } else if (event instanceof EndpointEvent.Established established) {
                connectionCount++;
                inRoom = false;
                logIn(established.exporter(), nowNs);
            } else if (event instanceof EndpointEvent.Received received) {
                onMessage(received.message(), nowNs);
            } else if (event instanceof EndpointEvent.Recovered) {
                recoveredCount++;
            } else if (event instanceof EndpointEvent.AttemptFailed || event instanceof EndpointEvent.Closed) {
                inRoom = false;
                endpoint.connect(nowNs);
            }
        }
    }

    private void logIn(SecretBytes exporter, long nowNs) {
        Bytes proof = device.sign(LoginProof.signedOctets(exporter.toArray(), name));
        ClientMessage login =
                new ClientMessage.Login(name, device.publicKey().octets(), proof, "", "", InstanceId.NONE, 0, "sim");
        endpoint.send(CHAT_LANE, MessageCodec.encode(login), nowNs);
    }

    private void onMessage(Bytes octets, long nowNs) {
        try {
            ServerMessage message = MessageCodec.decodeServer(octets);
            if (message instanceof ServerMessage.Welcome) {
                ClientMessage join = new ClientMessage.Join(1, ROOM, instance, lastSeq);
                endpoint.send(CHAT_LANE, MessageCodec.encode(join), nowNs);
            } else if (message instanceof ServerMessage.Joined joined) {
                lastSeq = joined.instance().equals(instance) ? lastSeq : joined.nextSeq() - 1;
                instance = joined.instance();
                inRoom = true;
                unanswered.values().forEach(post -> endpoint.send(CHAT_LANE, post, nowNs));
            } else if (message instanceof ServerMessage.Posted posted) {
                unanswered.remove(posted.id());
            } else if (message instanceof ServerMessage.Member member) {
                lastSeq = member.seq();
            } else if (message instanceof ServerMessage.Message line) {
                lastSeq = line.seq();
                if (seen.add(line.id()) && MessageCodec.decodeBody(line.body()) instanceof Body.Text text) {
                    heard.add(line.from() + ": " + text.text());
                }
            }
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }
}
