package io.heliograph.client.swing.start;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.client.swing.dialog.Portrait;
import io.heliograph.client.swing.dialog.RecordedDesk;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomAccess;
import java.util.List;

/** The chooser of people and rooms. */
public final class StartPortraits {
    private StartPortraits() {}

    public static List<Portrait> all() {
        return List.of(Portrait.of("start", locale -> {
            RecordedDesk desk = new RecordedDesk(locale)
                    .connected(false)
                    .with("Zoë Müller", PresenceState.AWAY, "back at three")
                    .with("Marek Dvořák", PresenceState.ONLINE, "")
                    .inRoom(Target.room("platform"), Role.OWNER);
            StartDialog dialog = new StartDialog(Portrait.ground(locale), Portrait.nothing(StartDialog.Gestures.class));
            StartPresenter presenter = new StartPresenter(dialog, desk.desk(), room -> {});
            presenter.open(true);
            presenter.onEvent(new ClientEvent.RoomsListed(
                    "", List.of(StartPresenterTest.room("#garden", RoomAccess.PUBLIC)), false));
            return dialog.body();
        }));
    }
}
