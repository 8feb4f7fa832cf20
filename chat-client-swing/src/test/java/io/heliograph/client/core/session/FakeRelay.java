package io.heliograph.client.core.session;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A relay and the way to it in one: honest about the protocol, dishonest about the network when told so. */
final class FakeRelay implements ServerLink {
    static final String FINGERPRINT = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    static final String OTHER = "SHA256:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB";

    final List<ClientMessage> heard = new ArrayList<>();
    final Map<MessageId, String> accepted = new LinkedHashMap<>();
    final Map<String, Integer> notYetCount = new HashMap<>();
    final Set<String> unknownUsers = new HashSet<>();
    String fingerprint = FINGERPRINT;
    InstanceId instance = instance(1);
    boolean reachable = true;
    boolean answersPosts = true;
    String refusesLogin = "";
    int connectCount;
    int closeCount;
    private final Queue<LinkEvent> events = new ArrayDeque<>();
    private @Nullable String expected;
    private boolean up;
    private long seq;

    static InstanceId instance(int number) {
        return new InstanceId(Bytes.copyOf(new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) number}));
    }

    @Override
    public void connect(long nowNs) {
        connectCount++;
        events.add(new LinkEvent.Connecting(connectCount));
        if (!reachable) {
            events.add(new LinkEvent.AttemptFailed("no answer", null));
        } else if (expected != null && !expected.equals(fingerprint)) {
            events.add(new LinkEvent.AttemptFailed("wrong identity", fingerprint));
        } else {
            up = true;
            events.add(new LinkEvent.Established(fingerprint, "lusab-babad"));
        }
    }

    @Override
    public void expect(String wanted) {
        expected = wanted;
    }

    @Override
    public boolean send(Bytes message, long nowNs) {
        if (up) {
            hear(message);
        }
        return up;
    }

    @Override
    public void sendDatagram(Bytes message) {
        if (up) {
            hear(message);
        }
    }

    @Override
    public void close(int code, String reason, long nowNs) {
        up = false;
        closeCount++;
    }

    @Override
    public @Nullable LinkEvent pollEvent() {
        return events.poll();
    }

    @Override
    public DeviceProof proveLogin(String name) {
        return new DeviceProof(Bytes.copyOf(new byte[32]), Bytes.copyOf(new byte[64]));
    }

    @Override
    public long roundTripMs() {
        return 20;
    }

    @Override
    public int lossPermille() {
        return 0;
    }

    void closes(int code) {
        up = false;
        events.add(new LinkEvent.Closed(code, "because"));
    }

    /** The path is cut, and a new handshake succeeded. */
    void connectsAnew() {
        up = true;
        events.add(new LinkEvent.Established(fingerprint, "lusab-babad"));
    }

    void restarts(int number) {
        instance = instance(number);
        seq = 0;
        connectsAnew();
    }

    void says(ServerMessage message) {
        if (up) {
            events.add(new LinkEvent.Received(MessageCodec.encode(message)));
        }
    }

    MessageId somebodySays(String room, String from, String text, int idNumber) {
        MessageId id = SessionRig.id(idNumber);
        says(new ServerMessage.Message(room, ++seq, id, from, 1_000, MessageCodec.encode(new Body.Text(text))));
        return id;
    }

    void saysGarbage() {
        events.add(new LinkEvent.Received(Bytes.copyOf(new byte[] {(byte) 0x82, 0x18, 0x24, 0x00})));
    }

    long countOf(Class<? extends ClientMessage> kind) {
        return heard.stream().filter(kind::isInstance).count();
    }

    List<String> acceptedTexts() {
        return List.copyOf(accepted.values());
    }

    private void hear(Bytes octets) {
        try {
            ClientMessage message = MessageCodec.decodeClient(octets);
            if (message != null) {
                heard.add(message);
                answer(message);
            }
        } catch (MalformedException e) {
            throw new AssertionError("the client sent a malformed message", e);
        }
    }

    private void answer(ClientMessage message) throws MalformedException {
        if (message instanceof ClientMessage.Login login) {
            if (refusesLogin.isEmpty()) {
                says(new ServerMessage.Welcome(login.name(), instance, "fake", 1_000, false, "1", 60_000));
            } else {
                says(new ServerMessage.Refused(0, refusesLogin, "no"));
            }
        } else if (message instanceof ClientMessage.Join join) {
            long after = join.instance().equals(instance) ? join.after() : seq;
            says(new ServerMessage.Joined(join.request(), join.room(), instance, after + 1, List.of("ann")));
        } else if (message instanceof ClientMessage.Leave leave) {
            says(new ServerMessage.Left(leave.request(), leave.room()));
        } else if (message instanceof ClientMessage.Post post) {
            answer(post);
        }
    }

    private void answer(ClientMessage.Post post) throws MalformedException {
        int notYet = notYetCount.getOrDefault(post.to(), 0);
        if (notYet > 0) {
            notYetCount.put(post.to(), notYet - 1);
            says(new ServerMessage.Rejected(post.id(), "not_yet", "not yet", 2_000));
        } else if (unknownUsers.contains(post.to())) {
            says(new ServerMessage.Rejected(post.id(), "no_such_user", "nobody of that name", 0));
        } else {
            Body body = MessageCodec.decodeBody(post.body());
            accepted.putIfAbsent(post.id(), body instanceof Body.Text text ? text.text() : "?");
            if (answersPosts) {
                says(new ServerMessage.Posted(post.id(), ++seq, 1_000));
            }
        }
    }
}
