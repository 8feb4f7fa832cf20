package io.heliograph.client.swing.rooms;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.Moments;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.RoomEntry;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Lists the rooms of the server, the liveliest first, and enters one. Knows no component. */
final class RoomBrowserPresenter {
    private final RoomBrowserView view;
    private final Desk desk;
    private final Moments moments;
    private final LongSupplier wallClockMs;
    private List<RoomEntry> rooms = List.of();
    private String filter = "";
    private boolean told;
    private boolean more;
    private boolean open;
    private @Nullable Target entering;

    RoomBrowserPresenter(RoomBrowserView view, Desk desk, Moments moments, LongSupplier wallClockMs) {
        this.view = view;
        this.desk = desk;
        this.moments = moments;
        this.wallClockMs = wallClockMs;
    }

    void open(String pattern) {
        open = true;
        told = false;
        filter = pattern;
        entering = null;
        view.showProblem("");
        refresh();
        desk.submit(new ClientCommand.AskRooms(""));
    }

    void onClosed() {
        open = false;
    }

    void onEvent(ClientEvent event) {
        if (!open) {
            return;
        }
        if (event instanceof ClientEvent.RoomsListed listed) {
            rooms = listed.rooms();
            more = listed.pattern().isEmpty() ? listed.more() : more;
            told = true;
            refresh();
        } else if (event instanceof ClientEvent.Joined joined && isEntering(joined.room())) {
            desk.open(joined.room());
            view.close();
        } else if (event instanceof ClientEvent.JoinRefused refused && isEntering(refused.room())) {
            entering = null;
            view.showProblem(SafeText.line(refused.text()));
        }
    }

    /** What is typed narrows the list; the server is asked where it has more than it has told. */
    void onFilter(String text) {
        filter = text.strip();
        if (more) {
            desk.submit(new ClientCommand.AskRooms(filter));
        }
        refresh();
    }

    void onSelected(@Nullable String name) {
        RoomEntry room = find(name);
        view.showChoice(room == null ? "" : desk.words().get(room.joined() ? "rooms.open" : "rooms.enter"));
    }

    void onEnter(@Nullable String name) {
        RoomEntry room = find(name);
        if (room == null) {
            return;
        }
        Target where = Target.room(room.name());
        if (room.joined()) {
            desk.open(where);
            view.close();
        } else if (room.access() == RoomAccess.PASSWORD) {
            view.askPassword(room.name());
        } else {
            enter(where, "");
        }
    }

    void onPassword(String room, String password) {
        enter(Target.room(room), password);
    }

    private void enter(Target room, String password) {
        view.showProblem("");
        entering = room;
        desk.submit(new ClientCommand.Join(room, password));
    }

    private boolean isEntering(Target room) {
        return entering != null && entering.key().equals(room.key());
    }

    private void refresh() {
        String wanted = filter.toLowerCase(Locale.ROOT);
        List<RoomEntry> found = new ArrayList<>(rooms.stream()
                .filter(room -> room.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || room.topic().toLowerCase(Locale.ROOT).contains(wanted))
                .toList());
        found.sort(Comparator.comparing(RoomEntry::joined)
                .reversed()
                .thenComparing(
                        Comparator.comparingLong(RoomEntry::lastActivityMs).reversed()));
        List<ListRow> rows = new ArrayList<>();
        boolean othersBegun = false;
        for (RoomEntry room : found) {
            String section = "";
            if (rows.isEmpty() && room.joined()) {
                section = desk.words().get("rooms.yours");
            } else if (!room.joined() && !othersBegun) {
                othersBegun = true;
                section = desk.words().get("rooms.others");
            }
            rows.add(rowOf(room).withSection(section));
        }
        String empty = !told ? "rooms.asking" : rooms.isEmpty() ? "rooms.none" : "rooms.noMatch";
        view.showRooms(rows, desk.words().get(empty));
    }

    private ListRow rowOf(RoomEntry room) {
        String people = desk.words().get("header.members", room.memberCount());
        String topic = SafeText.excerpt(room.topic(), 120);
        String name = SafeText.excerpt(room.name().substring(1), 60);
        String icon =
                switch (room.access()) {
                    case PUBLIC -> "";
                    case PASSWORD -> "key-round";
                    case PRIVATE -> "lock";
                    case HIDDEN -> "eye-off";
                };
        ListRow.Mark mark = icon.isEmpty()
                ? null
                : new ListRow.Mark(
                        icon,
                        "muted",
                        desk.words().get("access." + room.access().word()));
        return ListRow.of(
                        room.name(),
                        ListRow.Picture.of(name, null),
                        name,
                        topic.isEmpty() ? people : people + " · " + topic)
                .withTrailing(moments.moment(room.lastActivityMs(), wallClockMs.getAsLong()))
                .withMark(mark);
    }

    private @Nullable RoomEntry find(@Nullable String name) {
        return rooms.stream()
                .filter(room -> room.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
