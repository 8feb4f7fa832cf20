package io.heliograph.client.swing.rooms;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.Moments;
import io.heliograph.client.swing.model.Place;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.Role;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What stays on top of a conversation, newest first. Knows no component. */
final class PinsPresenter {
    /** What shows the list. */
    interface View {
        void showPins(List<ListRow> rows, String empty, boolean canUnpin);
    }

    private final View view;
    private final Desk desk;
    private final Moments moments;
    private final LongSupplier wallClockMs;
    private @Nullable Target where;

    PinsPresenter(View view, Desk desk, Moments moments, LongSupplier wallClockMs) {
        this.view = view;
        this.desk = desk;
        this.moments = moments;
        this.wallClockMs = wallClockMs;
    }

    /** Of the open conversation; false if none is. */
    boolean open() {
        where = desk.current();
        refresh();
        return where != null;
    }

    void onClosed() {
        where = null;
    }

    void onEvent(ClientEvent event) {
        Target open = where;
        if (open != null
                && event instanceof ClientEvent.ConversationChanged changed
                && changed.where().key().equals(open.key())) {
            refresh();
        }
    }

    void onUnpin(String seq) {
        Target open = where;
        if (open != null) {
            desk.submit(new ClientCommand.Pin(open, Long.parseLong(seq), false));
        }
    }

    /** Goes there. */
    void onShow(String seq) {
        Target open = where;
        if (open != null) {
            desk.openAt(open, Long.parseLong(seq));
        }
    }

    private void refresh() {
        Target open = where;
        if (open == null) {
            return;
        }
        Place place = desk.model().place(open);
        ConversationState state = place.state();
        List<ListRow> rows = new ArrayList<>();
        for (long seq : state == null ? List.<Long>of() : state.pins()) {
            rows.add(0, rowOf(seq, place.find(seq)));
        }
        boolean canUnpin = !open.isRoom() || (state != null && state.role().code() >= Role.MODERATOR.code());
        view.showPins(rows, desk.words().get("pins.none"), canUnpin);
    }

    private ListRow rowOf(long seq, @Nullable ShownEntry line) {
        String key = String.valueOf(seq);
        if (line == null) {
            return ListRow.of(
                    key, ListRow.Picture.icon("pin", "muted"), desk.words().get("pins.notLoaded"), "");
        }
        String name = SafeText.excerpt(line.from(), 60);
        String text = SafeText.excerpt(String.valueOf(line.text()), 160);
        return ListRow.of(key, ListRow.Picture.of(name, null), name, text)
                .withTrailing(moments.moment(line.timeMs(), wallClockMs.getAsLong()));
    }
}
