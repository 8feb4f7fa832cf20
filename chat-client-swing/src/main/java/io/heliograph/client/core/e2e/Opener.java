package io.heliograph.client.core.e2e;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.History;
import io.heliograph.client.core.store.HistoryEntry;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.e2e.Envelope;
import io.heliograph.common.e2e.OpenFailure;
import io.heliograph.common.e2e.Opened;
import io.heliograph.common.e2e.ReceiveChain;
import io.heliograph.common.e2e.Roll;
import io.heliograph.common.e2e.SealedContent;
import io.heliograph.common.e2e.SealedHeader;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.util.List;
import java.util.Objects;
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
    private final CardDesk cards;
    private final Places places;
    private final SendChains sendChains;
    private final ReceiveChains receiveChains;
    private final KeyRequests requests;
    private final History history;
    private final LogOrder order = new LogOrder();
    private final Authorship authorship;
    private InstanceId instance = InstanceId.NONE;

    Opener(Parts parts, SendChains sendChains, ReceiveChains receiveChains, KeyRequests requests, History history) {
        this.own = parts.own();
        this.cards = parts.cards();
        this.authorship = new Authorship(parts.contacts(), parts.cards(), parts.rolls());
        this.places = parts.places();
        this.sendChains = sendChains;
        this.receiveChains = receiveChains;
        this.requests = requests;
        this.history = history;
    }

    void onWelcome(InstanceId now) {
        instance = now;
        authorship.onWelcome();
    }

    /** False while the author's newest list of devices is on its way. */
    boolean isReadyFor(long conversation, Entry entry, long nowNs) {
        return !isToBeSealed(entry)
                || history.find(instance, conversation, entry.seq()) != null
                || SealedHeader.of(entry.body()) == null
                || cards.isSettled(entry.from(), nowNs);
    }

    /** {@code idOf} knows the ids of the entries that this one may refer to. */
    Disclosed open(Target where, long conversation, Entry entry, LongFunction<@Nullable MessageId> idOf, long nowNs) {
        EntryKind kind = entry.kind();
        MessageId id = entry.id();
        if (!isToBeSealed(entry) || id == null || kind == null) {
            keepIfGone(where, conversation, entry);
            return new Disclosed.Clear(entry, "");
        }
        HistoryEntry known = history.find(instance, conversation, entry.seq());
        if (known != null && known.accepted()) {
            // The signature was checked when it was read: the server may not put other words around it now.
            return isSame(known, entry)
                    ? new Disclosed.Clear(withBody(entry, known.body()), "")
                    : new Disclosed.NotAccepted("the server shows it otherwise than before");
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

    private static boolean isToBeSealed(Entry entry) {
        EntryKind kind = entry.kind();
        return kind != null
                && kind.isPosted()
                && kind != EntryKind.DELETE
                && !entry.body().isEmpty();
    }

    private static boolean isSame(HistoryEntry known, Entry entry) {
        return Objects.equals(known.id(), entry.id())
                && known.kind() == entry.kind()
                && known.from().equals(entry.from())
                && known.refSeq() == entry.refSeq();
    }

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
        Disclosed whyNot = authorship.whyNot(place, from, chains.get(0), sealed.header(), nowNs);
        if (whyNot != null) {
            return whyNot;
        }
        Disclosed disclosed = finish(sealed, place, chains, idOf);
        if (disclosed instanceof Disclosed.Waits) {
            requests.want(place, from, sealed.chain(), nowNs);
        }
        return disclosed;
    }

    /** A chain of which nothing was opened yet may have been handed a wrong key: then the right one is waited for. */
    private Disclosed finish(
            Sealed sealed, Place place, List<ReceiveChain> chains, LongFunction<@Nullable MessageId> idOf) {
        boolean proven = receiveChains.isProven(sealed.chain());
        OpenFailure failure = OpenFailure.NOT_OPENED;
        for (ReceiveChain chain : chains) {
            if (!chain.room().equals(place.room())) {
                failure = proven ? OpenFailure.MALFORMED : failure;
                continue;
            }
            Opened opened = chain.open(sealed.entry().body(), envelope(sealed, place, chain.device()));
            if (opened instanceof Opened.Content content) {
                return accept(sealed, place, chain, content.content(), idOf);
            } else if (opened instanceof Opened.Failed failed) {
                failure = failed.why();
            }
        }
        return switch (failure) {
            case REPEATED -> new Disclosed.NotAccepted("it repeats an earlier message");
            case TOO_FAR -> new Disclosed.NotAccepted("too many messages before it are missing");
            case MALFORMED -> new Disclosed.NotAccepted("it was said in another conversation");
            case BAD_SIGNATURE -> new Disclosed.NotAccepted("it was changed on its way");
            case NOT_OPENED ->
                proven
                        ? new Disclosed.NotAccepted("it was changed on its way")
                        : new Disclosed.Waits(
                                "waiting for keys from " + sealed.entry().from());
        };
    }

    private Disclosed accept(
            Sealed sealed,
            Place place,
            ReceiveChain chain,
            SealedContent content,
            LongFunction<@Nullable MessageId> idOf) {
        Entry entry = sealed.entry();
        Entry opened = withBody(entry, content.body());
        if (!meansWhatItSays(opened, content.refId(), seq -> idOf(sealed.conversation(), seq, idOf))) {
            receiveChains.takeBack(sealed.chain());
            return new Disclosed.NotAccepted("the server has put it to another message");
        }
        if (!chain.device().equals(own.device())) {
            receiveChains.keep(sealed.chain(), chain);
            requests.onOpened(sealed.chain());
        }
        keep(sealed.where(), sealed.conversation(), opened);
        return new Disclosed.Clear(opened, warning(sealed, place, chain, content));
    }

    /** The author has sealed the id of what it is about; where that is loaded, the server must have meant the same. */
    private static boolean meansWhatItSays(Entry opened, Bytes refId, LongFunction<@Nullable MessageId> idOf) {
        long about = opened.refSeq() > 0 ? opened.refSeq() : replyToOf(opened.body());
        if (about == 0 || refId.isEmpty()) {
            return about == 0 && refId.isEmpty();
        }
        MessageId meant = idOf.apply(about);
        return meant == null || meant.octets().equals(refId);
    }

    /** Of a line that is loaded, or was read at any time. */
    @Nullable
    MessageId idOf(long conversation, long seq, LongFunction<@Nullable MessageId> loaded) {
        MessageId id = loaded.apply(seq);
        HistoryEntry read = id == null ? history.find(instance, conversation, seq) : null;
        return read == null ? id : read.id();
    }

    private static long replyToOf(Bytes body) {
        try {
            return MessageCodec.decodeBody(body) instanceof Body.Text text ? text.replyToSeq() : 0;
        } catch (MalformedException e) {
            return 0; // of a later version, or garbled: shown as such
        }
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
