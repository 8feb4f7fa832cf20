package io.heliograph.client.core.session;

import io.heliograph.client.core.AutoRead;
import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A session, a relay and a disk, in virtual time. */
final class SessionRig {
    static final Target LOBBY = Target.room("lobby");
    static final Target BOB = Target.user("bob");

    final FakeRelay relay = new FakeRelay();
    final Disk disk = new Disk();
    final Pins pins = new Pins();
    final List<ClientEvent> events = new ArrayList<>();
    AutoRead autoRead = AutoRead.NOTHING;
    ClientSession session = newSession();
    long nowNs = 1;

    /** Keeps what was synced through {@link SessionRig#crash}. */
    static final class Disk implements OutboxStore {
        private final Map<MessageId, OutboxEntry> kept = new LinkedHashMap<>();
        private final List<OutboxEntry> unsynced = new ArrayList<>();
        int syncCount;
        boolean full;

        @Override
        public List<OutboxEntry> restored() {
            return List.copyOf(kept.values());
        }

        @Override
        public void append(OutboxEntry entry) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            unsynced.add(entry);
        }

        @Override
        public void settle(MessageId id) {
            kept.remove(id);
        }

        @Override
        public void sync() {
            syncCount++;
            unsynced.forEach(entry -> kept.put(entry.id(), entry));
            unsynced.clear();
        }
    }

    /** A pin in memory. */
    static final class Pins implements TrustStore {
        @Nullable
        String pinned = FakeRelay.FINGERPRINT;

        @Override
        public @Nullable String expected() {
            return pinned;
        }

        @Override
        public void trust(String fingerprint) {
            pinned = fingerprint;
        }

        @Override
        public String history() {
            return "first seen 2026-03-01, 42 connections";
        }
    }

    static MessageId id(int number) {
        return new MessageId(Bytes.takingOver(
                ByteBuffer.allocate(MessageId.LENGTH_BYTES).putInt(number).array()));
    }

    /** As a face without a person does: everything is read by being shown. */
    SessionRig readingEverything() {
        autoRead = AutoRead.EVERYTHING;
        session = newSession();
        return this;
    }

    SessionRig start() {
        if (pins.pinned != null) {
            relay.expect(pins.pinned);
        }
        session.start(nowNs);
        return settle();
    }

    /** The process is killed and started again with the same disk. */
    SessionRig crash() {
        relay.close(0, "", nowNs);
        disk.unsynced.clear();
        events.clear();
        session = newSession();
        return start();
    }

    SessionRig does(ClientCommand command) {
        session.execute(command, nowNs);
        return settle();
    }

    SessionRig says(int number, Target to, String text) {
        return does(new ClientCommand.Say(id(number), to, text));
    }

    SessionRig settle() {
        for (int turn = 0; turn < 1_000; turn++) {
            int before = events.size();
            session.onLinkActivity(nowNs);
            session.flush(nowNs);
            for (ClientEvent event = session.pollEvent(); event != null; event = session.pollEvent()) {
                events.add(event);
            }
            if (events.size() == before && !relay.hasMore()) {
                return this;
            }
        }
        throw new AssertionError("never comes to rest: " + events.get(events.size() - 1));
    }

    /** Time passes, timer by timer. */
    SessionRig waits(long ms) {
        long endNs = nowNs + TimeUnit.MILLISECONDS.toNanos(ms);
        int steps = 0;
        for (long next = session.nextTimeoutNs(nowNs); next <= endNs; next = session.nextTimeoutNs(nowNs)) {
            if (++steps > 100_000) {
                throw new AssertionError("a timer that never rests, at " + next);
            }
            nowNs = Math.max(nowNs, next);
            session.onTimeout(nowNs);
            settle();
        }
        nowNs = endNs;
        return settle();
    }

    <T extends ClientEvent> List<T> seen(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<MessageState> statesOf(int number) {
        return seen(ClientEvent.StateChanged.class).stream()
                .filter(changed -> changed.id().equals(id(number)))
                .map(ClientEvent.StateChanged::state)
                .toList();
    }

    List<String> textsFromOthers() {
        return seen(ClientEvent.EntryShown.class).stream()
                .filter(shown -> shown.entry().isMessage() && !shown.entry().own())
                .map(shown -> String.valueOf(shown.entry().text()))
                .toList();
    }

    /** The last that was told of {@code where}. */
    ClientEvent.UnreadChanged unreadOf(Target where) {
        return seen(ClientEvent.UnreadChanged.class).stream()
                .filter(changed -> changed.where().key().equals(where.key()))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private ClientSession newSession() {
        SessionConfig config = new SessionConfig(
                new ServerName("relay", 12_345),
                "ann",
                SessionConfig.Credentials.NONE,
                List.of(LOBBY),
                autoRead,
                "test",
                "test");
        return new ClientSession(
                config,
                relay,
                disk,
                pins,
                target -> target[0] = 7,
                () -> 1_000,
                new ClientSession.Parts(events -> new OpenLayer(), NoFiles::ports));
    }
}
