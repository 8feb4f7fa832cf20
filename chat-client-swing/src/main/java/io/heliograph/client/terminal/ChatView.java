package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.UserPresence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the terminal knows, built from events alone: rooms, people, connection, own messages on their way.
 *
 * <p>Thread-safe: the event thread writes, the reading thread asks.
 */
final class ChatView {
    private static final long TYPING_SHOWN_NS = TimeUnit.SECONDS.toNanos(5);

    /** An own message that is not settled. */
    record Pending(MessageId id, Target to, String text, MessageState state, long sinceNs) {}

    /** How the connection is, in a word. */
    enum Link {
        CONNECTING("connecting"),
        ONLINE("online"),
        UNRESPONSIVE("reconnecting"),
        WAITING("reconnecting"),
        OFFLINE("offline");

        private final String word;

        Link(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private final Map<String, ClientEvent.Joined> rooms = new LinkedHashMap<>();
    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final Map<String, PresenceState> people = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<MessageId, Pending> pending = new LinkedHashMap<>();
    private final Map<String, Long> typingNs = new LinkedHashMap<>();
    private Target current;
    private @Nullable Target lastDirect;
    private Link link = Link.CONNECTING;
    private ClientEvent.@Nullable Connected connected;
    private ClientEvent.LinkQuality quality = new ClientEvent.LinkQuality(-1, 0);
    private int failedCount;

    ChatView(Target first) {
        this.current = first;
    }

    synchronized void onEvent(ClientEvent event, long nowNs) {
        if (event instanceof ClientEvent.MessageShown shown) {
            onMessage(shown, nowNs);
        } else if (event instanceof ClientEvent.StateChanged changed) {
            onState(changed);
        } else if (event instanceof ClientEvent.TypingShown typing) {
            typingNs.put(typing.from(), nowNs);
        } else if (event instanceof ClientEvent.LinkQuality measured) {
            quality = measured;
        } else {
            onRoomEvent(event);
            onLinkEvent(event);
        }
    }

    synchronized Target current() {
        return current;
    }

    synchronized void switchTo(Target target) {
        ClientEvent.Joined joined = rooms.get(target.key());
        current = joined == null ? target : joined.room();
    }

    /** Who wrote directly last. */
    synchronized @Nullable Target lastDirect() {
        return lastDirect;
    }

    /** In the order in which they were joined. */
    synchronized List<Target> rooms() {
        return rooms.values().stream().map(ClientEvent.Joined::room).toList();
    }

    synchronized boolean isIn(Target room) {
        return rooms.containsKey(room.key());
    }

    synchronized List<String> membersOf(Target room) {
        return new ArrayList<>(members.getOrDefault(room.key(), Set.of()));
    }

    synchronized Map<String, PresenceState> people() {
        return new LinkedHashMap<>(people);
    }

    synchronized List<Pending> pending() {
        return new ArrayList<>(pending.values());
    }

    synchronized @Nullable Pending pendingOf(MessageId id) {
        return pending.get(id);
    }

    synchronized int failedCount() {
        return failedCount;
    }

    synchronized Link link() {
        return link;
    }

    synchronized ClientEvent.@Nullable Connected connection() {
        return connected;
    }

    synchronized ClientEvent.LinkQuality quality() {
        return quality;
    }

    synchronized List<String> typing(long nowNs) {
        typingNs.values().removeIf(sinceNs -> nowNs - sinceNs >= TYPING_SHOWN_NS);
        return new ArrayList<>(typingNs.keySet());
    }

    private void onMessage(ClientEvent.MessageShown shown, long nowNs) {
        if (shown.own()) {
            String text = shown.text() == null ? "" : shown.text();
            pending.put(shown.id(), new Pending(shown.id(), shown.where(), text, MessageState.QUEUED, nowNs));
            return;
        }
        typingNs.remove(shown.from());
        if (!shown.where().isRoom()) {
            lastDirect = shown.where();
        }
    }

    private void onState(ClientEvent.StateChanged changed) {
        Pending known = pending.get(changed.id());
        failedCount += changed.state() == MessageState.FAILED ? 1 : 0;
        if (known == null) {
            return;
        }
        if (changed.state().isSettled()) {
            pending.remove(changed.id());
        } else {
            Pending moved = new Pending(known.id(), known.to(), known.text(), changed.state(), known.sinceNs());
            pending.put(changed.id(), moved);
        }
    }

    private void onRoomEvent(ClientEvent event) {
        if (event instanceof ClientEvent.Joined joined) {
            rooms.put(joined.room().key(), joined);
            members.put(joined.room().key(), new LinkedHashSet<>(joined.members()));
            if (joined.room().key().equals(current.key())) {
                current = joined.room();
            }
        } else if (event instanceof ClientEvent.Left left) {
            forget(left.room());
        } else if (event instanceof ClientEvent.JoinRefused refused) {
            forget(refused.room());
        } else if (event instanceof ClientEvent.MemberChanged change) {
            Set<String> present = members.computeIfAbsent(change.room().key(), key -> new LinkedHashSet<>());
            if (change.joined()) {
                present.add(change.name());
            } else {
                present.remove(change.name());
            }
        } else if (event instanceof ClientEvent.UserList list) {
            people.clear();
            list.users().forEach(this::onPresence);
        } else if (event instanceof ClientEvent.PresenceChanged changed) {
            onPresence(changed.user());
        }
    }

    private void onPresence(UserPresence user) {
        if (user.state() == PresenceState.OFFLINE) {
            people.remove(user.name());
        } else {
            people.put(user.name(), user.state());
        }
    }

    private void onLinkEvent(ClientEvent event) {
        if (event instanceof ClientEvent.Connected now) {
            connected = now;
            link = Link.ONLINE;
        } else if (event instanceof ClientEvent.Recovered) {
            link = Link.ONLINE;
        } else if (event instanceof ClientEvent.Unresponsive) {
            link = Link.UNRESPONSIVE;
        } else if (event instanceof ClientEvent.Connecting) {
            link = connected == null ? Link.CONNECTING : Link.WAITING;
        } else if (event instanceof ClientEvent.Reconnecting) {
            link = Link.WAITING;
        } else if (event instanceof ClientEvent.Offline) {
            link = Link.OFFLINE;
        }
    }

    private void forget(Target room) {
        rooms.remove(room.key());
        members.remove(room.key());
        if (room.key().equals(current.key()) && !rooms.isEmpty()) {
            current = rooms.values().iterator().next().room();
        }
    }
}
