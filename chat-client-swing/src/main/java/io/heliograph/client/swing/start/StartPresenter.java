package io.heliograph.client.swing.start;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.Presence;
import io.heliograph.client.swing.model.Place;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.RoomEntry;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** With whom, or where, a conversation may begin; and begins it. Event dispatch thread only; knows no component. */
final class StartPresenter {
    private final StartView view;
    private final Desk desk;
    private final Consumer<String> browse;
    private List<RoomEntry> rooms = List.of();
    private String typed = "";
    private boolean open;
    private boolean withRooms;

    /** {@code browse} finds a room that wants a password among those of the server. */
    StartPresenter(StartView view, Desk desk, Consumer<String> browse) {
        this.view = view;
        this.desk = desk;
        this.browse = browse;
    }

    /** {@code everything}: rooms too, else people alone. */
    void open(boolean everything) {
        open = true;
        withRooms = everything;
        typed = "";
        view.showPrompt(desk.words().get(everything ? "start.field" : "start.fieldPeople"));
        if (everything) {
            desk.submit(new ClientCommand.AskRooms(""));
        }
        refresh();
    }

    void onClosed() {
        open = false;
    }

    void onEvent(ClientEvent event) {
        if (open && event instanceof ClientEvent.RoomsListed listed) {
            rooms = listed.rooms();
            refresh();
        } else if (open && (event instanceof ClientEvent.UserList || event instanceof ClientEvent.PresenceChanged)) {
            refresh();
        }
    }

    void onTyped(String text) {
        typed = text.strip();
        refresh();
    }

    /** {@code address} is the key of a row. */
    void onChosen(String address) {
        Target where = Target.parse(address);
        if (where == null) {
            return;
        }
        view.close();
        RoomEntry room = rooms.stream()
                .filter(one -> Target.room(one.name()).key().equals(where.key()))
                .findFirst()
                .orElse(null);
        if (!where.isRoom() || desk.model().isIn(where)) {
            desk.open(where);
        } else if (room != null && room.access() == RoomAccess.PASSWORD) {
            browse.accept(where.name());
        } else {
            desk.submit(new ClientCommand.Join(where, ""));
            desk.open(where);
        }
    }

    private void refresh() {
        List<ListRow> rows = new ArrayList<>(people());
        if (withRooms) {
            List<ListRow> known = roomRows();
            rows.addAll(known);
            Target fresh = Target.room(typed);
            boolean there =
                    known.stream().anyMatch(row -> Target.room(row.key()).key().equals(fresh.key()));
            if (!typed.isEmpty() && !typed.startsWith("@") && fresh.whyNot() == null && !there) {
                rows.add(ListRow.of(
                        fresh.address(),
                        ListRow.Picture.icon("plus", "accent"),
                        desk.words().get("start.make", SafeText.excerpt(fresh.address(), 60)),
                        ""));
            }
        }
        view.showRows(rows, desk.words().get(withRooms ? "start.nothing" : "start.nobody"));
    }

    private List<ListRow> people() {
        List<UserEntry> found = new ArrayList<>(desk.model().people().stream()
                .filter(user -> !user.name().equals(desk.model().user()))
                .filter(user -> matches(user.name(), "@"))
                .toList());
        found.sort(Comparator.comparing(user -> user.state() == PresenceState.OFFLINE)); // each half stays by name
        List<ListRow> rows = new ArrayList<>();
        for (UserEntry user : found) {
            String name = SafeText.excerpt(user.name(), 60);
            String state = desk.words().get(Presence.key(user.state()));
            String text = SafeText.excerpt(user.text(), 120);
            rows.add(ListRow.of(
                            Target.user(user.name()).address(),
                            ListRow.Picture.of(name, Presence.dot(user.state())),
                            name,
                            text.isEmpty() ? state : state + " · " + text)
                    .withSection(rows.isEmpty() && withRooms ? desk.words().get("start.people") : ""));
        }
        return rows;
    }

    /** One's own first; those of the server that one is not in behind them. */
    private List<ListRow> roomRows() {
        List<ListRow> rows = new ArrayList<>();
        for (Place place : desk.model().places()) {
            if (place.where().isRoom() && matches(place.where().name(), "#")) {
                long count = place.state() == null ? 0 : place.state().memberCount();
                String topic = place.state() == null ? "" : place.state().topic();
                rows.add(roomRow(place.where(), count, topic).withSection(rows.isEmpty() ? own() : ""));
            }
        }
        boolean begun = false;
        for (RoomEntry room : rooms) {
            Target where = Target.room(room.name());
            if (!desk.model().isIn(where) && matches(where.name(), "#")) {
                rows.add(roomRow(where, room.memberCount(), room.topic())
                        .withSection(begun ? "" : desk.words().get("rooms.others")));
                begun = true;
            }
        }
        return rows;
    }

    private String own() {
        return desk.words().get("rooms.yours");
    }

    private ListRow roomRow(Target where, long memberCount, String topic) {
        String name = SafeText.excerpt(where.name(), 60);
        String people = desk.words().get("header.members", memberCount);
        String about = SafeText.excerpt(topic, 120);
        return ListRow.of(
                where.address(),
                ListRow.Picture.of(name, null),
                name,
                about.isEmpty() ? people : people + " · " + about);
    }

    /** {@code mark} before what is typed asks for this kind alone. */
    private boolean matches(String name, String mark) {
        boolean marked = typed.startsWith("#") || typed.startsWith("@");
        if (marked && !typed.startsWith(mark)) {
            return false;
        }
        String wanted = (marked ? typed.substring(1) : typed).toLowerCase(Locale.ROOT);
        return name.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
