package io.heliograph.client.swing.shell;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.model.Place;
import io.heliograph.common.message.MessageId;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What an event leads to beyond what is remembered of it: what is told, opened and asked.
 *
 * <p>Event dispatch thread only; knows no component.
 */
final class Consequences {
    /** Chosen by us: what is taken back later than that is told of as a message that failed. */
    private static final int MAX_TAKEN_BACK = 200;

    private final Desk desk;
    private final Notices notices;
    private final Inquiries inquiries;
    private final Deque<MessageId> takenBack = new ArrayDeque<>();

    Consequences(Desk desk) {
        this.desk = desk;
        this.notices = new Notices(desk.words());
        this.inquiries = new Inquiries(desk);
    }

    /** {@code shown}: the window belongs to this session; another one neither tells nor opens anything. */
    void onEvent(ClientEvent event, boolean shown) {
        if (event instanceof ClientEvent.EntryShown said && said.entry().isMessage()) {
            reopen(said.where());
        }
        if (event instanceof ClientEvent.CaughtUp) {
            inquiries.loadFirstLines();
        }
        if (shown) {
            tellOf(event);
            follow(event);
            inquiries.onEvent(event);
        } else if (event instanceof ClientEvent.StateChanged changed) {
            takenBack.remove(changed.id());
        }
    }

    void onSubmit(ClientCommand command) {
        if (command instanceof ClientCommand.Cancel cancel) {
            takenBack.add(cancel.id());
            if (takenBack.size() > MAX_TAKEN_BACK) {
                takenBack.remove();
            }
        }
    }

    /** A conversation has been opened. */
    void onOpened(Target where) {
        reopen(where);
        if (desk.model().link().isOnline()) {
            inquiries.askAbout(where);
        }
    }

    void openFirst() {
        desk.turnTo(desk.model().places().stream()
                .map(Place::where)
                .filter(where -> !desk.choices().isClosed(where))
                .findFirst()
                .orElse(null));
    }

    private void tellOf(ClientEvent event) {
        String complaint = notices.complaint(event);
        String news = notices.news(event);
        if (complaint != null) {
            desk.complain(complaint);
        } else if (news != null) {
            desk.tell(news);
        }
    }

    private void follow(ClientEvent event) {
        if (event instanceof ClientEvent.CaughtUp) {
            onCaughtUp();
        } else if (event instanceof ClientEvent.Joined joined && !joined.again()) {
            onJoined(joined.room());
        } else if (event instanceof ClientEvent.ConversationLeft left && desk.isCurrent(left.where())) {
            openFirst();
        } else if (event instanceof ClientEvent.StateChanged changed && changed.state() == MessageState.FAILED) {
            if (takenBack.remove(changed.id())) {
                desk.tell(desk.words().get("message.takenBack")); // as it was meant: nothing is wrong
            } else {
                desk.complain(desk.words().get("message.failed", changed.reason()));
            }
        }
    }

    /** A newcomer is caught up before being anywhere: the first room is where the window opens. */
    private void onJoined(Target room) {
        if (desk.current() == null) {
            desk.open(room);
        } else {
            inquiries.askAbout(room);
        }
    }

    private void onCaughtUp() {
        Target current = desk.current();
        if (current == null) {
            openFirst();
        } else {
            inquiries.askAbout(current);
        }
    }

    /** What was closed is among the conversations again. */
    private void reopen(Target where) {
        if (desk.choices().isClosed(where)) {
            desk.choose(kept -> kept.close(where, false), () -> {});
        }
    }
}
