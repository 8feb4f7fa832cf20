package io.heliograph.client.core.e2e;

import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.e2e.BoxContent;
import io.heliograph.common.e2e.BoxSeal;
import io.heliograph.common.e2e.PreKeyRecord;
import io.heliograph.common.e2e.RollMember;
import io.heliograph.common.e2e.SealedHeader;
import io.heliograph.common.e2e.SendChain;
import io.heliograph.common.message.EndToEndMessage;
import io.heliograph.common.message.EndToEndMessage.AddressedBox;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Boxes from other devices: takes in the keys they bring, answers requests of those who may have them
 * (protocol.md 13.3, 13.7).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class KeyDesk {
    /** Fixed by the protocol: 13.7. */
    static final int MAX_ANSWERS_A_MINUTE = 60;

    private static final int MAX_PENDING = 256;
    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);

    /** Who hears that a chain can be opened now. */
    interface Sink {
        void onChainKey(ChainRef chain, long nowNs);

        /** A key of {@code room} was asked for that others than the author may have. */
        boolean isHandedOn(ChainRef chain, Bytes room);

        /** False if it is not from another device of this user. */
        boolean onDraft(BoxContent.Draft draft, String from, Bytes device);
    }

    private record Asked(String from, Bytes device, BoxContent.KeyRequest request) {}

    private final OwnDevice own;
    private final Contacts contacts;
    private final CardDesk cards;
    private final Places places;
    private final SendChains sendChains;
    private final ReceiveChains receiveChains;
    private final RandomSource random;
    private final Sink sink;
    private final Deque<Asked> pending = new ArrayDeque<>();
    private final Map<Bytes, Integer> answers = new HashMap<>();
    private @Nullable RelayRequests relay;
    private long minuteNs = Long.MIN_VALUE;
    private long takenNumber;
    private long toldNumber;
    private long unusableCount;

    /** What a desk works with. */
    record Parts(OwnDevice own, Contacts contacts, CardDesk cards, Places places) {}

    KeyDesk(Parts parts, SendChains sendChains, ReceiveChains receiveChains, RandomSource random, Sink sink) {
        this.own = parts.own();
        this.contacts = parts.contacts();
        this.cards = parts.cards();
        this.places = parts.places();
        this.sendChains = sendChains;
        this.receiveChains = receiveChains;
        this.random = random;
        this.sink = sink;
    }

    void begin(RelayRequests to) {
        relay = to;
    }

    // Inputs

    void onConnectionLost() {
        takenNumber = 0;
        toldNumber = 0;
        pending.clear();
    }

    void onBox(ServerMessage.Box box, long nowNs) {
        takenNumber = Math.max(takenNumber, box.number());
        BoxContent content = BoxSeal.open(box.box(), box.device(), own.device(), own.prekeys()::find);
        if (content instanceof BoxContent.ChainKey key) {
            onKey(key, box.device(), nowNs);
        } else if (content instanceof BoxContent.KeyRequest request) {
            if (pending.size() < MAX_PENDING) {
                pending.add(new Asked(box.from(), box.device(), request));
            }
            pump(nowNs);
        } else if (!(content instanceof BoxContent.Draft draft) || !sink.onDraft(draft, box.from(), box.device())) {
            unusableCount++;
        }
    }

    // Outputs

    /** Answers those whose card is here. */
    void pump(long nowNs) {
        for (int i = pending.size(); i > 0; i--) {
            Asked asked = pending.remove();
            if (cards.isFresh(asked.from(), nowNs)) {
                answer(asked, nowNs);
            } else {
                pending.add(asked);
            }
        }
    }

    /** Seals a box and hands it to the relay. */
    void send(PreKeyRecord to, BoxContent content, long nowNs) {
        RelayRequests by = relay;
        if (by != null) {
            AddressedBox box = new AddressedBox(to.device(), BoxSeal.seal(own.key(), to, content, random));
            by.ask(request -> new EndToEndMessage.SendBoxes(request, List.of(box)), (answer, atNs) -> {}, nowNs);
        }
    }

    /** Somebody's key was accepted: what was held back from it in the meantime can be read with it. */
    void catchUp(String name, Iterable<Place> rooms, long nowNs) {
        Contact contact = contacts.find(name);
        for (Place room : rooms) {
            boolean member = contact != null && Places.isMember(room, contact);
            for (PreKeyRecord device : member ? contacts.usablePrekeys(name) : List.<PreKeyRecord>of()) {
                SendChain chain = sendChains.extend(room.room(), device.device());
                SentChain sent = chain == null ? null : sendChains.find(chain.chain());
                if (chain != null && sent != null) {
                    send(
                            device,
                            new BoxContent.ChainKey(room.room(), own.device(), chain.chain(), 0, sent.firstKey()),
                            nowNs);
                }
            }
        }
    }

    /** Tells the relay which boxes are written down; only after a commit. */
    void acknowledge(long nowNs) {
        RelayRequests to = relay;
        if (to != null && takenNumber > toldNumber) {
            toldNumber = takenNumber;
            to.say(new EndToEndMessage.Taken(takenNumber), nowNs);
        }
    }

    /** Boxes that could not be opened or read. */
    long unusableCount() {
        return unusableCount;
    }

    // Private

    private void onKey(BoxContent.ChainKey key, Bytes giver, long nowNs) {
        ReceiveChains.FirstKey first = new ReceiveChains.FirstKey(key.room(), key.author(), key.counter(), key.key());
        boolean byAuthor = giver.equals(key.author());
        ChainRef ref = new ChainRef(SealedHeader.tagOf(key.author()), key.chain());
        // Whoever is not the author hands a key on because it was asked for, in a room that allows it.
        if (!byAuthor && !sink.isHandedOn(ref, key.room())) {
            unusableCount++;
        } else if (receiveChains.offer(first, key.chain(), byAuthor)) {
            if (places.handsKeysOn(key.room())) {
                receiveChains.keepFirstKey(first, key.chain());
            }
            sink.onChainKey(ref, nowNs);
        }
    }

    private void answer(Asked asked, long nowNs) {
        Contact contact = contacts.find(asked.from());
        PreKeyRecord to = contacts.prekeyOf(asked.from(), asked.device());
        if (contact == null || to == null || !contact.list().holds(asked.device()) || !mayAnswer(asked, nowNs)) {
            return;
        }
        BoxContent.KeyRequest request = asked.request();
        Place place = places.shared(request.room(), contact);
        boolean wasThere = place != null && wasMember(place, contact, request.chain(), nowNs);
        BoxContent key = place == null ? null : keyFor(request, asked.device(), place, wasThere);
        if (key != null) {
            send(to, key, nowNs);
        }
    }

    /** In the roll when the chain began, and still by the server's word: left out then, by whatever accident. */
    private boolean wasMember(Place place, Contact contact, Bytes chain, long nowNs) {
        SentChain sent = sendChains.find(chain);
        RollMember member = place.roll() == null ? null : place.roll().member(contact.name());
        Set<String> named = member == null ? null : cards.membersOf(place.where(), nowNs);
        return sent != null
                && member != null
                && member.addedIndex() <= sent.rollCount()
                && named != null
                && named.contains(contact.name());
    }

    private @Nullable BoxContent keyFor(BoxContent.KeyRequest request, Bytes device, Place place, boolean wasThere) {
        if (request.author().equals(own.device())) {
            SentChain sent = sendChains.find(request.chain());
            boolean may = sent != null
                    && sent.room().equals(request.room())
                    && (sent.recipients().contains(device) || wasThere || place.handsKeysOn());
            return may && sent != null
                    ? new BoxContent.ChainKey(request.room(), own.device(), request.chain(), 0, sent.firstKey())
                    : null;
        }
        ReceiveChains.FirstKey first = place.handsKeysOn()
                ? receiveChains.firstKey(new ChainRef(SealedHeader.tagOf(request.author()), request.chain()))
                : null;
        return first != null
                        && first.room().equals(request.room())
                        && first.author().equals(request.author())
                ? new BoxContent.ChainKey(
                        request.room(), request.author(), request.chain(), first.counter(), first.key())
                : null;
    }

    private boolean mayAnswer(Asked asked, long nowNs) {
        if (nowNs - minuteNs >= MINUTE_NS || minuteNs == Long.MIN_VALUE) {
            minuteNs = nowNs;
            answers.clear();
        }
        return answers.merge(asked.device(), 1, Integer::sum) <= MAX_ANSWERS_A_MINUTE;
    }
}
