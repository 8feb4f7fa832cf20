package io.heliograph.client.swing.rooms;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.common.text.SafeText;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows how a room is set, and sets what has been changed; one who may not change it can read it. No component. */
final class RoomSettingsPresenter {
    /** What shows the form. */
    interface View {
        void showForm(String room, RoomForm form, boolean maySayWhatAbout, boolean mayChangeAll);

        /** Empty for nothing wrong. */
        void showProblem(String line);

        void close();
    }

    private final View view;
    private final Desk desk;
    private final Set<RoomSetting> asked = EnumSet.noneOf(RoomSetting.class);
    private @Nullable Target room;
    private @Nullable RoomForm before;
    private boolean refused;

    RoomSettingsPresenter(View view, Desk desk) {
        this.view = view;
        this.desk = desk;
    }

    /** The open room; false if none is. */
    boolean open() {
        Target where = desk.current();
        ConversationState state = where == null || !where.isRoom()
                ? null
                : desk.model().place(where).state();
        if (where == null || state == null) {
            return false;
        }
        room = where;
        asked.clear();
        RoomForm form = RoomForm.of(state, desk.model().place(where).handsHistoryOn());
        before = form;
        view.showProblem("");
        view.showForm(
                SafeText.excerpt(where.address(), 60),
                form,
                state.role().code() >= Role.MODERATOR.code(),
                state.role() == Role.OWNER);
        return true;
    }

    void onSave(RoomForm form) {
        Target where = room;
        RoomForm known = before;
        if (where == null || known == null) {
            return;
        }
        if (form.lacksPassword(known)) {
            view.showProblem(desk.words().get("room.noPassword"));
            return;
        }
        Map<RoomSetting, String> changes = form.changesFrom(known);
        view.showProblem("");
        refused = false;
        if (form.handsHistoryOn() != known.handsHistoryOn()) {
            desk.submit(
                    new ClientCommand.ShareHistory(where, form.handsHistoryOn())); // the members' roll, not the server
        }
        if (changes.isEmpty()) {
            view.close();
            return;
        }
        asked.addAll(changes.keySet());
        changes.forEach((setting, value) -> desk.submit(new ClientCommand.SetRoom(where, setting, value)));
    }

    void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.Done done
                && done.command() instanceof ClientCommand.SetRoom set
                && asked.remove(set.setting())) {
            settle();
        } else if (event instanceof ClientEvent.Refused no
                && no.command() instanceof ClientCommand.SetRoom set
                && asked.remove(set.setting())) {
            refused = true;
            view.showProblem(desk.words().get("setting." + set.setting().word()) + ": " + SafeText.line(no.text()));
            settle();
        }
    }

    private void settle() {
        if (asked.isEmpty() && !refused) {
            view.close();
            desk.tell(desk.words().get("room.saved"));
        }
    }
}
