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
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A person in a simulation: posts lines to a room, repeats what is not answered, and fetches by page what was said
 * while the connection was away.
 */
final class SimClient implements SimulatedEndpoint {
    private static final int CHAT_LANE = 1;
    static final String ROOM = "#lobby";

    final String name;
    final List<String> heard = new ArrayList<>();
    int connectionCount;
    int recoveredCount;
    /** Null: this one has no file to move. */
    @Nullable
    SimCourier courier;

    private final PeerAddress server;
    private final ClientEndpoint endpoint;
    private final IdentityKeyPair device;
    private final RandomSource random;
    private final Map<MessageId, Bytes> unanswered = new LinkedHashMap<>();
    private final Deque<Entry> live = new ArrayDeque<>();
    private long conversation;
    private long lastSeq;
    private long wantedSeq;
    private int requestCount;
    private boolean inRoom;
    private long lastPollNs;
    private long epoch = -1;

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
                id,
                MessageCodec.encode(new ClientMessage.Post(
                        id, ROOM, EntryKind.MESSAGE, 0, MessageCodec.encode(new Body.Text(text, 0)))));
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

    /** The highest of the keys that sealed what this client sent, over all its connections. */
    long epoch() {
        return epoch;
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
        Connection connection = endpoint.connection();
        if (connection != null) {
            epoch = Math.max(epoch, connection.protection().sendingEpoch());
        }
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
        live.clear();
        ClientMessage login = new ClientMessage.Login(
                name, device.publicKey().octets(), proof, ClientMessage.Secrets.NONE, false, "sim", "sim");
        endpoint.send(CHAT_LANE, MessageCodec.encode(login), nowNs);
    }

    private void onMessage(Bytes octets, long nowNs) {
        try {
            ServerMessage message = MessageCodec.decodeServer(octets);
            tellCourier(message, nowNs);
            if (message instanceof ServerMessage.Welcome welcome && welcome.conversationCount() == 0) {
                send(new ClientMessage.Join(++requestCount, ROOM, ""), nowNs);
            } else if (message instanceof ServerMessage.Conversation told) {
                onEntered(told.state(), nowNs);
            } else if (message instanceof ServerMessage.Posted posted) {
                unanswered.remove(posted.id());
            } else if (message instanceof ServerMessage.Appended appended) {
                live.add(appended.entry());
            } else if (message instanceof ServerMessage.Gap gap) {
                wantedSeq = Math.max(wantedSeq, gap.toSeq());
                askFrom(nowNs);
            } else if (message instanceof ServerMessage.Page page) {
                page.entries().forEach(this::hear);
                if (lastSeq < wantedSeq) {
                    askFrom(nowNs);
                }
            }
            while (lastSeq >= wantedSeq && !live.isEmpty()) {
                hear(live.remove());
            }
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private void tellCourier(@Nullable ServerMessage message, long nowNs) {
        if (courier != null && message != null) {
            courier.onMessage(message, (lane, said) -> send(lane, said, nowNs));
        }
    }

    /** From here on everything is sent; what came before is asked for. */
    private void onEntered(ConversationState state, long nowNs) {
        boolean newcomer = conversation == 0;
        conversation = state.id();
        inRoom = true;
        wantedSeq = state.nextSeq() - 1;
        lastSeq = newcomer ? wantedSeq : lastSeq;
        if (lastSeq < wantedSeq) {
            askFrom(nowNs);
        }
        unanswered.values().forEach(post -> endpoint.send(CHAT_LANE, post, nowNs));
        if (courier != null) {
            courier.onEntered((lane, said) -> send(lane, said, nowNs));
        }
    }

    private void askFrom(long nowNs) {
        send(new ClientMessage.History(++requestCount, conversation, lastSeq, wantedSeq + 1, false, 50), nowNs);
    }

    private void hear(Entry entry) {
        if (entry.seq() <= lastSeq) {
            return;
        }
        lastSeq = entry.seq();
        try {
            boolean spoken = entry.kind() == EntryKind.MESSAGE && !entry.from().equals(name);
            if (spoken && MessageCodec.decodeBody(entry.body()) instanceof Body.Text text) {
                heard.add(entry.from() + ": " + text.text());
            }
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }

    private void send(ClientMessage message, long nowNs) {
        send(CHAT_LANE, message, nowNs);
    }

    private void send(int lane, ClientMessage message, long nowNs) {
        endpoint.send(lane, MessageCodec.encode(message), nowNs);
    }
}
