package io.heliograph.client.swing.shell;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.TrustLevel;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.Presence;
import io.heliograph.client.swing.dialog.Trusted;
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
        int count = state == null ? place.members().size() : state.memberCount();
        view.showDetails(new DetailsView.Details(
                where.isRoom(),
                SafeText.excerpt(where.name(), 60),
                where.isRoom() ? desk.words().get("header.members", count) : personText(where),
                state == null ? "" : about(state),
                where.isRoom() ? new ListRow.Mark("lock", "muted", desk.words().get("key.room")) : markOf(where.name()),
                where.isRoom() ? members(place) : List.of()));
    }

    private static String about(ConversationState state) {
        String topic = SafeText.line(state.topic());
        String description = SafeText.lines(state.description());
        return topic.isEmpty() || description.isEmpty() ? topic + description : topic + "\n" + description;
    }

    private ListRow.Mark markOf(String name) {
        if (desk.model().keyWaits(name)) {
            return new ListRow.Mark("shield-alert", "danger", desk.words().get("key.waits"));
        }
        TrustLevel level = desk.model().trustIn(name);
        return new ListRow.Mark(
                Trusted.icon(level), Trusted.colour(level), desk.words().get(Trusted.key(level)));
    }

    private String personText(Target where) {
        UserEntry user = desk.model().person(where.name());
        PresenceState state = user == null ? PresenceState.OFFLINE : user.state();
        return desk.words().get(Presence.key(state));
    }

    private List<ListRow> members(Place place) {
        List<MemberEntry> sorted = new ArrayList<>(place.members());
        sorted.sort(Comparator.comparing(MemberEntry::role)
                .reversed()
                .thenComparing(MemberEntry::name, String.CASE_INSENSITIVE_ORDER));
        List<ListRow> shown = new ArrayList<>();
        Role before = null;
        for (MemberEntry member : sorted) {
            UserEntry user = desk.model().person(member.name());
            PresenceState state = user == null ? PresenceState.OFFLINE : user.state();
            String role = member.role() == before
                    ? ""
                    : desk.words().get("role." + member.role().word());
            String name = SafeText.excerpt(member.name(), 60);
            ListRow.Mark mark =
                    desk.model().trustIn(member.name()) == TrustLevel.UNKNOWN ? null : markOf(member.name());
            shown.add(ListRow.of(member.name(), ListRow.Picture.of(name, Presence.dot(state)), name, "")
                    .withSection(role)
                    .withMark(mark)
                    .withTrailing(member.mutedUntilMs() > 0 ? desk.words().get("details.silenced") : ""));
            before = member.role();
        }
        return shown;
    }
}
