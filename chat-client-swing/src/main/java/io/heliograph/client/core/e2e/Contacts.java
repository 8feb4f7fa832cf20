package io.heliograph.client.core.e2e;

import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.e2e.DeviceList;
import io.heliograph.common.e2e.PreKeyRecord;
import io.heliograph.common.message.CardEntry;
import io.heliograph.common.name.Skeleton;
import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose key is whose: trust on first use until the user has verified somebody, a yes for every other key from then on
 * (protocol.md 13.2, 13.9).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Contacts {
    private static final String DRAWER = "contacts";

    /** What a list that somebody showed has led to. */
    enum Change {
        NONE,
        FIRST_SEEN,
        DEVICES_CHANGED,
        /** Another key, taken: the user has never verified one of this name. */
        KEY_CHANGED,
        /** Another key, which waits for the user. */
        KEY_WAITS,
        /** An older list than the one that is known, or another one of the same version. */
        ROLLED_BACK
    }

    private final Map<String, Contact> bySkeleton = new HashMap<>();
    private final Map<String, Map<Bytes, PreKeyRecord>> prekeys = new HashMap<>();
    private final LocalStore store;
    private final LongSupplier wallClockMs;
    private long generation;

    Contacts(LocalStore store, LongSupplier wallClockMs) {
        this.store = store;
        this.wallClockMs = wallClockMs;
        store.all(DRAWER).forEach((key, value) -> {
            Contact contact = ContactFormat.decode(value);
            if (contact != null) {
                bySkeleton.put(new String(key.toArray(), StandardCharsets.UTF_8), contact);
            }
        });
    }

    // Inputs

    /** A card as the server tells it. */
    Change learn(CardEntry card) {
        DeviceList list = card.list().isEmpty() ? null : DeviceList.verified(card.list());
        Change change = list == null || !list.name().equals(card.name()) ? Change.NONE : learn(list);
        Map<Bytes, PreKeyRecord> known = prekeys.computeIfAbsent(Skeleton.of(card.name()), key -> new HashMap<>());
        Map<Bytes, PreKeyRecord> told = new HashMap<>();
        for (Bytes octets : card.prekeys()) {
            PreKeyRecord record = PreKeyRecord.verified(octets);
            if (record != null) {
                PreKeyRecord before = known.get(record.device());
                // An older prekey than the one that was seen could be one whose private part was stolen since.
                told.put(record.device(), before != null && before.id() > record.id() ? before : record);
            }
        }
        if (!told.equals(known)) {
            prekeys.put(Skeleton.of(card.name()), told);
            generation++;
        }
        return change;
    }

    /** A list that came by whatever way. */
    Change learn(DeviceList list) {
        String skeleton = Skeleton.of(list.name());
        Contact known = bySkeleton.get(skeleton);
        if (known == null) {
            keep(skeleton, new Contact(list, Set.of(), false, wallClockMs.getAsLong(), null));
            return Change.FIRST_SEEN;
        } else if (known.accountKey().equals(list.accountKey())) {
            return learnSameKey(skeleton, known, list);
        } else if (!known.verified()) {
            keep(skeleton, new Contact(list, Set.of(), false, wallClockMs.getAsLong(), null));
            return Change.KEY_CHANGED;
        }
        DeviceList proposed = known.proposed();
        if (proposed != null && proposed.octets().equals(list.octets())) {
            return Change.NONE;
        }
        keep(skeleton, new Contact(known.list(), known.former(), true, known.firstSeenMs(), list));
        return Change.KEY_WAITS;
    }

    // Commands

    /** The user has compared the safety number, or takes that back. */
    void setVerified(Contact contact, boolean verified) {
        keep(
                Skeleton.of(contact.name()),
                new Contact(contact.list(), contact.former(), verified, contact.firstSeenMs(), contact.proposed()));
    }

    /** The user says yes to the key that waits; the new key counts as not verified. False if none waits. */
    boolean accept(String name) {
        Contact contact = find(name);
        DeviceList proposed = contact == null ? null : contact.proposed();
        if (proposed == null) {
            return false;
        }
        keep(Skeleton.of(name), new Contact(proposed, Set.of(), false, wallClockMs.getAsLong(), null));
        return true;
    }

    // Queries

    @Nullable
    Contact find(String name) {
        return bySkeleton.get(Skeleton.of(name));
    }

    /** The prekeys of the devices that speak for {@code name} by its newest list. */
    List<PreKeyRecord> usablePrekeys(String name) {
        Contact contact = find(name);
        List<PreKeyRecord> usable = new ArrayList<>();
        if (contact != null) {
            for (PreKeyRecord record :
                    prekeys.getOrDefault(Skeleton.of(name), Map.of()).values()) {
                if (contact.list().holds(record.device())) {
                    usable.add(record);
                }
            }
        }
        return usable;
    }

    /** The devices that have a prekey and are on no list. */
    List<Bytes> unlisted(String name) {
        Contact contact = find(name);
        return prekeys.getOrDefault(Skeleton.of(name), Map.of()).keySet().stream()
                .filter(device -> contact == null || !contact.list().holds(device))
                .toList();
    }

    @Nullable
    PreKeyRecord prekeyOf(String name, Bytes device) {
        return prekeys.getOrDefault(Skeleton.of(name), Map.of()).get(device);
    }

    /** Grows with every change, so that what was computed from contacts can be kept. */
    long generation() {
        return generation;
    }

    // Private

    private Change learnSameKey(String skeleton, Contact known, DeviceList list) {
        if (known.list().octets().equals(list.octets())) {
            return Change.NONE;
        } else if (list.version() <= known.list().version()) {
            return Change.ROLLED_BACK;
        }
        Set<Bytes> former = new HashSet<>(known.former());
        former.addAll(known.list().devices());
        list.devices().forEach(former::remove);
        keep(skeleton, new Contact(list, former, known.verified(), known.firstSeenMs(), known.proposed()));
        return Change.DEVICES_CHANGED;
    }

    private void keep(String skeleton, Contact contact) {
        bySkeleton.put(skeleton, contact);
        store.put(DRAWER, Bytes.takingOver(skeleton.getBytes(StandardCharsets.UTF_8)), ContactFormat.encode(contact));
        generation++;
    }
}
