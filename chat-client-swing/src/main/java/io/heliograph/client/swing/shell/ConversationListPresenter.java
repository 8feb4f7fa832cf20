package io.heliograph.client.swing.shell;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.profile.Drafts;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.Presence;
import io.heliograph.client.swing.messages.Delivery;
import io.heliograph.client.swing.messages.MessageWords;
import io.heliograph.client.swing.messages.RowWording;
import io.heliograph.client.swing.model.Place;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes the list of conversations, or of people. Event dispatch thread only; knows no component. */
final class ConversationListPresenter {
    private static final int PREVIEW_CHARS = 120;

    private final ConversationListView view;
    private final Desk desk;
    private final Drafts drafts;
    private final Times times;
    private final RowWording wording;
    private String filter = "";
    private boolean people;

    ConversationListPresenter(ConversationListView view, Desk desk, Drafts drafts, Times times) {
        this.view = view;
        this.desk = desk;
        this.drafts = drafts;
        this.times = times;
        this.wording = new RowWording(new MessageWords(desk.words(), times.zone()));
    }

    void onFilter(String text) {
        filter = text.strip().toLowerCase(Locale.ROOT);
    }

    void showPeople(boolean on) {
        people = on;
        view.showTitle(desk.words().get(on ? "side.people" : "side.chats"));
    }

    /** The first of what is shown is opened by Enter in the search; false if nothing is found. */
    boolean onEnter(long nowMs) {
        List<ConversationRow> rows = rows(nowMs);
        if (!rows.isEmpty()) {
            desk.open(rows.get(0).where());
        }
        return !rows.isEmpty();
    }

    void refresh(long nowMs) {
        view.showRows(rows(nowMs), desk.current());
    }

    private List<ConversationRow> rows(long nowMs) {
        List<ConversationRow> rows = new ArrayList<>();
        if (!people) {
            for (Place place : desk.model().places()) {
                if (isListed(place.where()) && matches(place.where().name())) {
                    rows.add(row(place, nowMs));
                }
            }
        }
        if (people || !filter.isEmpty()) {
            for (UserEntry user : desk.model().people()) {
                Target where = Target.user(user.name());
                boolean shown = !people && desk.model().isIn(where);
                if (!shown
                        && matches(user.name())
                        && !user.name().equals(desk.model().user())) {
                    rows.add(row(user, where));
                }
            }
        }
        return rows;
    }

    /** What was closed is found by its name alone. */
    private boolean isListed(Target where) {
        return !filter.isEmpty() || desk.isCurrent(where) || !desk.choices().isClosed(where);
    }

    private boolean matches(String name) {
        return filter.isEmpty() || name.toLowerCase(Locale.ROOT).contains(filter);
    }

    private ConversationRow row(Place place, long nowMs) {
        Target where = place.where();
        Words words = desk.words();
        List<String> typing = place.typing(nowMs);
        String draft = desk.isCurrent(where) ? "" : drafts.of(where);
        ShownEntry last = place.lastLine();
        String preview = last == null ? topic(place) : preview(last, where);
        if (!typing.isEmpty()) {
            preview = words.get("typing", typing.size(), SafeText.excerpt(typing.get(0), 30));
        } else if (!draft.isEmpty()) {
            preview = words.get("side.draft", SafeText.excerpt(draft, PREVIEW_CHARS));
        }
        return new ConversationRow(
                where,
                SafeText.excerpt(where.name(), 60),
                preview,
                !typing.isEmpty(),
                !draft.isEmpty() && typing.isEmpty(),
                times.brief(place.lastActivityMs(), nowMs),
                place.unreadCount(),
                place.mentionCount() > 0,
                desk.choices().isMuted(where),
                where.isRoom() ? null : Presence.dot(desk.model().person(where.name())),
                draft.isEmpty() && last != null ? ticks(place, last) : 0);
    }

    private ConversationRow row(UserEntry user, Target where) {
        String text = SafeText.line(user.text());
        String state = desk.words().get(Presence.key(user.state()));
        return new ConversationRow(
                where,
                SafeText.excerpt(user.name(), 60),
                text.isEmpty() ? state : state + " · " + text,
                false,
                false,
                "",
                0,
                false,
                false,
                Presence.dot(user),
                0);
    }

    private static String topic(Place place) {
        return place.state() == null ? "" : SafeText.excerpt(place.state().topic(), PREVIEW_CHARS);
    }

    private String preview(ShownEntry entry, Target where) {
        String text = wording.excerpt(entry, PREVIEW_CHARS);
        if (!entry.isMessage()) {
            return text;
        } else if (entry.own()) {
            return desk.words().get("side.you", text);
        }
        return where.isRoom() ? SafeText.excerpt(entry.from(), 30) + ": " + text : text;
    }

    private static int ticks(Place place, ShownEntry last) {
        Delivery delivery = last.isMessage() ? place.lines().delivery(last) : null;
        return delivery == null ? 0 : delivery.ticks();
    }
}
