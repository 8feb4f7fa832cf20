package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.DeviceEntry;
import io.heliograph.common.message.LeaveCause;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.MessageId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the terminal knows, built from events alone: conversations and what they show, own messages on their way.
 *
 * <p>Thread-safe: the event thread writes, the reading thread asks.
 */
final class ChatView {
    private static final long TYPING_SHOWN_NS = TimeUnit.SECONDS.toNanos(5);

    /** An own message that is not settled. */
    record Pending(MessageId id, Target to, String text, MessageState state, long sinceNs) {}

    /** One conversation. {@code state} is null before the server has told it. */
    private static final class Place {
        final Target where;
        final EntryList entries = new EntryList();
        final Map<String, Long> typingNs = new LinkedHashMap<>();
        List<MemberEntry> members = List.of();

        @Nullable
        ConversationState state;

        ClientEvent.@Nullable UnreadChanged unread;
        ClientEvent.@Nullable ReceiptsChanged receipts;
        boolean closed;

        Place(Target where) {
            this.where = where;
        }
    }

    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<MessageId, Pending> pending = new LinkedHashMap<>();
    private final LinkView link = new LinkView();
    private final PeopleView people = new PeopleView();
    private final TransferList transfers = new TransferList();
    private final SearchView found = new SearchView();
    private final DraftsView drafts = new DraftsView();
    private Target current;
    private @Nullable Target lastDirect;
    private List<DeviceEntry> devices = List.of();
    private int failedCount;

    ChatView(Target first) {
        this.current = first;
    }

    synchronized void onEvent(ClientEvent event, long nowNs) {
        link.onEvent(event);
        people.onEvent(event);
        transfers.onEvent(event);
        drafts.onEvent(event);
        found.onEvent(event);
        if (event instanceof ClientEvent.EntryShown shown) {
            onShown(shown, nowNs);
        } else if (event instanceof ClientEvent.StateChanged changed) {
            onState(changed);
        } else if (event instanceof ClientEvent.EntryPlaced placed) {
            place(placed.where()).entries.place(placed.id(), placed.seq(), placed.timeMs());
        } else if (event instanceof ClientEvent.EntryChanged changed) {
            ShownEntry entry = changed.entry();
            if (entry != null) {
                place(changed.where()).entries.replace(entry);
            }
        } else if (event instanceof ClientEvent.EntryRevealed revealed) {
            place(revealed.where()).entries.replace(revealed.entry());
        } else if (event instanceof ClientEvent.PageShown page) {
            place(page.where()).entries.addPage(page.entries());
        } else if (event instanceof ClientEvent.TypingShown typing) {
            place(typing.where()).typingNs.put(typing.from(), nowNs);
        } else {
            onConversation(event);
        }
    }

    // Where the user is

    synchronized Target current() {
        return current;
    }

    synchronized void switchTo(Target target) {
        Place place = places.get(target.key());
        current = place == null ? target : place.where;
        if (place != null) {
            place.closed = false;
        }
    }

    /** Not shown any more before something is said there. */
    synchronized void close(Target where) {
        place(where).closed = true;
        leaveCurrent(where);
    }

    /** Who wrote directly last. */
    synchronized @Nullable Target lastDirect() {
        return lastDirect;
    }

    // Conversations

    /** Those the server knows, in the order in which they were met. */
    synchronized List<Target> conversations() {
        return places.values().stream()
                .filter(place -> place.state != null && !place.closed)
                .map(place -> place.where)
                .toList();
    }

    synchronized List<Target> rooms() {
        return conversations().stream().filter(Target::isRoom).toList();
    }

    synchronized boolean isIn(Target where) {
        Place place = places.get(where.key());
        return place != null && place.state != null;
    }

    synchronized @Nullable ConversationState stateOf(Target where) {
        Place place = places.get(where.key());
        return place == null ? null : place.state;
    }

    synchronized ClientEvent.UnreadChanged unreadOf(Target where) {
        Place place = places.get(where.key());
        ClientEvent.UnreadChanged nothing = new ClientEvent.UnreadChanged(where, 0, 0, 0);
        return place == null ? nothing : Objects.requireNonNullElse(place.unread, nothing);
    }

    synchronized List<MemberEntry> membersOf(Target where) {
        Place place = places.get(where.key());
        return place == null ? List.of() : place.members;
    }

    /** The newest own message there that somebody has. */
    synchronized ClientEvent.@Nullable ReceiptsChanged receiptsOf(Target where) {
        Place place = places.get(where.key());
        return place == null ? null : place.receipts;
    }

    synchronized List<String> typing(Target where, long nowNs) {
        Place place = places.get(where.key());
        if (place == null) {
            return List.of();
        }
        place.typingNs.values().removeIf(sinceNs -> nowNs - sinceNs >= TYPING_SHOWN_NS);
        return new ArrayList<>(place.typingNs.keySet());
    }

    // Entries

    /** Newest first: the first is number 1 to the user. */
    synchronized List<ShownEntry> messages(Target where) {
        Place place = places.get(where.key());
        return place == null ? List.of() : place.entries.messages();
    }

    synchronized @Nullable ShownEntry find(Target where, long seq) {
        Place place = places.get(where.key());
        return place == null ? null : place.entries.find(seq);
    }

    /** The number of the last entry that is known; 0 if none is. */
    synchronized long lastSeq(Target where) {
        Place place = places.get(where.key());
        if (place == null) {
            return 0;
        }
        ConversationState state = place.state;
        return Math.max(place.entries.lastSeq(), state == null ? 0 : state.nextSeq() - 1);
    }

    // Own messages on their way

    synchronized List<Pending> pending() {
        return new ArrayList<>(pending.values());
    }

    synchronized @Nullable Pending pendingOf(MessageId id) {
        return pending.get(id);
    }

    synchronized int failedCount() {
        return failedCount;
    }

    // The rest

    LinkView link() {
        return link;
    }

    PeopleView people() {
        return people;
    }

    DraftsView drafts() {
        return drafts;
    }

    TransferList transfers() {
        return transfers;
    }

    SearchView found() {
        return found;
    }

    /** As they were listed last. */
    synchronized List<DeviceEntry> devices() {
        return devices;
    }

    // Private

    private void onShown(ClientEvent.EntryShown shown, long nowNs) {
        ShownEntry entry = shown.entry();
        MessageId id = entry.id();
        Place place = place(shown.where());
        place.entries.add(entry);
        place.closed = false;
        place.typingNs.remove(entry.from());
        if (entry.own() && entry.seq() == 0 && id != null) {
            String text = Objects.requireNonNullElse(entry.text(), "");
            pending.put(id, new Pending(id, shown.where(), text, MessageState.QUEUED, nowNs));
        } else if (entry.isMessage() && !entry.own() && !shown.where().isRoom()) {
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
            if (changed.state() == MessageState.FAILED) {
                place(known.to()).entries.remove(known.id());
            }
        } else {
            Pending moved = new Pending(known.id(), known.to(), known.text(), changed.state(), known.sinceNs());
            pending.put(changed.id(), moved);
        }
    }

    private void onConversation(ClientEvent event) {
        if (event instanceof ClientEvent.ConversationChanged changed) {
            place(changed.where()).state = changed.state();
            if (changed.where().key().equals(current.key())) {
                current = changed.where();
            }
        } else if (event instanceof ClientEvent.UnreadChanged unread) {
            place(unread.where()).unread = unread;
        } else if (event instanceof ClientEvent.MembersShown shown) {
            place(shown.where()).members = shown.members();
        } else if (event instanceof ClientEvent.ReceiptsChanged receipts) {
            place(receipts.where()).receipts = receipts;
        } else if (event instanceof ClientEvent.ConversationLeft left) {
            places.remove(left.where().key());
            if (left.cause() == LeaveCause.LEFT) {
                leaveCurrent(left.where()); // after a kick what is being typed must not go anywhere else
            }
        } else if (event instanceof ClientEvent.JoinRefused refused) {
            places.remove(refused.room().key());
        } else if (event instanceof ClientEvent.HistoryReset) {
            places.values().forEach(place -> place.entries.clear());
        } else if (event instanceof ClientEvent.DevicesListed listed) {
            devices = listed.devices();
        }
    }

    private Place place(Target where) {
        return places.computeIfAbsent(where.key(), key -> new Place(where));
    }

    private void leaveCurrent(Target where) {
        List<Target> left = conversations();
        if (where.key().equals(current.key()) && !left.isEmpty()) {
            current = left.get(0);
        }
    }
}
