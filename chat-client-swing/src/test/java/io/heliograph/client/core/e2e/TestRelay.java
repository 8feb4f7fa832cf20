package io.heliograph.client.core.e2e;

import io.heliograph.client.core.session.DeviceProof;
import io.heliograph.client.core.session.LinkEvent;
import io.heliograph.client.core.session.ServerLink;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.CardEntry;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ConversationKind;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.EndToEndMessage;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.LeaveCause;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.Moderation;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A relay in memory for several clients at once, as honest as a test wants it: {@link #tamper} sees everything that it
 * says to anybody, and {@link Link#forge} has it say what it likes.
 */
final class TestRelay {
    static final String FINGERPRINT = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    /** One account as the relay keeps it. */
    static final class Account {
        final Map<Bytes, Bytes> prekeys = new LinkedHashMap<>();
        final Set<Bytes> devices = new LinkedHashSet<>();
        Bytes list = Bytes.EMPTY;
    }

    /** One conversation as the relay keeps it. */
    static final class Place {
        final long number;
        final ConversationKind kind;
        final String name;
        final Set<String> members = new LinkedHashSet<>();
        final List<Entry> log = new ArrayList<>();
        final List<Bytes> roll = new ArrayList<>();

        Place(long number, ConversationKind kind, String name) {
            this.number = number;
            this.kind = kind;
            this.name = name;
        }
    }

    final Map<String, Account> accounts = new TreeMap<>();
    final Map<String, Place> places = new LinkedHashMap<>();
    final Map<Bytes, List<ServerMessage.Box>> boxes = new HashMap<>();
    final List<Link> links = new ArrayList<>();
    final List<Bytes> seen = new ArrayList<>();
    /** Every body that was posted, accepted or not. */
    final List<Bytes> posted = new ArrayList<>();

    /** Gets the link and the message; gives what is said instead, or null for nothing. */
    BiFunction<Link, ServerMessage, @Nullable ServerMessage> tamper = (link, message) -> message;

    private final Map<MessageId, ServerMessage.Posted> accepted = new HashMap<>();
    private long lastNumber;
    private long lastBox;

    Bytes directory = Bytes.EMPTY;

    /** A client's way to the relay. */
    final class Link implements ServerLink {
        final Bytes device;
        final Queue<LinkEvent> events = new ArrayDeque<>();
        String user = "";
        boolean up;

        Link(Bytes device) {
            this.device = device;
        }

        @Override
        public void connect(long nowNs) {
            up = true;
            links.remove(this);
            links.add(this);
            events.add(new LinkEvent.Established(FINGERPRINT, "lusab-babad"));
        }

        @Override
        public void expect(String fingerprint) {}

        @Override
        public boolean send(Bytes message, long nowNs) {
            if (up) {
                seen.add(message);
                hear(this, message);
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
        public void sendDatagram(Bytes message) {}

        @Override
        public void close(int code, String reason, long nowNs) {
            up = false;
            user = "";
        }

        @Override
        public @Nullable LinkEvent pollEvent() {
            return events.poll();
        }

        @Override
        public DeviceProof proveLogin(String name) {
            return new DeviceProof(device, Bytes.copyOf(new byte[64]));
        }

        @Override
        public long roundTripMs() {
            return 20;
        }

        @Override
        public int lossPermille() {
            return 0;
        }

        void forge(ServerMessage message) {
            events.add(new LinkEvent.Received(MessageCodec.encode(message)));
        }

        void says(ServerMessage message) {
            ServerMessage tampered = up ? tamper.apply(this, message) : null;
            if (tampered != null) {
                forge(tampered);
            }
        }
    }

    Link link(Bytes device) {
        return new Link(device);
    }

    Place room(String name) {
        return places.computeIfAbsent(name, key -> new Place(++lastNumber, ConversationKind.ROOM, name));
    }

    Account account(String name) {
        return accounts.computeIfAbsent(name, key -> new Account());
    }

    /** Appends to a log, and tells all members but {@code except}. */
    Entry append(Place place, Entry unplaced, @Nullable Link except) {
        Entry entry = new Entry(
                place.log.size() + 1L,
                unplaced.kind(),
                unplaced.id(),
                unplaced.from(),
                1_000,
                unplaced.refSeq(),
                unplaced.body());
        place.log.add(entry);
        for (Link link : List.copyOf(links)) {
            if (link != except && place.members.contains(link.user)) {
                link.says(new ServerMessage.Appended(place.number, entry));
            }
        }
        return entry;
    }

    void notice(Place place, EntryKind kind, String by, String subject) {
        append(place, new Entry(0, kind, null, by, 0, 0, MessageCodec.encode(new Notice(subject, ""))), null);
    }

    // What clients say

    private void hear(Link link, Bytes octets) {
        try {
            ClientMessage message = MessageCodec.decodeClient(octets);
            if (message instanceof ClientMessage.Login login) {
                onLogin(link, login);
            } else if (message instanceof EndToEndMessage secret) {
                hear(link, secret);
            } else if (message instanceof ClientMessage.Join join) {
                onJoin(link, join);
            } else if (message instanceof ClientMessage.Leave leave) {
                remove(numbered(leave.conversation()), link.user, link.user, EntryKind.LEFT, leave.request());
            } else if (message instanceof ClientMessage.Post post) {
                onPost(link, post);
            } else if (message instanceof ClientMessage.History history) {
                onHistory(link, history);
            } else if (message instanceof ClientMessage.Moderate order) {
                onModerate(link, order);
            } else if (message instanceof ClientMessage.Members members) {
                link.says(new ServerMessage.MemberList(members.request(), members.conversation(), false, List.of()));
            } else if (message instanceof ClientMessage.Request request) {
                link.says(new ServerMessage.Done(request.request()));
            }
        } catch (MalformedException e) {
            throw new AssertionError("the client sent a malformed message", e);
        }
    }

    private void onLogin(Link link, ClientMessage.Login login) {
        link.user = login.name();
        account(link.user).devices.add(link.device);
        List<Place> mine = places.values().stream()
                .filter(place -> place.members.contains(link.user))
                .toList();
        link.says(new ServerMessage.Welcome(
                login.name(),
                new InstanceId(Bytes.copyOf(new byte[] {0, 0, 0, 0, 0, 0, 0, 1})),
                "test",
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
        List.copyOf(boxes.getOrDefault(link.device, List.of())).forEach(link::says);
        mine.forEach(place -> link.says(new ServerMessage.Conversation(0, stateOf(place, link.user))));
    }

    private void hear(Link link, EndToEndMessage message) {
        if (message instanceof EndToEndMessage.Publish publish) {
            Account account = account(link.user);
            account.prekeys.put(link.device, publish.prekey());
            account.list = publish.list().isEmpty() ? account.list : publish.list();
            link.says(new ServerMessage.Done(publish.request()));
            links.stream()
                    .filter(other -> other != link && !other.user.isEmpty())
                    .forEach(other -> other.says(new ServerMessage.CardChanged(link.user)));
        } else if (message instanceof EndToEndMessage.Cards cards) {
            onCards(link, cards);
        } else if (message instanceof EndToEndMessage.SendBoxes send) {
            for (EndToEndMessage.AddressedBox box : send.boxes()) {
                deliver(new ServerMessage.Box(++lastBox, link.user, link.device, box.box()), box.device());
            }
            link.says(new ServerMessage.Done(send.request()));
        } else if (message instanceof EndToEndMessage.Taken taken) {
            boxes.getOrDefault(link.device, new ArrayList<>()).removeIf(box -> box.number() <= taken.number());
        } else if (message instanceof EndToEndMessage.AppendRoll append) {
            onAppendRoll(link, append);
        } else if (message instanceof EndToEndMessage.ReadRoll read) {
            List<Bytes> roll = numbered(read.conversation()).roll;
            int from = Math.min(roll.size(), (int) read.afterIndex());
            link.says(new ServerMessage.RollPage(
                    read.request(), read.conversation(), false, from + 1L, roll.subList(from, roll.size())));
        } else if (message instanceof EndToEndMessage.GetDirectory get) {
            link.says(new ServerMessage.DirectoryTold(get.request(), directory));
        } else if (message instanceof EndToEndMessage.PutDirectory put) {
            directory = put.directory();
            link.says(new ServerMessage.Done(put.request()));
        }
    }

    void deliver(ServerMessage.Box box, Bytes device) {
        boxes.computeIfAbsent(device, key -> new ArrayList<>()).add(box);
        links.stream().filter(link -> link.device.equals(device) && link.up).forEach(link -> link.says(box));
    }

    private void onCards(Link link, EndToEndMessage.Cards cards) {
        List<String> names = cards.to().startsWith("#")
                ? room(cards.to()).members.stream().sorted().toList()
                : List.of(cards.to().substring(1));
        if (!cards.to().startsWith("#") && !accounts.containsKey(names.get(0))) {
            link.says(new ServerMessage.Refused(cards.request(), "no_such_user", "nobody of that name"));
            return;
        }
        List<CardEntry> told = names.stream()
                .map(name -> new CardEntry(
                        name,
                        account(name).list,
                        List.copyOf(account(name).prekeys.values())))
                .toList();
        link.says(new ServerMessage.CardList(cards.request(), false, told));
    }

    private void onAppendRoll(Link link, EndToEndMessage.AppendRoll append) {
        Place place = numbered(append.conversation());
        if (append.index() != place.roll.size() + 1L) {
            link.says(new ServerMessage.Refused(append.request(), "stale", "somebody else was first"));
            return;
        }
        place.roll.add(append.entry());
        for (Link other : List.copyOf(links)) {
            if (place.members.contains(other.user)) {
                other.says(new ServerMessage.Rolled(place.number, append.index(), append.entry()));
            }
        }
        link.says(new ServerMessage.Done(append.request()));
    }

    private void onJoin(Link link, ClientMessage.Join join) {
        Place place = room(join.room());
        boolean fresh = place.members.add(link.user);
        if (fresh) {
            notice(place, EntryKind.JOINED, link.user, link.user);
        }
        link.says(new ServerMessage.Conversation(join.request(), stateOf(place, link.user)));
    }

    private void onModerate(Link link, ClientMessage.Moderate order) {
        Place place = numbered(order.conversation());
        if (order.action() == Moderation.KICK) {
            remove(place, order.name(), link.user, EntryKind.KICKED, 0);
        }
        link.says(new ServerMessage.Done(order.request()));
    }

    void remove(Place place, String name, String by, EntryKind kind, int request) {
        place.members.remove(name);
        notice(place, kind, by, name);
        for (Link link : List.copyOf(links)) {
            if (link.user.equals(name)) {
                link.says(new ServerMessage.Left(
                        request, place.number, request > 0 ? LeaveCause.LEFT : LeaveCause.KICKED, by, ""));
            }
        }
    }

    private void onPost(Link link, ClientMessage.Post post) {
        posted.add(post.body());
        ServerMessage.Posted first = accepted.get(post.id());
        if (first != null) {
            link.says(first);
            return;
        }
        Place place = post.to().startsWith("#")
                ? room(post.to())
                : direct(link, post.to().substring(1));
        Entry entry =
                append(place, new Entry(0, post.kind(), post.id(), link.user, 0, post.refSeq(), post.body()), link);
        ServerMessage.Posted posted = new ServerMessage.Posted(post.id(), place.number, entry.seq(), 1_000);
        accepted.put(post.id(), posted);
        link.says(posted);
    }

    private Place direct(Link link, String other) {
        String key = link.user.compareTo(other) < 0 ? link.user + "+" + other : other + "+" + link.user;
        Place known = places.get(key);
        if (known != null) {
            return known;
        }
        Place made = new Place(++lastNumber, ConversationKind.DIRECT, key);
        made.members.addAll(List.of(link.user, other));
        places.put(key, made);
        for (Link each : List.copyOf(links)) {
            if (made.members.contains(each.user)) {
                each.says(new ServerMessage.Conversation(0, stateOf(made, each.user)));
            }
        }
        return made;
    }

    private void onHistory(Link link, ClientMessage.History history) {
        Place place = numbered(history.conversation());
        List<Entry> range = place.log.stream()
                .filter(entry -> entry.seq() > history.afterSeq())
                .filter(entry -> history.beforeSeq() == 0 || entry.seq() < history.beforeSeq())
                .toList();
        int size = Math.min(range.size(), history.limit());
        List<Entry> page = history.newest() ? range.subList(range.size() - size, range.size()) : range.subList(0, size);
        link.says(new ServerMessage.Page(history.request(), place.number, size < range.size(), page, List.of(), false));
    }

    Place numbered(long number) {
        return places.values().stream()
                .filter(place -> place.number == number)
                .findFirst()
                .orElseThrow();
    }

    ConversationState stateOf(Place place, String user) {
        String other = place.members.stream()
                .filter(name -> !name.equals(user))
                .findFirst()
                .orElse(user);
        long unread = place.log.stream()
                .filter(entry -> entry.kind() == EntryKind.MESSAGE)
                .count();
        return new ConversationState(
                place.number,
                place.kind,
                place.kind == ConversationKind.ROOM ? place.name : "@" + other,
                "",
                "",
                RoomAccess.PUBLIC,
                false,
                0,
                0,
                Role.OWNER,
                0,
                place.members.size(),
                place.log.size() + 1L,
                1,
                0,
                0,
                unread,
                0,
                List.of(),
                place.roll.size());
    }
}
