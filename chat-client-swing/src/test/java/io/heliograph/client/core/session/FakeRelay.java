package io.heliograph.client.core.session;

import io.heliograph.client.core.LinkCause;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ConversationKind;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.LeaveCause;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.Notice;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.UserEntry;
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

/**
 * A relay and the way to it in one: honest about the protocol, dishonest about the network when told so. Its user is
 * ann; everybody else speaks through {@link #somebodySays}.
 */
final class FakeRelay implements ServerLink {
    static final String FINGERPRINT = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    static final String OTHER = "SHA256:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB";
    static final String ANN = "ann";

    /** One conversation as the relay keeps it. */
    static final class Kept {
        final long number;
        final String name;
        final List<Entry> log = new ArrayList<>();
        final List<MemberEntry> members = new ArrayList<>();
        long firstSeq = 1;
        long delivered;
        long read;
        boolean joined;

        Kept(long number, String name) {
            this.number = number;
            this.name = name;
        }
    }

    final List<ClientMessage> heard = new ArrayList<>();
    final Map<MessageId, String> accepted = new LinkedHashMap<>();
    final Map<String, Integer> notYetCount = new HashMap<>();
    final Set<String> unknownUsers = new HashSet<>();
    final Map<String, Kept> kept = new LinkedHashMap<>();
    String fingerprint = FINGERPRINT;
    InstanceId instance = instance(1);
    boolean reachable = true;
    boolean answersPosts = true;
    boolean answersHistory = true;
    /** News are lost, as if told by GAP. */
    boolean mute;

    String refusesLogin = "";
    String refusesJoin = "";
    int connectCount;
    int closeCount;
    private final Map<MessageId, Long> stored = new HashMap<>();
    private final Queue<LinkEvent> events = new ArrayDeque<>();
    private @Nullable String expected;
    private boolean up;
    private long lastNumber;

    static InstanceId instance(int number) {
        return new InstanceId(Bytes.copyOf(new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) number}));
    }

    // The link

    @Override
    public void connect(long nowNs) {
        connectCount++;
        events.add(new LinkEvent.Connecting(connectCount));
        if (!reachable) {
            events.add(new LinkEvent.AttemptFailed(LinkCause.of(LinkCause.Kind.NO_ANSWER), null));
        } else if (expected != null && !expected.equals(fingerprint)) {
            events.add(new LinkEvent.AttemptFailed(LinkCause.of(LinkCause.Kind.OTHER_IDENTITY), fingerprint));
        } else {
            connectsAnew();
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
    public boolean sendFile(Bytes message, long nowNs) {
        return send(message, nowNs);
    }

    @Override
    public long queuedFileBytes() {
        return 0;
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

    // What a test has it do

    void closes(int code) {
        up = false;
        events.add(new LinkEvent.Closed(code, "because"));
    }

    /** The path is cut, and a new handshake succeeded. */
    void connectsAnew() {
        up = true;
        events.add(new LinkEvent.Established(fingerprint, "lusab-babad"));
    }

    /** The database was restored from a backup that knows nothing. */
    void losesItsHistory(int number) {
        instance = instance(number);
        kept.clear();
        connectsAnew();
    }

    void says(ServerMessage message) {
        if (up) {
            events.add(new LinkEvent.Received(MessageCodec.encode(message)));
        }
    }

    void saysGarbage() {
        events.add(new LinkEvent.Received(Bytes.copyOf(new byte[] {(byte) 0x82, 0x18, 0x24, 0x00})));
    }

    Kept conversation(String name) {
        return kept.computeIfAbsent(name, key -> new Kept(++lastNumber, key));
    }

    /** Somebody of the room {@code name}, or the person, says something. */
    Entry somebodySays(String name, String from, String text, int idNumber) {
        Bytes body = MessageCodec.encode(new Body.Text(text, 0));
        return appends(name, EntryKind.MESSAGE, SessionRig.id(idNumber), from, 0, body);
    }

    Entry somebodyDoes(String name, String from, EntryKind kind, long refSeq, Body body) {
        return appends(name, kind, SessionRig.id(900_000 + heard.size()), from, refSeq, MessageCodec.encode(body));
    }

    Entry notices(String name, EntryKind kind, String by, String subject, String text) {
        return appends(name, kind, null, by, 0, MessageCodec.encode(new Notice(subject, text)));
    }

    private Entry appends(String name, EntryKind kind, @Nullable MessageId id, String from, long refSeq, Bytes body) {
        Kept place = conversation(name);
        if (name.startsWith("@") && !place.joined) {
            place.joined = true;
            says(new ServerMessage.Conversation(0, stateOf(place)));
        }
        Entry entry = new Entry(place.log.size() + 1L, kind, id, from, 1_000, refSeq, body);
        place.log.add(entry);
        if (!mute && place.joined) {
            says(new ServerMessage.Appended(place.number, entry));
        }
        return entry;
    }

    ConversationState stateOf(Kept place) {
        long unread = place.log.stream()
                .filter(entry -> entry.kind() == EntryKind.MESSAGE && entry.seq() > place.read)
                .filter(entry -> !entry.from().equals(ANN))
                .count();
        boolean room = place.name.startsWith("#");
        return new ConversationState(
                place.number,
                room ? ConversationKind.ROOM : ConversationKind.DIRECT,
                place.name,
                "",
                "",
                RoomAccess.PUBLIC,
                false,
                0,
                0,
                Role.MEMBER,
                0,
                room ? Math.max(1, place.members.size()) : 2,
                place.log.size() + 1L,
                place.firstSeq,
                place.delivered,
                place.read,
                unread,
                0,
                List.of(),
                0);
    }

    // What a test asks it

    boolean hasMore() {
        return !events.isEmpty();
    }

    long countOf(Class<? extends ClientMessage> kind) {
        return heard.stream().filter(kind::isInstance).count();
    }

    <T extends ClientMessage> List<T> heard(Class<T> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<String> acceptedTexts() {
        return List.copyOf(accepted.values());
    }

    // Answers

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
            answer(login);
        } else if (message instanceof ClientMessage.Join join) {
            answer(join);
        } else if (message instanceof ClientMessage.Leave leave) {
            says(new ServerMessage.Left(leave.request(), leave.conversation(), LeaveCause.LEFT, ANN, ""));
            kept.values().forEach(place -> place.joined &= place.number != leave.conversation());
        } else if (message instanceof ClientMessage.Post post) {
            answer(post);
        } else if (message instanceof ClientMessage.History history) {
            answer(history);
        } else if (message instanceof ClientMessage.Marks marks) {
            Kept place = numbered(marks.conversation());
            place.delivered = Math.max(place.delivered, marks.deliveredSeq());
            place.read = Math.max(place.read, marks.readSeq());
        } else if (message instanceof ClientMessage.Members members) {
            Kept place = numbered(members.conversation());
            says(new ServerMessage.MemberList(members.request(), place.number, false, place.members));
        } else if (message instanceof ClientMessage.Rooms rooms) {
            says(new ServerMessage.RoomList(rooms.request(), false, List.of()));
        } else if (message instanceof ClientMessage.Request request) {
            says(new ServerMessage.Done(request.request()));
        }
    }

    private void answer(ClientMessage.Login login) {
        boolean right = login.secrets().password().equals("sesame");
        if (!refusesLogin.isEmpty() && !right) {
            says(new ServerMessage.Refused(0, refusesLogin, "no"));
            return;
        }
        List<Kept> mine = kept.values().stream().filter(place -> place.joined).toList();
        says(new ServerMessage.Welcome(
                login.name(),
                instance,
                "fake",
                1_000,
                false,
                "1",
                60_000,
                "",
                mine.size(),
                false,
                false,
                new ServerMessage.Preferences(true, true, true),
                new UserEntry(login.name(), PresenceState.ONLINE, "", 0)));
        mine.forEach(place -> says(new ServerMessage.Conversation(0, stateOf(place))));
    }

    private void answer(ClientMessage.Join join) {
        if (!refusesJoin.isEmpty()) {
            says(new ServerMessage.Refused(join.request(), refusesJoin, "no"));
            return;
        }
        Kept place = conversation(join.room());
        place.joined = true;
        says(new ServerMessage.Conversation(join.request(), stateOf(place)));
    }

    private void answer(ClientMessage.Post post) throws MalformedException {
        int notYet = notYetCount.getOrDefault(post.to(), 0);
        Long known = stored.get(post.id());
        if (notYet > 0) {
            notYetCount.put(post.to(), notYet - 1);
            says(new ServerMessage.Rejected(post.id(), "busy", "not yet", 2_000));
        } else if (unknownUsers.contains(post.to())) {
            says(new ServerMessage.Rejected(post.id(), "no_such_user", "nobody of that name", 0));
        } else if (known != null) {
            says(new ServerMessage.Posted(post.id(), conversation(post.to()).number, known, 1_000));
        } else {
            store(post);
        }
    }

    private void store(ClientMessage.Post post) throws MalformedException {
        if (post.kind() == EntryKind.MESSAGE) {
            Body body = MessageCodec.decodeBody(post.body());
            accepted.put(post.id(), body instanceof Body.Text text ? text.text() : "?");
        }
        boolean wasMute = mute;
        mute = true; // the author's own connection is not told what it said itself
        Entry entry = appends(post.to(), post.kind(), post.id(), ANN, post.refSeq(), post.body());
        mute = wasMute;
        stored.put(post.id(), entry.seq());
        if (answersPosts) {
            says(new ServerMessage.Posted(post.id(), conversation(post.to()).number, entry.seq(), 1_000));
        }
    }

    private void answer(ClientMessage.History history) {
        if (!answersHistory) {
            return;
        }
        Kept place = numbered(history.conversation());
        List<Entry> range = place.log.stream()
                .filter(entry -> entry.seq() >= place.firstSeq && entry.seq() > history.afterSeq())
                .filter(entry -> history.beforeSeq() == 0 || entry.seq() < history.beforeSeq())
                .toList();
        int size = Math.min(range.size(), history.limit());
        List<Entry> page = history.newest() ? range.subList(range.size() - size, range.size()) : range.subList(0, size);
        List<Entry> amendments = place.log.stream()
                .filter(entry -> page.stream().anyMatch(listed -> listed.seq() == entry.refSeq()))
                .filter(entry -> !page.contains(entry))
                .toList();
        says(new ServerMessage.Page(history.request(), place.number, size < range.size(), page, amendments, false));
    }

    private Kept numbered(long number) {
        return kept.values().stream()
                .filter(place -> place.number == number)
                .findFirst()
                .orElseThrow();
    }
}
