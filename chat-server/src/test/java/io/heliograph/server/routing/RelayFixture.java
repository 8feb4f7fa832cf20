package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.LoginProof;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.Moderation;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.account.PasswordHash;
import io.heliograph.server.account.ServerSecret;
import io.heliograph.server.audit.AuditSink;
import io.heliograph.server.blob.MemoryBlobs;
import io.heliograph.server.routing.RelayConfig.Files;
import io.heliograph.server.routing.RelayConfig.Keeping;
import io.heliograph.server.routing.RelayConfig.Limits;
import io.heliograph.server.routing.RelayConfig.Registration;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.StoredState;
import io.heliograph.server.store.sql.DirectSqlStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A relay over fake links and real tables in memory, in virtual time, with its workers run at once. */
final class RelayFixture {
    static final InstanceId INSTANCE = new InstanceId(Bytes.fromHex("1122334455667788"));
    static final PasswordHash.Cost CHEAP = new PasswordHash.Cost(8, 1, 1);
    static final Limits LIMITS = new Limits(100, 4, 3, 30, 200, 20, 20, 5);
    static final Keeping KEEPING = new Keeping(50, 100_000, 0, 1_000_000, 1 << 30);
    static final Files FILES = new Files(1 << 24, 1 << 25, 1 << 26, TimeUnit.DAYS.toMillis(30));
    static final RelayConfig OPEN =
            new RelayConfig("test", "", Registration.OPEN, true, List.of(), LIMITS, KEEPING, FILES);

    long nowNs = TimeUnit.MINUTES.toNanos(10);
    long wallMs = 1_700_000_000_000L;
    final DirectSqlStore store = DirectSqlStore.inMemory();
    final MemoryBlobs blobs = new MemoryBlobs();
    /** What the disk has not done yet; null: it does everything at once. */
    @Nullable
    List<Runnable> diskWork;

    Relay relay;
    /** What the server took down: event, actor, subject. */
    final List<String> audited = new ArrayList<>();

    int passwordRunCount;
    /** Where those who connect from now on come from. */
    Bytes ip = Bytes.copyOf(new byte[] {127, 0, 0, 1});

    private final AuditSink audit =
            (event, actor, subject, details) -> audited.add(event + " " + actor + " " + subject);
    private final RelayConfig config;
    private final @Nullable String serverPassword;
    private int nextPort = 1_000;
    private boolean deferred;

    RelayFixture() {
        this(OPEN);
    }

    RelayFixture(RelayConfig config) {
        this(config, null);
    }

    RelayFixture(RelayConfig config, @Nullable String serverPassword) {
        this.config = config;
        this.serverPassword = serverPassword;
        this.relay = make();
    }

    /** What {@code kill -9} and a new start leave: the store. */
    void restart() {
        store.runPending(nowNs);
        relay = make();
    }

    /** As an operator does. */
    void makeAdmin(String name) {
        Account account = relay.directory().accounts().find(name);
        if (account == null) {
            throw new AssertionError("nobody is called " + name);
        }
        account.setAdmin(true);
    }

    /** From now on answers of the store wait for {@link #settle}. */
    void deferStore() {
        deferred = true;
    }

    void deliverAtOnce() {
        deferred = false;
    }

    void settle() {
        store.runPending(nowNs);
    }

    void pass(long ms) {
        nowNs += TimeUnit.MILLISECONDS.toNanos(ms);
        wallMs += ms;
        relay.onTimeout(nowNs);
        settleUnlessDeferred();
    }

    private Relay make() {
        Workers atOnce = new AtOnce();
        Workers passwords = new CountedWorkers(atOnce);
        RelayParts.Surroundings around = new RelayParts.Surroundings(
                store,
                atOnce,
                passwords,
                new PasswordHash(CHEAP),
                new SeededRandom(1),
                blobs,
                new Disk(atOnce),
                audit,
                INSTANCE,
                () -> wallMs,
                nowNs);
        StoredState state = StoredState.read(store.tables());
        return new Relay(new RelayParts(config, ServerSecret.of(serverPassword), state, around));
    }

    private void settleUnlessDeferred() {
        if (!deferred) {
            settle();
        }
    }

    /** Runs work where it is submitted. */
    private final class AtOnce implements Workers {
        @Override
        public <T> boolean submit(Supplier<T> work, OnLoop<T> onLoop) {
            onLoop.accept(work.get(), nowNs);
            return true;
        }
    }

    /** Counts how often Argon2 was run, which is what the time of an answer depends on. */
    private final class CountedWorkers implements Workers {
        private final Workers workers;

        CountedWorkers(Workers workers) {
            this.workers = workers;
        }

        @Override
        public <T> boolean submit(Supplier<T> work, OnLoop<T> onLoop) {
            passwordRunCount++;
            return workers.submit(work, onLoop);
        }
    }

    /** Does its work at once, or when a test says so. */
    private final class Disk implements Workers {
        private final Workers workers;

        Disk(Workers workers) {
            this.workers = workers;
        }

        @Override
        public <T> boolean submit(Supplier<T> work, OnLoop<T> onLoop) {
            List<Runnable> waiting = diskWork;
            if (waiting == null) {
                return workers.submit(work, onLoop);
            }
            waiting.add(() -> workers.submit(work, onLoop));
            return true;
        }
    }

    /** The disk does what waits for it. */
    void settleDisk() {
        List<Runnable> waiting = diskWork;
        diskWork = null;
        if (waiting != null) {
            waiting.forEach(Runnable::run);
        }
        settle();
    }

    /** A person at a device. */
    final class Person {
        final String name;
        final IdentityKeyPair device;
        FakeLink link;
        private Session session;
        private int lastRequest;

        Person(String name, int deviceNumber) {
            this.name = name;
            byte[] seed = new byte[32];
            seed[0] = (byte) deviceNumber;
            seed[1] = (byte) (deviceNumber >> 8);
            this.device = IdentityKeyPair.fromSeed(SecretBytes.copyOf(seed));
            this.link = new FakeLink(ip, nextPort++);
            this.session = relay.onConnected(link, nowNs);
            link.heardNs = nowNs;
        }

        Person reconnect() {
            relay.onClosed(session, nowNs);
            return connectAgain().logIn();
        }

        /** The connection before is left as it is. */
        Person connectAgain() {
            link = new FakeLink(ip, nextPort++);
            link.heardNs = nowNs;
            session = relay.onConnected(link, nowNs);
            return this;
        }

        void logInWithProofOf(String otherName) {
            byte[] signed = LoginProof.signedOctets(FakeLink.EXPORTER.asReadOnlyArray(), otherName);
            say(new ClientMessage.Login(
                    name,
                    device.publicKey().octets(),
                    device.sign(signed),
                    ClientMessage.Secrets.NONE,
                    false,
                    "test device",
                    "test"));
        }

        Person logIn() {
            return logIn(ClientMessage.Secrets.NONE, false);
        }

        Person logIn(ClientMessage.Secrets secrets, boolean register) {
            byte[] signed = LoginProof.signedOctets(FakeLink.EXPORTER.asReadOnlyArray(), name);
            say(new ClientMessage.Login(
                    name, device.publicKey().octets(), device.sign(signed), secrets, register, "test device", "test"));
            return this;
        }

        /** The code of the refusal of the newest login; empty if it was let in. */
        String loginRefusal() {
            List<ServerMessage> answers = link.chat.stream()
                    .filter(message -> message instanceof ServerMessage.Welcome
                            || (message instanceof ServerMessage.Refused refused && refused.request() == 0))
                    .toList();
            if (answers.isEmpty()) {
                throw new AssertionError("no answer: " + link.chat);
            }
            ServerMessage last = answers.get(answers.size() - 1);
            return last instanceof ServerMessage.Refused refused ? refused.code() : "";
        }

        Person logInWith(String password) {
            return logIn(new ClientMessage.Secrets("", password, "", ""), false);
        }

        Person register(String password) {
            return logIn(new ClientMessage.Secrets("", password, "", ""), true);
        }

        boolean isOut() {
            return session.isClosed();
        }

        void disconnect() {
            relay.onClosed(session, nowNs);
            settleUnlessDeferred();
        }

        /** The number of the request. */
        int join(String room) {
            return join(room, "");
        }

        int join(String room, String password) {
            say(new ClientMessage.Join(++lastRequest, room, password));
            return lastRequest;
        }

        int leave(String room) {
            say(new ClientMessage.Leave(++lastRequest, idOf(room)));
            return lastRequest;
        }

        int moderate(String room, Moderation action, String whom, Role role, long durationS) {
            say(new ClientMessage.Moderate(++lastRequest, idOf(room), whom, action, role, durationS, "because"));
            return lastRequest;
        }

        int moderate(String room, Moderation action, String whom) {
            return moderate(room, action, whom, Role.MEMBER, 0);
        }

        int set(String room, RoomSetting setting, String value) {
            say(new ClientMessage.SetRoom(++lastRequest, idOf(room), setting, value));
            return lastRequest;
        }

        int pin(String room, long seq, boolean pinned) {
            say(new ClientMessage.Pin(++lastRequest, idOf(room), seq, pinned));
            return lastRequest;
        }

        MessageId post(String to, String text) {
            return post(to, text, ++lastRequest);
        }

        MessageId post(String to, String text, int idNumber) {
            return post(to, EntryKind.MESSAGE, 0, text, idNumber);
        }

        MessageId amend(String to, EntryKind kind, long refSeq, String text) {
            return post(to, kind, refSeq, text, ++lastRequest);
        }

        private MessageId post(String to, EntryKind kind, long refSeq, String text, int idNumber) {
            byte[] octets = new byte[MessageId.LENGTH_BYTES];
            octets[0] = device.publicKey().octets().at(0);
            octets[1] = (byte) (idNumber >> 8);
            octets[2] = (byte) idNumber;
            MessageId id = new MessageId(Bytes.copyOf(octets));
            say(new ClientMessage.Post(id, to, kind, refSeq, MessageCodec.encode(new Body.Text(text, 0))));
            return id;
        }

        ServerMessage.Page page(String room, long after, long before, boolean newest, int limit) {
            say(new ClientMessage.History(++lastRequest, idOf(room), after, before, newest, limit));
            return link.lastChat(ServerMessage.Page.class);
        }

        void mark(String room, long delivered, long read) {
            say(new ClientMessage.Marks(idOf(room), delivered, read));
        }

        void say(ClientMessage message) {
            relay.onMessage(session, MessageCodec.encode(message), nowNs);
            settleUnlessDeferred();
        }

        /** The link has sent something and may take more. */
        void becomesWritable() {
            relay.onWritable(session);
            settleUnlessDeferred();
        }

        int nextRequest() {
            return ++lastRequest;
        }

        /** The newest state of the conversation that this connection was told. */
        ConversationState stateOf(String name) {
            List<ConversationState> states = link.chatOf(ServerMessage.Conversation.class).stream()
                    .map(ServerMessage.Conversation::state)
                    .filter(state -> state.name().equals(name))
                    .toList();
            if (states.isEmpty()) {
                throw new AssertionError("no state of " + name + " among " + link.chat);
            }
            return states.get(states.size() - 1);
        }

        boolean isIn(String name) {
            return link.chatOf(ServerMessage.Conversation.class).stream()
                    .anyMatch(conversation -> conversation.state().name().equals(name));
        }

        long idOf(String name) {
            return stateOf(name).id();
        }

        List<Entry> entriesOf(String name) {
            long id = idOf(name);
            return link.chatOf(ServerMessage.Appended.class).stream()
                    .filter(appended -> appended.conversation() == id)
                    .map(ServerMessage.Appended::entry)
                    .toList();
        }

        List<Long> messageSeqs(String name) {
            return entriesOf(name).stream()
                    .filter(entry -> entry.kind() == EntryKind.MESSAGE)
                    .map(Entry::seq)
                    .toList();
        }

        /** The code of the refusal of that request; fails if it was not refused. */
        String refusalOf(int request) {
            return link.chatOf(ServerMessage.Refused.class).stream()
                    .filter(refused -> refused.request() == request)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("request " + request + " was not refused: " + link.chat))
                    .code();
        }

        boolean isDone(int request) {
            return link.chatOf(ServerMessage.Done.class).stream().anyMatch(done -> done.request() == request);
        }

        ServerMessage.Posted posted() {
            return link.lastChat(ServerMessage.Posted.class);
        }

        String rejection() {
            return link.lastChat(ServerMessage.Rejected.class).code();
        }
    }

    Change change() {
        return relay.change(text -> {
            throw new AssertionError(text);
        });
    }

    Account account(String name) {
        Account account = relay.directory().accounts().find(name);
        if (account == null) {
            throw new AssertionError("nobody is called " + name);
        }
        return account;
    }

    Person person(String name) {
        return new Person(name, nextPort);
    }

    /** A person who is logged in and in the room. */
    Person inRoom(String name, String room) {
        Person person = person(name).logIn();
        person.join(room);
        return person;
    }
}
