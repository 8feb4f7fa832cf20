package io.heliograph.client.core.e2e;

import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.e2e.BoxContent;
import io.heliograph.common.e2e.PreKeyRecord;
import io.heliograph.common.e2e.RollMember;
import io.heliograph.common.e2e.SealedHeader;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Asks for chain keys that did not come: the author first, then members who may hand them on (protocol.md 13.7).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class KeyRequests {
    /** Chosen by us: a bound for what a relay may make us ask for. */
    static final int MAX_WAITS = 1_000;
    /** Of the members who may hand a key on, so many are asked at a time. */
    static final int OTHERS_AT_ONCE = 3;

    private static final long[] AFTER_NS = {
        0,
        TimeUnit.SECONDS.toNanos(30),
        TimeUnit.MINUTES.toNanos(2),
        TimeUnit.MINUTES.toNanos(10),
        TimeUnit.MINUTES.toNanos(60)
    };

    /** Sends a box to a device. */
    interface Post {
        void send(PreKeyRecord to, BoxContent content, long nowNs);
    }

    private static final class Wait {
        final Place place;
        final String from;
        int attempts;
        long nextNs;

        Wait(Place place, String from, long nowNs) {
            this.place = place;
            this.from = from;
            this.nextNs = nowNs;
        }
    }

    private final Map<ChainRef, Wait> waits = new LinkedHashMap<>();
    private final Contacts contacts;
    private final CardDesk cards;
    private final RandomSource random;
    private final Post post;
    private boolean online;

    KeyRequests(Contacts contacts, CardDesk cards, RandomSource random, Post post) {
        this.contacts = contacts;
        this.cards = cards;
        this.random = random;
        this.post = post;
    }

    void setOnline(boolean now) {
        online = now;
    }

    /** A message of {@code from} waits for the key of {@code chain}. */
    void want(Place place, String from, ChainRef chain, long nowNs) {
        if (waits.size() < MAX_WAITS && !waits.containsKey(chain)) {
            waits.put(chain, new Wait(place, from, nowNs));
            if (place.handsKeysOn()) {
                cards.membersOf(place.where(), nowNs); // others may be asked as well, a little later
            }
            pump(nowNs);
        }
    }

    /** Where a message waits for the key of {@code chain}; null if nowhere. */
    @Nullable
    Place placeOf(ChainRef chain) {
        Wait wait = waits.get(chain);
        return wait == null ? null : wait.place;
    }

    /** A key has opened something: no other is needed. */
    void onOpened(ChainRef chain) {
        waits.remove(chain);
    }

    /** Asks for what is due. Call when time has passed and when a card has come. */
    void pump(long nowNs) {
        if (!online) {
            return;
        }
        waits.entrySet().removeIf(entry -> entry.getValue().attempts >= AFTER_NS.length);
        for (Map.Entry<ChainRef, Wait> entry : List.copyOf(waits.entrySet())) {
            Wait wait = entry.getValue();
            if (nowNs >= wait.nextNs && cards.isFresh(wait.from, nowNs)) {
                ask(entry.getKey(), wait, nowNs);
            }
        }
    }

    long nextTimeoutNs(long nowNs) {
        long next = NanoClock.NEVER_NS;
        if (online) {
            for (Wait wait : waits.values()) {
                next = wait.nextNs > nowNs ? Math.min(next, wait.nextNs) : next;
            }
        }
        return next;
    }

    private void ask(ChainRef chain, Wait wait, long nowNs) {
        Bytes author = deviceOf(wait.from, chain.deviceTag());
        if (author != null) {
            BoxContent request = new BoxContent.KeyRequest(wait.place.room(), author, chain.chain());
            for (PreKeyRecord to : whom(wait, author)) {
                post.send(to, request, nowNs);
            }
        }
        wait.attempts++;
        if (wait.attempts < AFTER_NS.length) {
            wait.nextNs = nowNs + AFTER_NS[wait.attempts];
        }
    }

    private List<PreKeyRecord> whom(Wait wait, Bytes author) {
        List<PreKeyRecord> to = new ArrayList<>();
        PreKeyRecord authors = contacts.prekeyOf(wait.from, author);
        if (authors != null) {
            to.add(authors);
        }
        boolean authorIsSilent = wait.attempts > 0 || authors == null;
        if (authorIsSilent && wait.place.handsKeysOn()) {
            to.addAll(others(wait));
        }
        return to;
    }

    /** Some members whose prekeys are known, others each time. */
    private List<PreKeyRecord> others(Wait wait) {
        List<PreKeyRecord> all = new ArrayList<>();
        if (wait.place.roll() != null) {
            for (RollMember member : wait.place.roll().members()) {
                if (!member.name().equals(wait.from)) {
                    all.addAll(contacts.usablePrekeys(member.name()));
                }
            }
        }
        List<PreKeyRecord> chosen = new ArrayList<>();
        while (chosen.size() < OTHERS_AT_ONCE && !all.isEmpty()) {
            chosen.add(all.remove(Byte.toUnsignedInt(random.bytes(1)[0]) % all.size()));
        }
        return chosen;
    }

    private @Nullable Bytes deviceOf(String name, Bytes tag) {
        Contact contact = contacts.find(name);
        if (contact == null) {
            return null;
        }
        List<Bytes> devices = new ArrayList<>(contact.list().devices());
        devices.addAll(contact.former());
        return devices.stream()
                .filter(device -> SealedHeader.tagOf(device).equals(tag))
                .findFirst()
                .orElse(null);
    }
}
