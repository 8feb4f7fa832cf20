package io.heliograph.client.core.e2e;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.common.e2e.Roll;
import io.heliograph.common.e2e.RollAction;
import io.heliograph.common.e2e.RollChange;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Has the roll follow what the user does to a room, and tells of members whom nobody has admitted (protocol.md 13.4).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Admissions {
    /** Chosen by us: whoever comes in adds himself, or is added, within a moment. */
    static final long ENTERING_NS = TimeUnit.SECONDS.toNanos(2);

    static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(5);

    private static final Bytes NO_KEY = Bytes.takingOver(new byte[32]);

    private record Pending(Target where, String name) {}

    private record Stranger(Target where, String name) {}

    private final List<Pending> pending = new ArrayList<>();
    private final Map<Stranger, Long> strangersSinceNs = new HashMap<>();
    private final Set<Stranger> told = new HashSet<>();
    private final Contacts contacts;
    private final CardDesk cards;
    private final RoomRolls rolls;
    private final Consumer<ClientEvent> events;

    Admissions(Contacts contacts, CardDesk cards, RoomRolls rolls, Consumer<ClientEvent> events) {
        this.contacts = contacts;
        this.cards = cards;
        this.rolls = rolls;
        this.events = events;
    }

    /** The user is about to do this. */
    void onIntent(ClientCommand command, String self, long nowNs) {
        if (command instanceof ClientCommand.Leave leave) {
            rolls.say(leave.room(), new RollChange(RollAction.REMOVE, self, NO_KEY, 0), nowNs);
        } else if (command instanceof ClientCommand.SetRoom set && set.setting() == RoomSetting.ACCESS) {
            setOpen(set.where(), set.value(), nowNs);
        } else if (command instanceof ClientCommand.Moderate order) {
            moderate(order, nowNs);
        }
    }

    /** Adds somebody to the roll as soon as the key is known. */
    void admit(Target where, String name, long nowNs) {
        pending.add(new Pending(where, name));
        pump(nowNs);
    }

    /** Whether newcomers are given earlier keys. */
    void setHistory(Target where, boolean on, long nowNs) {
        RoomRoll room = rolls.find(where);
        if (room != null) {
            int open = room.roll().isOpen() ? Roll.OPEN : 0;
            rolls.say(where, new RollChange(RollAction.POLICY, "", NO_KEY, open + (on ? Roll.HISTORY : 0)), nowNs);
        }
    }

    void pump(long nowNs) {
        for (Pending next : List.copyOf(pending)) {
            if (cards.isFresh(next.name(), nowNs)) {
                pending.remove(next);
                Contact contact = contacts.find(next.name());
                if (contact != null && contact.proposed() == null) {
                    rolls.say(
                            next.where(),
                            new RollChange(RollAction.ADD, contact.name(), contact.accountKey(), Role.MEMBER.code()),
                            nowNs);
                }
            }
        }
    }

    /** The server does not know the one who was to be admitted. */
    void onRefused(Target who) {
        pending.removeIf(next -> Target.user(next.name()).key().equals(who.key()));
    }

    /** Whom the server names as members and the roll does not, at this moment. */
    void onStrangers(Target where, Set<String> names, long nowNs) {
        strangersSinceNs
                .keySet()
                .removeIf(known -> known.where().key().equals(where.key()) && !names.contains(known.name()));
        Set<String> news = new TreeSet<>();
        for (String name : names) {
            Stranger stranger = new Stranger(where, name);
            Long sinceNs = strangersSinceNs.putIfAbsent(stranger, nowNs);
            if (sinceNs != null && nowNs - sinceNs >= PATIENCE_NS && told.add(stranger)) {
                news.add(name);
            }
        }
        if (!news.isEmpty()) {
            events.accept(new ClientEvent.NotAdmitted(where, List.copyOf(news)));
        }
    }

    /** Somebody has just come in and is about to be in the roll: what is said now is meant for them, too. */
    boolean expectsSomebody(Target where, long nowNs) {
        for (Map.Entry<Stranger, Long> entry : strangersSinceNs.entrySet()) {
            boolean here = entry.getKey().where().key().equals(where.key());
            if (here && nowNs - entry.getValue() < ENTERING_NS) {
                return true;
            }
        }
        return false;
    }

    /** When somebody has been a stranger for too long; {@link NanoClock#NEVER_NS} if nobody is. */
    long nextTimeoutNs(long nowNs) {
        long next = NanoClock.NEVER_NS;
        for (Map.Entry<Stranger, Long> entry : strangersSinceNs.entrySet()) {
            if (!told.contains(entry.getKey())) {
                long enteredNs = entry.getValue() + ENTERING_NS;
                next = Math.min(next, enteredNs > nowNs ? enteredNs : entry.getValue() + PATIENCE_NS);
            }
        }
        return next;
    }

    /** The rooms in which somebody is a stranger. */
    List<Target> roomsWithStrangers() {
        return strangersSinceNs.keySet().stream()
                .map(Stranger::where)
                .distinct()
                .toList();
    }

    private void moderate(ClientCommand.Moderate order, long nowNs) {
        RoomRoll room = rolls.find(order.where());
        switch (order.action()) {
            case INVITE -> {
                if (room != null && !room.roll().isOpen()) {
                    admit(order.where(), order.name(), nowNs);
                }
            }
            case KICK, BAN ->
                rolls.say(order.where(), new RollChange(RollAction.REMOVE, order.name(), NO_KEY, 0), nowNs);
            case SET_ROLE -> {
                Role role = order.role();
                if (role != null) {
                    rolls.say(order.where(), new RollChange(RollAction.ROLE, order.name(), NO_KEY, role.code()), nowNs);
                }
            }
            case UNBAN, MUTE, UNMUTE -> {}
        }
    }

    private void setOpen(Target where, String value, long nowNs) {
        RoomRoll room = rolls.find(where);
        if (room != null) {
            String word = value.strip().toLowerCase(Locale.ROOT);
            boolean open = word.equals(RoomAccess.PUBLIC.word()) || word.equals(RoomAccess.PASSWORD.word());
            int history = room.roll().givesHistory() ? Roll.HISTORY : 0;
            rolls.say(where, new RollChange(RollAction.POLICY, "", NO_KEY, (open ? Roll.OPEN : 0) + history), nowNs);
        }
    }
}
