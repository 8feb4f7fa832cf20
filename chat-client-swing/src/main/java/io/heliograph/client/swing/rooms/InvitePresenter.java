package io.heliograph.client.swing.rooms;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.Presence;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.Moderation;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lets people of this server into a room, and gives a link for those who are not on it yet. Knows no component. */
final class InvitePresenter {
    /** What shows people and link. */
    interface View {
        /** {@code room} is empty where the link is all there is. */
        void open(String room, String link, String about);

        void showPeople(List<ListRow> rows, String empty);

        /** Empty for nothing wrong. */
        void showProblem(String line);
    }

    private final View view;
    private final Desk desk;
    private final Set<String> invited = new HashSet<>();
    private @Nullable Target room;
    private String filter = "";

    InvitePresenter(View view, Desk desk) {
        this.view = view;
        this.desk = desk;
    }

    /** Into the open room, where one is. */
    void open() {
        Target where = desk.current();
        room = where != null && where.isRoom() && desk.model().isIn(where) ? where : null;
        invited.clear();
        filter = "";
        String name = room == null ? "" : SafeText.excerpt(room.address(), 60);
        String about =
                name.isEmpty() ? desk.words().get("invite.link") : desk.words().get("invite.linkRoom", name);
        view.open(name, link(), about);
        view.showProblem("");
        refresh();
    }

    void onFilter(String text) {
        filter = text.strip();
        refresh();
    }

    void onInvite(String name) {
        Target where = room;
        if (where != null && invited.add(Target.user(name).key())) {
            desk.submit(new ClientCommand.Moderate(where, name, Moderation.INVITE, null, 0, ""));
            refresh();
        }
    }

    void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.Refused refused
                && refused.command() instanceof ClientCommand.Moderate no
                && no.action() == Moderation.INVITE
                && invited.remove(Target.user(no.name()).key())) {
            view.showProblem(SafeText.line(refused.text()));
            refresh();
        }
    }

    /** What the server is reached by here leads there from the same network; empty where there was no login yet. */
    private String link() {
        String server = desk.model().server();
        return server.isEmpty()
                ? ""
                : "heliograph://" + server + "/#" + desk.model().fingerprint();
    }

    private void refresh() {
        Target where = room;
        if (where == null) {
            return;
        }
        Set<String> inside = new HashSet<>();
        for (MemberEntry member : desk.model().place(where).members()) {
            inside.add(Target.user(member.name()).key());
        }
        List<ListRow> rows = new ArrayList<>();
        for (UserEntry person : desk.model().people()) {
            String key = Target.user(person.name()).key();
            if (!inside.contains(key)
                    && !person.name().equals(desk.model().user())
                    && person.name().toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT))) {
                rows.add(rowOf(person, invited.contains(key)));
            }
        }
        view.showPeople(rows, desk.words().get("invite.nobody"));
    }

    private ListRow rowOf(UserEntry person, boolean asked) {
        String dot = Presence.dot(person.state());
        String state = person.state() == PresenceState.OFFLINE
                ? "offline"
                : person.state().word();
        return ListRow.of(
                        person.name(),
                        ListRow.Picture.of(SafeText.excerpt(person.name(), 60), dot),
                        SafeText.excerpt(person.name(), 60),
                        desk.words().get("presence." + state))
                .withTrailing(asked ? desk.words().get("invite.sent") : "");
    }
}
