package io.heliograph.client.core.e2e;

import io.heliograph.client.core.AlarmCause;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.e2e.Roll;
import io.heliograph.common.e2e.RollAction;
import io.heliograph.common.e2e.RollChange;
import io.heliograph.common.e2e.RollEntry;
import io.heliograph.common.e2e.RollMember;
import io.heliograph.common.message.ConversationKind;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.EndToEndMessage;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows the rolls of the user's rooms, begins them, and says in them what the user does (protocol.md 13.4).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class RoomRolls {
    /** Chosen by us: how long to wait before an append that the server had no time for is tried again. */
    private static final long RETRY_NS = TimeUnit.SECONDS.toNanos(2);

    /** What follows from an entry of a roll. */
    interface Sink {
        /** The roll of a room says something else now. */
        void onRoll(Target where, long nowNs);
    }

    private final Map<String, RoomRoll> byKey = new LinkedHashMap<>();
    private final Map<Long, RoomRoll> byNumber = new HashMap<>();
    private final Set<String> alarmed = new HashSet<>();
    private final OwnDevice own;
    private final LocalStore store;
    private final LongSupplier wallClockMs;
    private final Sink sink;
    private final Consumer<ClientEvent> events;
    private @Nullable RelayRequests relay;
    private String instance = "";
    private long generation;

    RoomRolls(OwnDevice own, LocalStore store, LongSupplier wallClockMs, Sink sink, Consumer<ClientEvent> events) {
        this.own = own;
        this.store = store;
        this.wallClockMs = wallClockMs;
        this.sink = sink;
        this.events = events;
    }

    void begin(RelayRequests to) {
        relay = to;
    }

    // Inputs

    void onWelcome(String serverInstance) {
        if (!serverInstance.equals(instance)) {
            byKey.clear();
            byNumber.clear();
            instance = serverInstance;
            generation++;
        }
    }

    void onConnectionLost() {
        byKey.values().forEach(RoomRoll::onConnectionLost);
    }

    void onConversation(Target where, ConversationState state, long nowNs) {
        if (state.kind() != ConversationKind.ROOM) {
            return;
        }
        RoomRoll room = byKey.get(where.key());
        if (room == null || room.conversation() != state.id()) {
            room = new RoomRoll(where, state.id(), instance, store);
            byKey.put(where.key(), room);
            byNumber.put(state.id(), room);
            generation++;
            wantMembership(room, state.access());
        }
        room.onTold(state.rollCount());
        pump(nowNs);
    }

    void onGone(Target where) {
        RoomRoll room = byKey.remove(where.key());
        if (room != null) {
            byNumber.remove(room.conversation());
            generation++;
        }
    }

    void onRolled(ServerMessage.Rolled rolled, long nowNs) {
        RoomRoll room = byNumber.get(rolled.conversation());
        if (room != null) {
            take(room, rolled.index(), rolled.entry());
            afterEntries(room, nowNs);
        }
    }

    // Commands

    /** Says {@code wanted} in the roll unless it is so already; nothing where this device may not. */
    void say(Target where, RollChange wanted, long nowNs) {
        RoomRoll room = byKey.get(where.key());
        if (room != null) {
            room.say(() -> RollStatements.next(room.roll(), own, wanted, wallClockMs));
            pump(nowNs);
        }
    }

    /** The account has another key: it is to be told in the rolls that are open. */
    void onOwnKeyChanged(long nowNs) {
        byKey.values().forEach(room -> wantMembership(room, RoomAccess.PRIVATE));
        pump(nowNs);
    }

    /** The user accepts what the server shows of a room now. False if there was no alarm. */
    boolean accept(Target where, long nowNs) {
        RoomRoll room = byKey.get(where.key());
        if (room == null || room.alarm() == null) {
            return false;
        }
        room.accept();
        alarmed.remove(where.key());
        generation++;
        wantMembership(room, RoomAccess.PRIVATE);
        pump(nowNs);
        sink.onRoll(where, nowNs);
        return true;
    }

    /** Somebody names a head that is not known: the server may have more than it has told. */
    void refresh(Target where, long nowNs) {
        RoomRoll room = byKey.get(where.key());
        if (room != null && !room.isFetching()) {
            room.onPageAsked();
            fetch(room, nowNs);
        }
    }

    // Outputs

    /** Asks for what is missing and appends what is to be said. */
    void pump(long nowNs) {
        for (RoomRoll room : byKey.values()) {
            if (room.pollWantsPage(nowNs)) {
                fetch(room, nowNs);
            }
            boolean may = own.isReconciled() && own.isListed() && room.alarm() == null;
            RollEntry entry = may ? room.pollStatement(nowNs) : null;
            if (entry != null) {
                append(room, entry, nowNs);
            }
        }
    }

    long nextTimeoutNs(long nowNs) {
        long next = NanoClock.NEVER_NS;
        for (RoomRoll room : byKey.values()) {
            next = Math.min(next, room.nextTimeoutNs(nowNs, NanoClock.NEVER_NS));
        }
        return next;
    }

    // Queries

    /** Null for a room that this client is not in, and for what is no room. */
    @Nullable
    RoomRoll find(Target where) {
        return byKey.get(where.key());
    }

    Collection<RoomRoll> all() {
        return byKey.values();
    }

    /** Everything is known that the server told of, and nothing of it contradicts what was seen before. */
    boolean isReady(Target where) {
        RoomRoll room = byKey.get(where.key());
        return room != null && room.isFollowed();
    }

    /** Something is still to be said in the roll, or it is not known yet whether. */
    boolean isEntering(Target where) {
        RoomRoll room = byKey.get(where.key());
        if (room == null || room.alarm() != null || (own.isReconciled() && !own.isListed())) {
            return false;
        }
        return !room.isFollowed() || room.hasStatements();
    }

    long generation() {
        return generation;
    }

    // Private

    /** Begins an empty roll; adds the own account to one that is open (protocol.md 13.4). */
    private void wantMembership(RoomRoll room, RoomAccess access) {
        int open = access == RoomAccess.PUBLIC || access == RoomAccess.PASSWORD ? Roll.OPEN : 0;
        room.say(() -> RollStatements.membership(room.roll(), room.where(), own, open, wallClockMs));
    }

    private void fetch(RoomRoll room, long nowNs) {
        RelayRequests to = relay;
        if (to == null) {
            return;
        }
        long after = room.pageAfter();
        to.ask(
                request -> new EndToEndMessage.ReadRoll(request, room.conversation(), after),
                (answer, atNs) -> {
                    if (answer instanceof ServerMessage.RollPage page) {
                        room.onPageAnswered(page.entries().isEmpty());
                        long index = page.firstIndex();
                        for (Bytes entry : page.entries()) {
                            take(room, index++, entry);
                        }
                        afterEntries(room, atNs);
                    } else {
                        room.onPageRefused(atNs + RETRY_NS);
                    }
                },
                nowNs);
    }

    private void append(RoomRoll room, RollEntry entry, long nowNs) {
        RelayRequests to = relay;
        if (to == null) {
            return;
        }
        long index = room.roll().count() + 1;
        to.ask(
                request -> new EndToEndMessage.AppendRoll(request, room.conversation(), index, entry.octets()),
                (answer, atNs) -> onAppendAnswered(room, index, answer, atNs),
                nowNs);
    }

    private void onAppendAnswered(RoomRoll room, long index, ServerMessage answer, long nowNs) {
        if (answer instanceof ServerMessage.Refused refused) {
            boolean stale = refused.code().equals(RefusalCode.STALE);
            boolean later = refused.code().equals(RefusalCode.THROTTLED)
                    || refused.code().equals(RefusalCode.BUSY)
                    || refused.code().equals(RefusalCode.READ_ONLY);
            if (stale) {
                room.onTold(index); // somebody else was first: the entry is made anew behind theirs
            }
            room.onAppendAnswered(!stale && !later, stale ? nowNs : nowNs + RETRY_NS);
        } else {
            room.onAppendAnswered(true, nowNs);
        }
        pump(nowNs);
        sink.onRoll(room.where(), nowNs);
    }

    private void take(RoomRoll room, long index, Bytes octets) {
        long before = room.roll().count();
        room.take(index, octets);
        RollEntry counted = room.roll().lastCounted();
        if (room.roll().count() > before && counted != null && counted.octets().equals(octets)) {
            if (index == room.roll().count() && counted.action() == RollAction.ADD) {
                RollMember added = room.roll().member(counted.subject());
                boolean byOther = added != null && !counted.actor().equals(counted.subject());
                if (byOther) {
                    events.accept(new ClientEvent.Admitted(room.where(), counted.subject(), counted.actor()));
                }
            }
        }
    }

    private void afterEntries(RoomRoll room, long nowNs) {
        generation++;
        AlarmCause alarm = room.alarm();
        if (alarm != null && alarmed.add(room.where().key())) {
            events.accept(new ClientEvent.RoomAlarm(room.where(), alarm));
        }
        if (!room.hasStatements()) {
            wantMembership(room, RoomAccess.PRIVATE); // it may have been opened, or a new key has to be told
        }
        pump(nowNs);
        sink.onRoll(room.where(), nowNs);
    }
}
