package io.heliograph.client.core.e2e;

import io.heliograph.client.core.AutoRead;
import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.SealNote;
import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.files.FileTransfers;
import io.heliograph.client.core.files.Ignored;
import io.heliograph.client.core.files.MemoryDisk;
import io.heliograph.client.core.session.ClientSession;
import io.heliograph.client.core.session.OutboxEntry;
import io.heliograph.client.core.session.OutboxStore;
import io.heliograph.client.core.session.SessionConfig;
import io.heliograph.client.core.session.TrustStore;
import io.heliograph.client.core.store.MemoryHistory;
import io.heliograph.client.core.store.MemoryLocalStore;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Several clients with real keys around one {@link TestRelay}, in virtual time. */
final class World {
    static final Target LAB = Target.room("lab");

    final TestRelay relay = new TestRelay();
    final RandomSource random;
    final List<Person> people = new ArrayList<>();
    long nowNs = 1;
    long wallMs = 1_700_000_000_000L;

    World(long seed) {
        Random seeded = new Random(seed);
        random = seeded::nextBytes;
    }

    Person person(String name, Target... rooms) {
        return person(name, IdentityKeyPair.generate(random), rooms);
    }

    Person person(String name, IdentityKeyPair device, Target... rooms) {
        Person person = new Person(name, device, List.of(rooms));
        people.add(person);
        person.start();
        return person;
    }

    World settle() {
        for (int turn = 0; turn < 2_000; turn++) {
            boolean moved = false;
            for (Person person : List.copyOf(people)) {
                moved |= person.turn();
            }
            if (!moved) {
                return this;
            }
        }
        throw new AssertionError("never comes to rest");
    }

    World waits(long ms) {
        long endNs = nowNs + TimeUnit.MILLISECONDS.toNanos(ms);
        for (int steps = 0; ; steps++) {
            if (steps > 100_000) {
                throw new AssertionError("a timer that never rests");
            }
            long next = Long.MAX_VALUE;
            for (Person person : people) {
                next = Math.min(next, person.session.nextTimeoutNs(nowNs));
            }
            if (next > endNs) {
                break;
            }
            nowNs = Math.max(nowNs, next);
            people.forEach(person -> person.session.onTimeout(nowNs));
            settle();
        }
        wallMs += ms;
        nowNs = endNs;
        return settle();
    }

    /** One client of one user. */
    final class Person {
        /** What a user may copy and put back. */
        record Backup(MemoryLocalStore store, MemoryHistory history) {}

        final String name;
        final IdentityKeyPair device;
        final List<Target> rooms;
        final List<ClientEvent> events = new ArrayList<>();
        MemoryLocalStore store = new MemoryLocalStore();
        MemoryHistory history = new MemoryHistory();
        final Outbox outbox = new Outbox();
        TestRelay.Link link;
        ClientSession session;
        private int lastId;

        Person(String name, IdentityKeyPair device, List<Target> rooms) {
            this.name = name;
            this.device = device;
            this.rooms = rooms;
            this.link = relay.link(device.publicKey().octets());
            this.session = make();
        }

        Person start() {
            session.start(nowNs);
            settle();
            return this;
        }

        /** Killed: what was not written is gone. */
        void dies() {
            link.up = false;
            link.user = "";
            relay.links.remove(link);
            people.remove(this);
        }

        /** Started again with what was written. */
        void returns() {
            store = store.restarted();
            history = history.restarted();
            outbox.unsynced.clear();
            events.clear();
            link = relay.link(device.publicKey().octets());
            session = make();
            people.add(this);
            start();
        }

        /** A copy of the profile as it is on disk. */
        Backup backup() {
            return new Backup(store.restarted(), history.restarted());
        }

        /** The profile is put back; the program must not be running. */
        void goesBackTo(Backup backup) {
            store = backup.store().restarted();
            history = backup.history().restarted();
        }

        MessageId says(Target to, String text) {
            MessageId id = id(++lastId);
            does(new ClientCommand.Say(id, to, text));
            return id;
        }

        Person does(ClientCommand command) {
            session.execute(command, nowNs);
            settle();
            return this;
        }

        MessageId id(int number) {
            byte[] octets = new byte[MessageId.LENGTH_BYTES];
            byte[] who = name.getBytes(java.nio.charset.StandardCharsets.UTF_8);
            System.arraycopy(who, 0, octets, 0, Math.min(8, who.length));
            octets[8] = device.publicKey().octets().at(0);
            octets[14] = (byte) (number >> 8);
            octets[15] = (byte) number;
            return new MessageId(Bytes.takingOver(octets));
        }

        boolean turn() {
            int before = events.size();
            boolean more = !link.events.isEmpty();
            session.onLinkActivity(nowNs);
            session.flush(nowNs);
            for (ClientEvent event = session.pollEvent(); event != null; event = session.pollEvent()) {
                events.add(event);
            }
            return more || events.size() != before;
        }

        /** What this user can read of a conversation, by number, as it stands. */
        List<String> reads(Target where) {
            return lines(where).values().stream()
                    .filter(line -> line.isMessage() && line.text() != null)
                    .map(line -> line.from() + ": " + line.text())
                    .toList();
        }

        /** Why lines are not shown, or what is odd about them. */
        List<String> notes(Target where) {
            return lines(where).values().stream()
                    .map(ShownEntry::note)
                    .filter(note -> note != null)
                    .map(SealNote::text)
                    .toList();
        }

        Map<Object, ShownEntry> lines(Target where) {
            Map<Object, ShownEntry> lines = new LinkedHashMap<>();
            for (ClientEvent event : events) {
                if (event instanceof ClientEvent.EntryShown shown
                        && shown.where().key().equals(where.key())) {
                    lines.put(keyOf(shown.entry()), shown.entry());
                } else if (event instanceof ClientEvent.EntryRevealed revealed
                        && revealed.where().key().equals(where.key())) {
                    lines.put(keyOf(revealed.entry()), revealed.entry());
                } else if (event instanceof ClientEvent.EntryChanged changed) {
                    ShownEntry entry = changed.entry();
                    if (entry != null && changed.where().key().equals(where.key())) {
                        lines.put(keyOf(entry), entry);
                    }
                } else if (event instanceof ClientEvent.PageShown page
                        && page.where().key().equals(where.key())) {
                    page.entries().forEach(entry -> lines.putIfAbsent(keyOf(entry), entry));
                }
            }
            return lines;
        }

        <T extends ClientEvent> List<T> saw(Class<T> kind) {
            return events.stream().filter(kind::isInstance).map(kind::cast).toList();
        }

        private Object keyOf(ShownEntry entry) {
            MessageId id = entry.id();
            return id != null && entry.own() ? id : entry.seq();
        }

        private ClientSession make() {
            SessionConfig config = new SessionConfig(
                    new ServerName("relay", 12_345),
                    name,
                    SessionConfig.Credentials.NONE,
                    rooms,
                    AutoRead.EVERYTHING,
                    "test",
                    "test");
            return new ClientSession(
                    config,
                    link,
                    outbox,
                    new Pin(),
                    random,
                    () -> wallMs,
                    new ClientSession.Parts(
                            events -> new EndToEnd(
                                    new EndToEnd.Ground(device, store, history, random, () -> wallMs, events)),
                            events -> new FileTransfers.Ports(
                                    store, new MemoryDisk(), random, Path.of("downloads"), Ignored.NOBODY, events)));
        }
    }

    /** Keeps what was synced. */
    static final class Outbox implements OutboxStore {
        final Map<MessageId, OutboxEntry> kept = new LinkedHashMap<>();
        final List<OutboxEntry> unsynced = new ArrayList<>();

        @Override
        public List<OutboxEntry> restored() {
            return List.copyOf(kept.values());
        }

        @Override
        public void append(OutboxEntry entry) {
            unsynced.add(entry);
        }

        @Override
        public void settle(MessageId id) {
            kept.remove(id);
        }

        @Override
        public void sync() {
            unsynced.forEach(entry -> kept.put(entry.id(), entry));
            unsynced.clear();
        }
    }

    /** The relay is known. */
    private static final class Pin implements TrustStore {
        @Override
        public @Nullable String expected() {
            return TestRelay.FINGERPRINT;
        }

        @Override
        public void trust(String fingerprint) {}

        @Override
        public String history() {
            return "";
        }
    }
}
