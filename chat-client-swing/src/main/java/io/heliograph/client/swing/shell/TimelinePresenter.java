package io.heliograph.client.swing.shell;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.model.MessageLine;
import io.heliograph.client.swing.model.Place;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the lines of the open conversation to the view, loads older ones, and tells what was read. Knows no
 * component.
 *
 * <p>Event dispatch thread only.
 */
final class TimelinePresenter {
    private static final int PAGE_LINES = 60;

    private final TimelineView view;
    private final Desk desk;
    private final Consumer<ShownEntry> onReply;
    private @Nullable Target where;
    private boolean loading;
    private boolean inFront = true;
    private long seenSeq;

    TimelinePresenter(TimelineView view, Desk desk, Consumer<ShownEntry> onReply) {
        this.view = view;
        this.desk = desk;
        this.onReply = onReply;
    }

    void open(Target target) {
        where = target;
        loading = false;
        seenSeq = 0;
        Place place = desk.model().place(target);
        long firstUnread = place.unreadCount() > 0 ? place.readSeq() + 1 : 0;
        view.open(target.isRoom(), shown(place), firstUnread);
        if (place.lineCount() < PAGE_LINES) {
            onOlderWanted();
        }
    }

    void refresh() {
        if (where != null) {
            view.update(shown(desk.model().place(where)));
        }
    }

    /** A page has come: another may be asked for. */
    void onPage(Target of) {
        if (where != null && of.key().equals(where.key())) {
            loading = false;
        }
    }

    void onOlderWanted() {
        Target target = where;
        if (target == null || loading) {
            return;
        }
        Place place = desk.model().place(target);
        if (place.state() != null && place.hasOlder()) {
            loading = true;
            desk.submit(new ClientCommand.LoadOlder(target, PAGE_LINES));
        }
    }

    void onSeen(long seq) {
        Target target = where;
        seenSeq = Math.max(seenSeq, seq);
        if (target != null && inFront && seenSeq > desk.model().place(target).readSeq()) {
            desk.submit(new ClientCommand.MarkRead(target, seenSeq));
        }
    }

    /** What is shown behind other windows is not read. */
    void onInFront(boolean front) {
        inFront = front;
        if (front) {
            onSeen(0);
        }
    }

    void onReplyTo(MessageLine line) {
        if (line.entry().isMessage() && line.entry().seq() > 0) {
            onReply.accept(line.entry());
        }
    }

    private List<MessageLine> shown(Place place) {
        return place.lines().stream()
                .filter(line -> !desk.choices().ignores(line.entry().from()))
                .toList();
    }
}
