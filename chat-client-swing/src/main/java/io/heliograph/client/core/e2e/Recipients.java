package io.heliograph.client.core.e2e;

import io.heliograph.client.core.Target;
import io.heliograph.common.e2e.PreKeyRecord;
import io.heliograph.common.e2e.Roll;
import io.heliograph.common.e2e.RollMember;
import io.heliograph.common.util.Bytes;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who is given keys: whom the roll and the server both name, by the newest lists (protocol.md 13.4).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Recipients {
    /** The devices with their prekeys; {@code unadmitted}: whom the server names and the roll does not. */
    record Found(Map<Bytes, PreKeyRecord> devices, Set<String> unadmitted) {}

    private record Cached(List<Long> generations, Found found) {}

    private final Map<String, Cached> cache = new HashMap<>();
    private final OwnDevice own;
    private final Contacts contacts;
    private final CardDesk cards;
    private final RoomRolls rolls;

    Recipients(OwnDevice own, Contacts contacts, CardDesk cards, RoomRolls rolls) {
        this.own = own;
        this.contacts = contacts;
        this.cards = cards;
        this.rolls = rolls;
    }

    /** Null while something that is needed is on its way. */
    @Nullable
    Found of(Place place, long nowNs) {
        Target where = place.where();
        List<Long> generations = List.of(contacts.generation(), cards.generation(), rolls.generation());
        Cached cached = cache.get(where.key());
        if (cached != null && cached.generations().equals(generations)) {
            return cached.found();
        }
        Roll roll = place.roll();
        Found found = roll == null ? direct(where, nowNs) : room(where, roll, nowNs);
        if (found != null) {
            cache.put(where.key(), new Cached(generations, found));
        }
        return found;
    }

    /** Asks for the card of somebody of whom nothing is known. */
    void fetchCard(Target person, long nowNs) {
        cards.isFresh(person.name(), nowNs);
    }

    private @Nullable Found direct(Target where, long nowNs) {
        boolean others = cards.isFresh(where.name(), nowNs);
        boolean mine = cards.isFresh(own.name(), nowNs); // asked for at once: one round trip for both
        if (!others || !mine) {
            return null;
        }
        Map<Bytes, PreKeyRecord> devices = new LinkedHashMap<>();
        add(where.name(), devices);
        add(own.name(), devices);
        return new Found(devices, Set.of());
    }

    private @Nullable Found room(Target where, Roll roll, long nowNs) {
        Set<String> names = cards.membersOf(where, nowNs);
        if (names == null) {
            return null;
        }
        Map<Bytes, PreKeyRecord> devices = new LinkedHashMap<>();
        Set<String> unadmitted = new TreeSet<>();
        boolean complete = cards.areFresh(where, names, nowNs);
        for (String name : names) {
            RollMember member = roll.member(name);
            Contact contact = contacts.find(name);
            if (member == null) {
                unadmitted.add(name);
            } else if (contact != null && contact.accountKey().equals(member.accountKey())) {
                add(name, devices);
            }
        }
        return complete ? new Found(devices, unadmitted) : null;
    }

    private void add(String name, Map<Bytes, PreKeyRecord> devices) {
        for (PreKeyRecord record : contacts.usablePrekeys(name)) {
            if (!record.device().equals(own.device())) {
                devices.put(record.device(), record);
            }
        }
    }
}
