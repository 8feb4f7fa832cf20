package io.heliograph.client.swing.shell;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.model.Place;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are shown, and which are wanted beside them; tells what was read. Knows no component.
 *
 * <p>Event dispatch thread only.
 */
final class TimelinePresenter {
    private static final int PAGE_LINES = 60;
    private static final int AROUND_LINES = 40;

    private final TimelineView view;
    private final Desk desk;
    private @Nullable Target where;
    private boolean loading;
    private boolean inFront = true;
    /** What was jumped to is looked at, not read. */
    private boolean looking;

    private long wantedSeq;
    private long seenSeq;

    TimelinePresenter(TimelineView view, Desk desk) {
        this.view = view;
        this.desk = desk;
    }

    /** Null for nowhere. */
    void open(@Nullable Target target) {
        where = target;
        loading = false;
        looking = false;
        wantedSeq = 0;
        seenSeq = 0;
        if (target == null) {
            view.open(null);
            return;
        }
        Place place = desk.model().place(target);
        place.lines().markUnread(place.readSeq(), (int) place.unreadCount());
        view.open(place.lines());
        if (place.unreadCount() > 0) {
            view.showUnread();
        }
        fill(place);
    }

    /** There is a page to be seen, if there is one at all. */
    private void fill(Place place) {
        if (place.lines().size() < PAGE_LINES) {
            onOlderWanted();
        }
    }

    /** Goes to a line of the open conversation, which is not read by that. */
    void jump(long seq) {
        Target target = where;
        looking = true;
        if (target != null && !view.show(seq)) {
            wantedSeq = seq;
            desk.submit(new ClientCommand.ShowAround(target, seq, AROUND_LINES, AROUND_LINES));
        }
    }

    /** Once a second and after each burst. */
    void refresh(long nowMs) {
        Target target = where;
        if (target != null) {
            view.showTyping(desk.model().place(target).typing(nowMs));
        }
    }

    void onEvent(ClientEvent event) {
        Target target = where;
        if (target == null) {
            return;
        }
        if (event instanceof ClientEvent.PageShown page && isHere(page.where())) {
            loading = false; // another may be asked for
        } else if (event instanceof ClientEvent.AroundShown around && isHere(around.where())) {
            onAround(around);
        } else if (event instanceof ClientEvent.EntryShown shown && isHere(shown.where())) {
            announce(shown, desk.model().place(target));
            follow(shown.entry());
        } else {
            onState(event, desk.model().place(target));
        }
    }

    private void onState(ClientEvent event, Place place) {
        if (event instanceof ClientEvent.ConversationChanged changed && isHere(changed.where())) {
            fill(place); // a room is opened before the server has told of it
        } else if (event instanceof ClientEvent.UnreadChanged unread && isHere(unread.where()) && !inFront) {
            place.lines().markUnread(unread.readSeq(), (int) unread.unreadCount());
        }
    }

    /** Once each: what is said now, by others who are not ignored. */
    private void announce(ClientEvent.EntryShown shown, Place place) {
        ShownEntry entry = shown.entry();
        boolean hidden = place.find(entry.seq()) == null;
        if (shown.live() && !entry.own() && entry.isMessage() && !hidden) {
            view.announce(entry);
        }
    }

    /** Whoever says something wants to see it, wherever he was reading. */
    private void follow(ShownEntry entry) {
        if (entry.own() && entry.isMessage() && entry.seq() == 0) {
            looking = false;
            wantedSeq = 0;
            view.showEnd();
        }
    }

    void onOlderWanted() {
        Target target = where;
        if (target == null || loading) {
            return;
        }
        Place place = desk.model().place(target);
        long first = place.lines().firstSeq();
        if (place.lines().hasHeldGap() && first > 1) {
            // What is on top stands apart: the server would show what is below it.
            desk.submit(new ClientCommand.ShowAround(target, first, AROUND_LINES, 0));
        } else {
            load(target, place);
        }
    }

    /** Lines are missing where the user reads. */
    void onGap() {
        Target target = where;
        if (target != null && !loading) {
            load(target, desk.model().place(target));
        }
    }

    private void load(Target target, Place place) {
        if (place.state() != null && place.hasOlder()) {
            loading = true;
            desk.submit(new ClientCommand.LoadOlder(target, PAGE_LINES));
        }
    }

    void onSeen(long seq) {
        seenSeq = Math.max(seenSeq, seq);
        tellRead();
    }

    /** The user has come to the end by himself. */
    void onEnd() {
        if (looking && wantedSeq == 0) {
            looking = false;
            tellRead();
        }
    }

    private void tellRead() {
        Target target = where;
        if (target != null
                && inFront
                && !looking
                && seenSeq > desk.model().place(target).readSeq()) {
            desk.submit(new ClientCommand.MarkRead(target, seenSeq));
        }
    }

    /** What is shown behind other windows is not read. */
    void onInFront(boolean front) {
        inFront = front;
        tellRead();
    }

    private void onAround(ClientEvent.AroundShown around) {
        if (around.seq() == wantedSeq) {
            wantedSeq = 0;
            if (!view.show(around.seq())) {
                desk.complain(desk.words().get("messages.lost"));
            }
        }
    }

    private boolean isHere(Target of) {
        return where != null && where.key().equals(of.key());
    }
}
