package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.MessageId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one conversation, by the events of the client. Lines of the log stand by their numbers, and after them
 * what the relay has not stored yet. A row is made when it is asked for; one entry is one row, at the same index.
 *
 * <p>Not thread-safe; owned by the event thread. Knows no Swing.
 */
public final class MessageListModel {
    private final Target where;
    private final LogLines lines = new LogLines();
    private final Dividers dividers;
    private final HiddenEntries hidden;
    private final GapLines gaps = new GapLines(lines, this::splice);
    private final List<RowListener> listeners = new ArrayList<>();
    private final OwnMessages own = new OwnMessages();
    private final Answers answers = new Answers();
    private final RowMaking making;

    /**
     * An empty list.
     *
     * @param where the conversation; events of others are passed over
     * @param zone in which days begin
     */
    public MessageListModel(Target where, ZoneId zone) {
        this(where, zone, entry -> false);
    }

    /** {@code isHidden}: what is not to be among the rows; asked again by {@link #hiddenChanged}. */
    public MessageListModel(Target where, ZoneId zone, Predicate<ShownEntry> isHidden) {
        this.where = where;
        this.dividers = new Dividers(lines, new Days(zone));
        this.hidden = new HiddenEntries(isHidden);
        this.making = new RowMaking(lines, dividers, own, where.isRoom());
    }

    public void addListener(RowListener listener) {
        listeners.add(listener);
    }

    public void removeListener(RowListener listener) {
        listeners.remove(listener);
    }

    /** Takes what happened; events that are not about the lines of this conversation are passed over. */
    public void accept(ClientEvent event) {
        if (event instanceof ClientEvent.EntryShown shown && isHere(shown.where())) {
            put(hidden.rest(List.of(shown.entry())));
        } else if (event instanceof ClientEvent.PageShown page && isHere(page.where())) {
            gaps.onPage(page);
            put(hidden.rest(page.entries()));
        } else if (event instanceof ClientEvent.AroundShown around && isHere(around.where())) {
            put(hidden.rest(around.entries()));
            gaps.behind(around.entries());
        } else if (event instanceof ClientEvent.EntryPlaced placed && isHere(placed.where())) {
            place(placed.id(), placed.seq(), placed.timeMs());
        } else if (event instanceof ClientEvent.GapShown gap && isHere(gap.where())) {
            gaps.put(gap);
        } else if (event instanceof ClientEvent.HistoryReset) {
            clear();
        } else {
            acceptChange(event);
        }
    }

    private void acceptChange(ClientEvent event) {
        if (event instanceof ClientEvent.EntryChanged changed && isHere(changed.where())) {
            replace(changed.seq(), changed.entry());
        } else if (event instanceof ClientEvent.EntryRevealed revealed && isHere(revealed.where())) {
            replace(revealed.seq(), revealed.entry());
        } else if (event instanceof ClientEvent.StateChanged changed) {
            setState(changed.id(), changed.state(), changed.reason());
        } else if (event instanceof ClientEvent.ReceiptsChanged receipts && isHere(receipts.where())) {
            setCounts(receipts);
        }
    }

    /** The divider of what is unread stands after {@code seq}; no divider for a count of 0. */
    public void markUnread(long seq, int count) {
        int before = dividers.unreadIndex();
        dividers.markUnread(seq, count);
        int after = dividers.unreadIndex();
        changed(before);
        if (after != before) {
            changed(after);
        }
    }

    /** Takes a message that waits, or was not sent, from among the rows. */
    public void forget(MessageId id) {
        int index = lines.waitingIndexOf(id);
        if (index >= 0) {
            splice(index, 1, List.of());
        }
    }

    /** Shows all of a long message from now on. */
    public void showWhole(long seq) {
        if (making.showWhole(seq)) {
            changed(indexOf(seq));
        }
    }

    /** What is to be hidden is another than before. */
    public void hiddenChanged() {
        for (int index = lines.size() - 1; index >= 0; index--) {
            ShownEntry entry = lines.get(index).entry();
            if (entry != null && hidden.keep(entry)) {
                splice(index, 1, List.of());
            }
        }
        put(hidden.release());
    }

    public int size() {
        return lines.size();
    }

    /** The row at {@code index} as it stands now. */
    public Row row(int index) {
        return making.row(index);
    }

    /** The row of an entry of the log, or -1. */
    public int indexOf(long seq) {
        return lines.indexOf(seq);
    }

    /** The first of the log that is here; 0 for none. */
    public long firstSeq() {
        return lines.size() == 0 || lines.get(0).isWaiting() ? 0 : lines.get(0).fromSeq();
    }

    /** What stands at {@code index}; null for a gap. */
    public @Nullable ShownEntry entry(int index) {
        return lines.get(index).entry();
    }

    /** What stands under this number; null if it is not among the rows. */
    public @Nullable ShownEntry find(long seq) {
        int index = indexOf(seq);
        return index < 0 ? null : lines.get(index).entry();
    }

    /** An own message by its name; null if it is not among the rows. */
    public @Nullable ShownEntry find(MessageId id) {
        int index = indexOfOwn(id);
        return index < 0 ? null : lines.get(index).entry();
    }

    /** How far an own message has come; null for one of somebody else. */
    public @Nullable Delivery delivery(ShownEntry entry) {
        return own.delivery(entry);
    }

    /** The highest number that is here, of rows or of what is hidden; 0 for none. */
    public long lastSeq() {
        int end = lines.firstAtOrAfter(Line.WAITING);
        return Math.max(hidden.lastSeq(), end == 0 ? 0 : lines.get(end - 1).toSeq());
    }

    /** Whether entries are missing that the server has. */
    public boolean hasHeldGap() {
        return lines.lastHeldGap() >= 0;
    }

    private boolean isHere(Target target) {
        return target.equals(where) || target.key().equals(where.key());
    }

    /** Puts a run of entries at its place; entries that are here already are replaced. */
    private void put(List<ShownEntry> entries) {
        gaps.onEntries(entries);
        int at = 0;
        while (at < entries.size()) {
            ShownEntry first = entries.get(at);
            int same = lines.same(first);
            if (same >= 0) {
                replaceAt(same, Line.of(first));
                at++;
            } else {
                int index = lines.placeOf(first);
                int end = lines.runEnd(entries, at, index);
                insert(index, entries.subList(at, end));
                at = end;
            }
        }
    }

    private void insert(int index, List<ShownEntry> entries) {
        entries.forEach(this::remember);
        splice(index, 0, entries.stream().map(Line::of).toList());
        if (!answers.isEmpty()) {
            entries.forEach(entry -> changeAnswersOf(entry.seq()));
        }
    }

    private void splice(int index, int removed, List<Line> added) {
        lines.splice(index, removed, added);
        listeners.forEach(listener -> listener.rowsSpliced(index, removed, added.size()));
        // The rows beside a run that is new or gone may be grouped otherwise.
        changed(index - 1);
        changed(index + added.size());
    }

    private void remember(ShownEntry entry) {
        own.remember(entry);
        answers.remember(entry);
    }

    private void place(MessageId id, long seq, long timeMs) {
        int from = lines.waitingIndexOf(id);
        if (from < 0) {
            return;
        }
        ShownEntry entry = Objects.requireNonNull(lines.get(from).entry()).placedAt(seq, timeMs);
        int to = lines.firstAtOrAfter(seq);
        remember(entry);
        if (from == to) {
            lines.set(to, Line.of(entry));
            around(to);
            return;
        }
        splice(from, 1, List.of());
        put(List.of(entry));
    }

    private void replace(long seq, @Nullable ShownEntry entry) {
        int index = indexOf(seq);
        if (index >= 0 && entry != null) {
            replaceAt(index, Line.of(entry));
        } else if (entry != null) {
            hidden.replace(entry);
        }
    }

    private void replaceAt(int index, Line line) {
        lines.set(index, line);
        remember(Objects.requireNonNull(line.entry()));
        around(index);
        changeAnswersOf(line.fromSeq());
    }

    private void changeAnswersOf(long seq) {
        for (long answer : answers.to(seq)) {
            changed(indexOf(answer));
        }
    }

    private void setState(MessageId id, MessageState state, String reason) {
        if (own.setState(id, state, reason)) {
            changed(indexOfOwn(id));
        }
    }

    private void setCounts(ClientEvent.ReceiptsChanged receipts) {
        own.setCounts(receipts.id(), receipts.deliveredCount(), receipts.readCount(), receipts.of());
        changed(indexOfOwn(receipts.id()));
    }

    /** What waits to be stored goes on waiting. */
    private void clear() {
        own.forgetStored();
        answers.clear();
        dividers.clear();
        hidden.clear();
        splice(0, lines.firstAtOrAfter(Line.WAITING), List.of());
    }

    private int indexOfOwn(MessageId id) {
        long seq = own.seqOf(id);
        return seq == 0 ? lines.waitingIndexOf(id) : indexOf(seq);
    }

    private void around(int index) {
        changed(index - 1);
        changed(index);
        changed(index + 1);
    }

    private void changed(int index) {
        if (index >= 0 && index < lines.size()) {
            listeners.forEach(listener -> listener.rowsChanged(index, index + 1));
        }
    }
}
