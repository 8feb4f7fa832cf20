package io.heliograph.client.swing.shell;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.TrustLevel;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.Presence;
import io.heliograph.client.swing.model.Place;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.text.SafeText;
import java.util.List;
import java.util.Locale;

/** Says where the user is, who is there, and how far the key is trusted. Knows no component. */
final class HeaderPresenter {
    private final HeaderView view;
    private final Desk desk;
    private final Times times;

    HeaderPresenter(HeaderView view, Desk desk, Times times) {
        this.view = view;
        this.desk = desk;
        this.times = times;
    }

    void refresh(long nowMs) {
        Target where = desk.current();
        if (where == null) {
            view.showHeader(null);
            return;
        }
        Place place = desk.model().place(where);
        String key = where.isRoom()
                ? "room"
                : desk.model().keyWaits(where.name())
                        ? "waits"
                        : desk.model().trustIn(where.name()).name().toLowerCase(Locale.ROOT);
        view.showHeader(new HeaderView.Header(
                SafeText.excerpt(where.name(), 60),
                subtitle(place, nowMs),
                topic(place),
                iconOf(where),
                colourOf(where),
                desk.words().get("key." + key),
                where.isRoom() ? null : Presence.dot(desk.model().person(where.name()))));
    }

    private String subtitle(Place place, long nowMs) {
        Words words = desk.words();
        List<String> typing = place.typing(nowMs);
        if (!typing.isEmpty()) {
            return words.get("typing", typing.size(), SafeText.excerpt(typing.get(0), 30));
        }
        return place.where().isRoom() ? members(place) : presence(place.where(), nowMs);
    }

    private String members(Place place) {
        ConversationState state = place.state();
        if (state == null) {
            return desk.words().get("header.entering");
        }
        long online = 0;
        for (MemberEntry member : place.members()) {
            UserEntry user = desk.model().person(member.name());
            online += user != null && Presence.dot(user) != null ? 1 : 0;
        }
        String members = desk.words().get("header.members", state.memberCount());
        return online == 0 ? members : members + ", " + desk.words().get("header.online", online);
    }

    private String presence(Target where, long nowMs) {
        UserEntry user = desk.model().person(where.name());
        if (user == null) {
            return desk.words().get("presence.offline");
        }
        String text = SafeText.line(user.text());
        boolean away = user.state() == PresenceState.OFFLINE && user.lastSeenMs() > 0;
        String state = away
                ? desk.words().get("header.lastSeen", times.brief(user.lastSeenMs(), nowMs))
                : desk.words().get(Presence.key(user.state()));
        return text.isEmpty() ? state : state + " · " + text;
    }

    private static String topic(Place place) {
        ConversationState state = place.state();
        return state == null ? "" : SafeText.excerpt(state.topic(), 160);
    }

    private String iconOf(Target where) {
        if (!where.isRoom() && desk.model().keyWaits(where.name())) {
            return "shield-alert";
        }
        boolean verified = !where.isRoom() && desk.model().trustIn(where.name()) != TrustLevel.UNKNOWN;
        return where.isRoom() ? "lock" : verified ? "shield-check" : "shield";
    }

    private String colourOf(Target where) {
        if (where.isRoom()) {
            return "muted";
        }
        if (desk.model().keyWaits(where.name())) {
            return "danger";
        }
        return switch (desk.model().trustIn(where.name())) {
            case VERIFIED -> "online";
            case CONFIRMED -> "accent";
            case UNKNOWN -> "muted";
        };
    }
}
