package io.heliograph.client.swing.rooms;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.common.text.SafeText;
import org.jspecify.annotations.Nullable;

/** Makes a room: enters it, and sets it when it is there. Knows no component. */
final class NewRoomPresenter {
    /** What shows the fields. */
    interface View {
        void open();

        /** Empty for nothing wrong. */
        void showProblem(String line);

        void close();
    }

    /** What was typed. {@link #toString} hides the password. */
    record Wish(String name, String topic, RoomAccess access, String password) {
        @Override
        public String toString() {
            return "Wish[" + name + "]";
        }
    }

    private final View view;
    private final Desk desk;
    private @Nullable Wish making;
    private @Nullable Target room;

    NewRoomPresenter(View view, Desk desk) {
        this.view = view;
        this.desk = desk;
    }

    void open() {
        making = null;
        room = null;
        view.showProblem("");
        view.open();
    }

    void onCreate(Wish wish) {
        Target wanted = Target.room(wish.name());
        String whyNot = wish.name().isBlank() ? desk.words().get("room.noName") : wanted.whyNot();
        if (whyNot != null) {
            view.showProblem(SafeText.line(whyNot));
        } else if (wish.access() == RoomAccess.PASSWORD && wish.password().isEmpty()) {
            view.showProblem(desk.words().get("room.noPassword"));
        } else if (desk.model().isIn(wanted)) {
            view.close();
            desk.open(wanted);
        } else {
            view.showProblem("");
            making = wish;
            room = wanted;
            desk.submit(new ClientCommand.Join(wanted, wish.password()));
        }
    }

    void onEvent(ClientEvent event) {
        Target wanted = room;
        Wish wish = making;
        if (wanted == null || wish == null) {
            return;
        }
        if (event instanceof ClientEvent.Joined joined && joined.room().key().equals(wanted.key())) {
            making = null;
            room = null;
            if (joined.memberCount() <= 1) { // else somebody had made it before, and it is theirs to set
                set(joined.room(), wish);
            }
            view.close();
            desk.open(joined.room());
        } else if (event instanceof ClientEvent.JoinRefused refused
                && refused.room().key().equals(wanted.key())) {
            making = null;
            room = null;
            view.showProblem(SafeText.line(refused.text()));
        }
    }

    private void set(Target made, Wish wish) {
        if (!wish.topic().isBlank()) {
            desk.submit(new ClientCommand.SetRoom(
                    made, RoomSetting.TOPIC, wish.topic().strip()));
        }
        if (wish.access() == RoomAccess.PASSWORD) {
            desk.submit(new ClientCommand.SetRoom(made, RoomSetting.PASSWORD, wish.password()));
        } else if (wish.access() != RoomAccess.PUBLIC) {
            desk.submit(new ClientCommand.SetRoom(
                    made, RoomSetting.ACCESS, wish.access().word()));
        }
    }
}
