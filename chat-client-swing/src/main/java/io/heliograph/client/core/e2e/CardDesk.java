package io.heliograph.client.core.e2e;

import io.heliograph.client.core.Target;
import io.heliograph.common.message.CardEntry;
import io.heliograph.common.message.EndToEndMessage;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.name.Skeleton;
import io.heliograph.common.time.NanoClock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Fetches cards: of one account when it is needed, of a room's members before the first word to them
 * (protocol.md 13.2).
 *
 * <p>What was fetched holds until the server says that it has changed, or the connection ends. Not thread-safe; owned
 * by the client's loop.
 */
final class CardDesk {
    /** More members than a room has; a bound for what a relay may say. */
    private static final int MAX_MEMBERS = 10_000;
    /** Chosen by us: fewer than a server lets a connection wait for (protocol.md 13.2). */
    private static final int MAX_SINGLE = 4;

    /** Chosen by us: how long to wait after a refusal. */
    private static final long RETRY_NS = TimeUnit.SECONDS.toNanos(2);

    /** What follows from a card. */
    interface Sink {
        void onCard(CardEntry card, Contacts.Change change, long nowNs);

        /** All that was asked for is there. */
        void onFetched(Target of, long nowNs);

        /** The server does not give it. */
        void onRefused(Target of, ServerMessage.Refused refused, long nowNs);
    }

    private final Contacts contacts;
    private final Sink sink;
    private final Set<String> fresh = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private final Map<String, Long> refusedUntilNs = new HashMap<>();
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Map<String, Map<String, Boolean>> meanwhile = new HashMap<>();
    private @Nullable RelayRequests relay;
    private long generation;

    CardDesk(Contacts contacts, Sink sink) {
        this.contacts = contacts;
        this.sink = sink;
    }

    void begin(RelayRequests to) {
        relay = to;
    }

    // Inputs

    void onConnectionLost() {
        fresh.clear();
        asked.clear();
        refusedUntilNs.clear();
        members.clear();
        meanwhile.clear();
        generation++;
    }

    /** The server says that a card is another by now. */
    void onChanged(String name) {
        fresh.remove(Skeleton.of(name));
        generation++;
    }

    /** The server says that somebody is a member of a room now, or no more. */
    void onMember(Target room, String name, boolean isMember) {
        if (asked.contains(room.key())) {
            // The list that is on its way may be older than this.
            meanwhile.computeIfAbsent(room.key(), key -> new LinkedHashMap<>()).put(name, isMember);
        }
        Set<String> known = members.get(room.key());
        if (known != null && (isMember ? known.add(name) : known.removeIf(other -> same(other, name)))) {
            generation++;
        }
    }

    void onRoomGone(Target room) {
        members.remove(room.key());
    }

    // Queries

    /** True if the card of {@code name} is as new as can be; else it is on its way. */
    boolean isFresh(String name, long nowNs) {
        if (fresh.contains(Skeleton.of(name))) {
            return true;
        }
        fetch(Target.user(name), nowNs);
        return false;
    }

    /** Fetched, or not to be had: nothing to wait for. Asks where neither is so. */
    boolean isSettled(String name, long nowNs) {
        Long untilNs = refusedUntilNs.get(Target.user(name).key());
        return (untilNs != null && nowNs < untilNs) || isFresh(name, nowNs);
    }

    /** The server has told all that it has of {@code name}. */
    boolean wasFetched(String name) {
        return fresh.contains(Skeleton.of(name));
    }

    /** The names that the server calls members of a room; null while they are on their way. */
    @Nullable
    Set<String> membersOf(Target room, long nowNs) {
        Set<String> known = members.get(room.key());
        if (known == null) {
            fetch(room, nowNs);
        }
        return known;
    }

    /** The same for all of {@code names}, members of a room: many are asked for in one question. */
    boolean areFresh(Target room, Collection<String> names, long nowNs) {
        List<String> stale = names.stream()
                .filter(name -> !fresh.contains(Skeleton.of(name)))
                .toList();
        if (stale.size() > MAX_SINGLE) {
            fetch(room, nowNs);
        } else {
            stale.forEach(name -> fetch(Target.user(name), nowNs));
        }
        return stale.isEmpty();
    }

    /** Grows with every change of who is where, and of what is fresh. */
    long generation() {
        return generation;
    }

    /** When something that was refused may be asked for again; {@link NanoClock#NEVER_NS} if nothing. */
    long nextTimeoutNs(long nowNs) {
        return refusedUntilNs.values().stream()
                .filter(untilNs -> untilNs > nowNs)
                .min(Long::compare)
                .orElse(NanoClock.NEVER_NS);
    }

    // Private

    private void fetch(Target of, long nowNs) {
        Long notBeforeNs = refusedUntilNs.get(of.key());
        if (notBeforeNs != null && nowNs < notBeforeNs) {
            return;
        }
        if (asked.add(of.key())) {
            page(of, "", new ArrayList<>(), nowNs);
        }
    }

    private void page(Target of, String after, List<String> names, long nowNs) {
        RelayRequests to = relay;
        if (to == null) {
            return;
        }
        to.ask(
                request -> new EndToEndMessage.Cards(request, of.address(), after),
                (answer, atNs) -> {
                    if (answer instanceof ServerMessage.CardList page) {
                        onPage(of, page, names, atNs);
                    } else if (answer instanceof ServerMessage.Refused refused) {
                        asked.remove(of.key());
                        refusedUntilNs.put(of.key(), atNs + RETRY_NS);
                        sink.onRefused(of, refused, atNs);
                    }
                },
                nowNs);
    }

    private void onPage(Target of, ServerMessage.CardList page, List<String> names, long nowNs) {
        for (CardEntry card : page.cards()) {
            if (of.isRoom() || same(card.name(), of.name())) {
                names.add(card.name());
                fresh.add(Skeleton.of(card.name()));
                generation++;
                Contacts.Change change = contacts.learn(card);
                sink.onCard(card, change, nowNs);
            }
        }
        boolean goesOn = page.more() && !page.cards().isEmpty() && names.size() < MAX_MEMBERS;
        if (goesOn) {
            page(of, names.get(names.size() - 1), names, nowNs);
            return;
        }
        asked.remove(of.key());
        if (of.isRoom()) {
            members.put(of.key(), new HashSet<>(names));
            generation++;
            Map<String, Boolean> moved = meanwhile.remove(of.key());
            if (moved != null) {
                moved.forEach((name, isMember) -> onMember(of, name, isMember));
            }
        }
        sink.onFetched(of, nowNs);
    }

    private static boolean same(String one, String other) {
        return Skeleton.of(one).equals(Skeleton.of(other));
    }
}
