package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.e2e.EndToEndLayer;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.Mark;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.ServerMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One conversation of the user: its state, its order, and what follows from what is shown.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Conversation implements Timeline.Sink {

    /** Where own postings wait for being stored. */
    interface OwnPostings {
        boolean isWaiting(MessageId id);

        /** The relay has it, and its place was told. */
        void onStored(MessageId id);
    }

    /**
     * What a conversation needs of the rest of the client.
     *
     * @param reader the user, as the server writes the name
     * @param earlier what was shown before the server lost its history
     * @param layer opens what others have sealed
     */
    record Context(
            String reader,
            Consumer<ClientEvent> events,
            OwnPostings own,
            Set<MessageId> earlier,
            EndToEndLayer layer) {}

    private final Target where;
    private final Context context;
    private final Timeline timeline;
    private final SealedEntries sealed;
    private final Receipts receipts;
    private final Reading reading;
    private final ChangeNews changes;
    private ConversationState state;
    private long countedToSeq;

    /** {@code frontierSeq}: what is behind it is shown as news. */
    Conversation(Target where, ConversationState state, Context context, long frontierSeq, boolean readsByItself) {
        this.where = where;
        this.context = context;
        this.state = state;
        this.timeline = new Timeline(this, context.reader(), frontierSeq);
        this.sealed = new SealedEntries(where, context.layer());
        timeline.hold();
        this.receipts = new Receipts(where, context.events());
        this.reading = new Reading(where, state, timeline, context.events(), readsByItself);
        this.changes = new ChangeNews(where, context.events());
        this.countedToSeq = state.nextSeq() - 1;
        timeline.onOwed(state.nextSeq() - 1);
    }

    // Inputs

    /** The relay tells it again; {@code anew}: on a new connection, so that news begin at its next number. */
    void onState(ConversationState now, boolean anew) {
        state = now;
        if (anew) {
            timeline.onOwed(now.nextSeq() - 1);
            reading.onState(now);
            countedToSeq = now.nextSeq() - 1;
        }
        context.events().accept(new ClientEvent.ConversationChanged(where, now));
        reading.tell();
    }

    void onEntry(Entry entry, long nowNs) {
        tellLayer(entry, nowNs); // at once: who came in is to be given keys, whatever waits to be shown
        timeline.onNews(entry, nowNs);
        reading.tell();
    }

    void onGap(ServerMessage.Gap gap) {
        timeline.onOwed(gap.toSeq());
    }

    void onFound(Timeline.Range range, ServerMessage.Page page, long nowNs) {
        timeline.onAmendments(page.amendments(), nowNs);
        timeline.onFound(range, page.entries(), page.more(), nowNs);
        reading.tell();
    }

    /** Returns what of the page is shown. */
    List<ShownEntry> onOlder(ServerMessage.Page page, long nowNs) {
        List<ShownEntry> shown = new ArrayList<>();
        for (Line line : timeline.onOlder(page.entries(), page.amendments(), nowNs)) {
            shown.add(line.shown());
            MessageId id = line.id();
            if (line.isOwn() && id != null) {
                receipts.follow(id, line.seq(), otherCount(), false);
            }
            reading.onOlder(line);
        }
        reading.tell();
        return shown;
    }

    /** The relay has stored a posting of this connection. */
    void onPosted(OutboxEntry posting, long seq, long timeMs, long nowNs) {
        Entry entry = new Entry(
                seq, posting.kind(), posting.id(), context.reader(), timeMs, posting.refSeq(), posting.body());
        context.layer().onPosted(where, state.id(), entry);
        timeline.onPosted(entry, nowNs);
        if (posting.kind() == EntryKind.MESSAGE) {
            receipts.follow(posting.id(), seq, otherCount(), true);
        }
        reading.onMarks(seq, seq); // protocol.md 8.7: posting moves both own marks
        reading.tell();
    }

    /** Keys or members are known that were not: what waited for them may be shown. */
    void onProgress(long nowNs) {
        if (context.layer().isReady(where)) {
            timeline.release(nowNs);
        } else {
            timeline.proceed(nowNs);
        }
        for (SealedEntries.Resolved resolved : sealed.retry(state.id(), timeline.log()::idOf, nowNs)) {
            reveal(resolved.opened(), nowNs);
        }
        reading.tell();
    }

    /** What is needed will never come: everything is shown as it is. */
    void onHopeless(long nowNs) {
        timeline.release(nowNs);
        reading.tell();
    }

    void onOwnMarks(long deliveredSeq, long readSeq) {
        reading.onMarks(deliveredSeq, readSeq);
        reading.tell();
    }

    void onReceipts(List<Mark> moved) {
        receipts.onReceipts(moved, context.reader());
    }

    /** {@code told}: the user has asked for them. */
    void onMembers(List<MemberEntry> members, boolean told) {
        if (told) {
            context.events().accept(new ClientEvent.MembersShown(where, members));
        }
        receipts.onMembers(members, context.reader());
    }

    /** The user has seen everything up to {@code seq}. */
    void markRead(long seq) {
        reading.read(Math.min(seq, Math.max(timeline.frontierSeq(), state.nextSeq() - 1)));
        reading.tell();
    }

    // What the order leads to

    @Override
    public boolean mayShow(Entry entry, long nowNs) {
        return context.layer().isReadyFor(state.id(), entry, nowNs);
    }

    @Override
    public Timeline.Opened open(Entry entry, long nowNs) {
        tellLayer(entry, nowNs);
        return sealed.open(state.id(), entry, timeline.log()::idOf, nowNs);
    }

    @Override
    public void onShown(Line line, boolean live) {
        MessageId id = line.id();
        boolean waiting = id != null && line.isOwn() && context.own().isWaiting(id);
        if (id != null && line.isOwn()) {
            receipts.follow(id, line.seq(), otherCount(), waiting);
        }
        if (id != null && waiting) {
            ShownEntry shown = line.shown();
            context.events().accept(new ClientEvent.EntryPlaced(where, id, shown.seq(), shown.timeMs()));
            context.own().onStored(id);
        } else if (id == null || !context.earlier().contains(id)) {
            context.events().accept(new ClientEvent.EntryShown(where, line.shown(), live));
        }
        count(line);
        reading.onShown(line);
    }

    @Override
    public void onChanged(@Nullable Line line, Entry change) {
        changes.tell(line, change);
        MessageId id = change.id();
        if (id != null && change.from().equals(context.reader())) {
            context.own().onStored(id);
        }
        reading.reach(change.seq());
    }

    @Override
    public void onUnreadableChange(Timeline.Opened change) {
        changes.tellUnreadable(change);
    }

    @Override
    public void onGone(long fromSeq, long toSeq) {
        context.events().accept(new ClientEvent.GapShown(where, fromSeq, toSeq, false));
    }

    // Queries

    Target where() {
        return where;
    }

    ConversationState state() {
        return state;
    }

    Timeline timeline() {
        return timeline;
    }

    /** Null if that entry is not loaded. */
    @Nullable
    MessageId idOf(long seq) {
        return timeline.log().idOf(seq);
    }

    /** While this client was away others may have read what the user said. */
    boolean waitsForReceipts() {
        return receipts.waitsForNews();
    }

    OwnMarks marks() {
        return reading.marks();
    }

    // Private

    private void tellLayer(Entry entry, long nowNs) {
        EntryKind kind = entry.kind();
        if (kind != null && !kind.isPosted()) {
            context.layer().onNotice(where, kind, Texts.notice(entry.body()), nowNs);
        }
    }

    private void reveal(Timeline.Opened opened, long nowNs) {
        Entry entry = opened.entry();
        EntryKind kind = entry.kind();
        if (kind != null && !Timeline.isLine(kind)) {
            if (opened.isReadable()) {
                timeline.onAmendments(List.of(entry), nowNs);
            } else {
                changes.tellUnreadable(opened);
            }
            return;
        }
        Line line = timeline.log().reveal(opened);
        if (line != null) {
            context.events().accept(new ClientEvent.EntryRevealed(where, line.seq(), line.shown()));
        }
    }

    /** The relay does not tell the state again when somebody comes or goes (protocol.md 8.1). */
    private void count(Line line) {
        int change =
                switch (line.kind()) {
                    case JOINED -> 1;
                    case LEFT, KICKED, BANNED -> -1;
                    default -> 0;
                };
        if (change != 0 && line.seq() > countedToSeq) {
            state = state.withMemberCount(Math.max(1, state.memberCount() + change));
            context.events().accept(new ClientEvent.ConversationChanged(where, state));
        }
    }

    private int otherCount() {
        return Math.max(0, state.memberCount() - 1);
    }
}
