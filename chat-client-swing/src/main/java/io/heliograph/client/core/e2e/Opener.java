package io.heliograph.client.core.e2e;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.History;
import io.heliograph.client.core.store.HistoryEntry;
import io.heliograph.common.e2e.DeviceList;
import io.heliograph.common.e2e.Envelope;
import io.heliograph.common.e2e.OpenFailure;
import io.heliograph.common.e2e.Opened;
import io.heliograph.common.e2e.ReceiveChain;
import io.heliograph.common.e2e.Roll;
import io.heliograph.common.e2e.SealedContent;
import io.heliograph.common.e2e.SealedHeader;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Opens what others have sealed, and believes nothing that the relay says about it (protocol.md 13.5).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Opener {
    private static final long STALE_AFTER_MS = TimeUnit.MINUTES.toMillis(10);

    /** What an opener works with. */
    record Parts(OwnDevice own, Contacts contacts, CardDesk cards, RoomRolls rolls, Places places) {}

    /** One entry on its way to be opened. */
    private record Sealed(
            Target where, long conversation, Entry entry, EntryKind kind, MessageId id, SealedHeader header) {
        ChainRef chain() {
            return new ChainRef(header.deviceTag(), header.chain());
        }
    }

    private final OwnDevice own;
    private final Contacts contacts;
    private final CardDesk cards;
    private final RoomRolls rolls;
    private final Places places;
    private final SendChains sendChains;
    private final ReceiveChains receiveChains;
    private final KeyRequests requests;
    private final History history;
    private final LogOrder order = new LogOrder();
    private final Set<Bytes> headsAskedFor = new HashSet<>();
    private InstanceId instance = InstanceId.NONE;

    Opener(Parts parts, SendChains sendChains, ReceiveChains receiveChains, KeyRequests requests, History history) {
        this.own = parts.own();
        this.contacts = parts.contacts();
        this.cards = parts.cards();
        this.rolls = parts.rolls();
        this.places = parts.places();
        this.sendChains = sendChains;
        this.receiveChains = receiveChains;
        this.requests = requests;
        this.history = history;
    }

    void onWelcome(InstanceId now) {
        instance = now;
        headsAskedFor.clear();
    }

    /** {@code idOf} knows the ids of the entries that this one may refer to. */
    Disclosed open(Target where, long conversation, Entry entry, LongFunction<@Nullable MessageId> idOf, long nowNs) {
        EntryKind kind = entry.kind();
        MessageId id = entry.id();
        boolean plain = kind == null
                || !kind.isPosted()
                || kind == EntryKind.DELETE
                || entry.body().isEmpty();
        if (plain || id == null || kind == null) {
            keepIfGone(where, conversation, entry);
            return new Disclosed.Clear(entry, "");
        }
        HistoryEntry known = history.find(instance, conversation, entry.seq());
        if (known != null && id.equals(known.id())) {
            return new Disclosed.Clear(withBody(entry, known.body()), "");
        }
        SealedHeader header = SealedHeader.of(entry.body());
        if (header == null) {
            return new Disclosed.NotAccepted("it is not end-to-end encrypted");
        }
        Sealed sealed = new Sealed(where, conversation, entry, kind, id, header);
        Place place = places.of(where);
        if (place == null) {
            cards.isFresh(entry.from(), nowNs);
            return new Disclosed.Waits("the members of " + where + " are not known yet");
        }
        return header.deviceTag().equals(SealedHeader.tagOf(own.device()))
                ? openOwn(sealed, place, idOf)
                : openOthers(sealed, place, idOf, nowNs);
    }

    /** Keeps an own posting as it was said. */
    void onPosted(Target where, long conversation, Entry opened) {
        keep(where, conversation, opened);
    }

    // Private

    /** What was deleted is forgotten by the history as well. */
    private void keepIfGone(Target where, long conversation, Entry entry) {
        boolean emptied = entry.kind() == EntryKind.MESSAGE && entry.body().isEmpty();
        if (emptied || entry.kind() == EntryKind.DELETE) {
            keep(where, conversation, entry);
        }
    }

    /** Said by this device in an earlier run that was killed before it heard where it went. */
    private Disclosed openOwn(Sealed sealed, Place place, LongFunction<@Nullable MessageId> idOf) {
        SentChain sent = sendChains.find(sealed.header().chain());
        if (sent == null || !sealed.entry().from().equals(own.name())) {
            return new Disclosed.NotAccepted("it seems to be yours, and its key is not here any more");
        }
        ReceiveChain chain =
                new ReceiveChain(sent.room(), own.device(), sealed.header().chain(), 0, sent.firstKey());
        return finish(sealed, place, List.of(chain), idOf);
    }

    private Disclosed openOthers(Sealed sealed, Place place, LongFunction<@Nullable MessageId> idOf, long nowNs) {
        String from = sealed.entry().from();
        List<ReceiveChain> chains = receiveChains.find(sealed.chain());
        if (chains.isEmpty()) {
            requests.want(place, from, sealed.chain(), nowNs);
            return new Disclosed.Waits("waiting for keys from " + from);
        }
        Bytes device = chains.get(0).device();
        Contact contact = known(sealed.where(), from, device);
        if (contact == null || !contact.hasKnown(device)) {
            return unknownDevice(from, device, contact, nowNs);
        }
        String whyNot = place.roll() == null ? null : whyNoMember(sealed, place.roll(), contact, nowNs);
        if (whyNot != null) {
            RoomRoll room = rolls.find(sealed.where());
            return room != null && room.isFetching()
                    ? new Disclosed.Waits("the members of " + sealed.where() + " are being fetched")
                    : new Disclosed.NotAccepted(whyNot);
        }
        return finish(sealed, place, chains, idOf);
    }

    /** Somebody who was never met, or not with this device, may have shown a list in the roll. */
    private @Nullable Contact known(Target where, String from, Bytes device) {
        Contact contact = contacts.find(from);
        RoomRoll room = rolls.find(where);
        DeviceList shown = room == null ? null : room.listOf(from);
        boolean unknown = contact == null || !contact.hasKnown(device);
        if (!unknown || shown == null || !shown.name().equals(from)) {
            return contact;
        }
        boolean newer = contact != null
                && contact.accountKey().equals(shown.accountKey())
                && contact.list().version() < shown.version();
        if (contact == null || newer) {
            contacts.learn(shown);
        }
        return contacts.find(from);
    }

    private Disclosed unknownDevice(String from, Bytes device, @Nullable Contact contact, long nowNs) {
        if (!cards.isFresh(from, nowNs)) {
            return new Disclosed.Waits("the keys of " + from + " are being fetched");
        } else if (contact != null
                && contact.proposed() != null
                && contact.proposed().holds(device)) {
            return new Disclosed.Waits("the key of " + from + " has changed and waits for your yes");
        }
        return new Disclosed.NotAccepted("it comes from a device that " + from + " has not confirmed");
    }

    private @Nullable String whyNoMember(Sealed sealed, Roll roll, Contact contact, long nowNs) {
        Bytes tag = sealed.header().headTag();
        long index = roll.indexOfHead(tag);
        if (index < 1) {
            if (headsAskedFor.add(tag)) {
                rolls.refresh(sealed.where(), nowNs);
            }
            return "it names a list of members that the server does not show";
        }
        boolean member = roll.wasMember(contact.name(), contact.accountKey(), index);
        return member ? null : contact.name() + " was not a member of " + sealed.where() + " with that key";
    }

    private Disclosed finish(
            Sealed sealed, Place place, List<ReceiveChain> chains, LongFunction<@Nullable MessageId> idOf) {
        OpenFailure failure = OpenFailure.NOT_OPENED;
        for (ReceiveChain chain : chains) {
            if (!chain.room().equals(place.room())) {
                return new Disclosed.NotAccepted("it was said in another conversation");
            }
            Opened opened = chain.open(sealed.entry().body(), envelope(sealed, place, chain.device()));
            if (opened instanceof Opened.Content content) {
                return accept(sealed, place, chain, content.content(), idOf);
            } else if (opened instanceof Opened.Failed failed) {
                failure = failed.why();
            }
        }
        return new Disclosed.NotAccepted(
                switch (failure) {
                    case REPEATED -> "the server has repeated an earlier message";
                    case TOO_FAR -> "too many messages before it are missing";
                    case BAD_SIGNATURE, NOT_OPENED, MALFORMED -> "it was changed on its way";
                });
    }

    private Disclosed accept(
            Sealed sealed,
            Place place,
            ReceiveChain chain,
            SealedContent content,
            LongFunction<@Nullable MessageId> idOf) {
        if (!chain.device().equals(own.device())) {
            receiveChains.keep(sealed.chain(), chain);
        }
        Entry entry = sealed.entry();
        MessageId meant = entry.refSeq() > 0 ? idOf.apply(entry.refSeq()) : null;
        boolean refers = entry.refSeq() > 0;
        boolean otherRef = meant != null && !meant.octets().equals(content.refId());
        if (refers && (content.refId().isEmpty() || otherRef)) {
            return new Disclosed.NotAccepted("the server has put it to another message");
        }
        Entry opened = withBody(entry, content.body());
        keep(sealed.where(), sealed.conversation(), opened);
        return new Disclosed.Clear(opened, warning(sealed, place, chain, content));
    }

    private String warning(Sealed sealed, Place place, ReceiveChain chain, SealedContent content) {
        long seq = sealed.entry().seq();
        SealedHeader header = sealed.header();
        if (!order.takeCounter(sealed.chain(), seq, header.counter())) {
            return "the server has changed the order of messages";
        }
        Roll roll = place.roll();
        if (roll == null) {
            return "";
        }
        long index = roll.indexOfHead(header.headTag());
        if (!order.takeHead(place.room().toHex() + chain.device().toHex(), seq, index)) {
            return "its author was shown an older list of members than before";
        }
        boolean stale = roll.removalAfter(index) < content.timeMs() - STALE_AFTER_MS;
        return stale ? "its author did not know of a removal that was long done" : "";
    }

    private static Envelope envelope(Sealed sealed, Place place, Bytes device) {
        Roll roll = place.roll();
        Bytes head = place.head();
        if (roll != null) {
            long index = roll.indexOfHead(sealed.header().headTag());
            head = index < 1 ? head : roll.headAt(index);
        }
        return new Envelope(
                place.room(),
                device,
                head,
                sealed.kind().code(),
                sealed.id().octets(),
                sealed.entry().refSeq());
    }

    private void keep(Target where, long conversation, Entry opened) {
        EntryKind kind = opened.kind();
        if (kind != null) {
            history.add(new HistoryEntry(
                    instance,
                    conversation,
                    where,
                    opened.seq(),
                    kind,
                    opened.id(),
                    opened.from(),
                    opened.from().equals(own.name()),
                    opened.timeMs(),
                    opened.refSeq(),
                    opened.body(),
                    true));
        }
    }

    private static Entry withBody(Entry entry, Bytes body) {
        return new Entry(entry.seq(), entry.kind(), entry.id(), entry.from(), entry.timeMs(), entry.refSeq(), body);
    }
}
