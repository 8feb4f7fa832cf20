package io.heliograph.client.swing.shell;

import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.model.Place;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Members by role, with owners first, and what there is to know of a conversation. Knows no component. */
final class DetailsPresenter {
    private final DetailsView view;
    private final Desk desk;

    DetailsPresenter(DetailsView view, Desk desk) {
        this.view = view;
        this.desk = desk;
    }

    void refresh() {
        Target where = desk.current();
        if (where == null) {
            view.showDetails(null);
            return;
        }
        Place place = desk.model().place(where);
        ConversationState state = place.state();
        String description = state == null ? "" : SafeText.lines(state.description());
        String topic = state == null ? "" : SafeText.line(state.topic());
        String key = where.isRoom()
                ? "room"
                : desk.model().trustIn(where.name()).name().toLowerCase(Locale.ROOT);
        int count = state == null ? place.members().size() : state.memberCount();
        view.showDetails(new DetailsView.Details(
                SafeText.excerpt(where.name(), 60),
                where.isRoom() ? desk.words().get("header.members", count) : personText(where),
                topic.isEmpty() || description.isEmpty() ? topic + description : topic + "\n" + description,
                desk.words().get("key." + key),
                where.isRoom() ? members(place) : List.of()));
    }

    private String personText(Target where) {
        UserEntry user = desk.model().person(where.name());
        PresenceState state = user == null ? PresenceState.OFFLINE : user.state();
        return desk.words().get(Presence.key(state));
    }

    private List<DetailsView.Member> members(Place place) {
        List<MemberEntry> sorted = new ArrayList<>(place.members());
        sorted.sort(Comparator.comparing(MemberEntry::role)
                .reversed()
                .thenComparing(MemberEntry::name, String.CASE_INSENSITIVE_ORDER));
        List<DetailsView.Member> shown = new ArrayList<>();
        Role before = null;
        for (MemberEntry member : sorted) {
            UserEntry user = desk.model().person(member.name());
            PresenceState state = user == null ? PresenceState.OFFLINE : user.state();
            String role = member.role() == before
                    ? ""
                    : desk.words().get("role." + member.role().word());
            shown.add(new DetailsView.Member(
                    SafeText.excerpt(member.name(), 60),
                    role,
                    desk.words().get(Presence.key(state)),
                    Presence.dot(state)));
            before = member.role();
        }
        return shown;
    }
}
