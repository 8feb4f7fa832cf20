package io.heliograph.client.swing.search;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.NamedCommand;
import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.feature.PerDesk;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Goes to a day of the conversation that is open. Event dispatch thread only. */
public final class DateFeature implements DeskFeature {
    private final DialogGround ground;
    private final PerDesk<Session> sessions = new PerDesk<>(Session::new);

    public DateFeature(FeatureGround ground) {
        this.ground = DialogGround.of(ground);
    }

    @Override
    public List<DeskCommand> commands() {
        return List.of(
                new NamedCommand("jumptodate", (desk, text) -> sessions.of(desk).go(text)));
    }

    @Override
    public void onEventOf(Desk desk, ClientEvent event) {
        sessions.ifMade(desk, session -> session.presenter.onEvent(event));
    }

    @Override
    public void onGone(Desk desk) {
        sessions.remove(desk);
    }

    /** The dialog of one session. */
    private final class Session {
        private final DateDialog dialog = new DateDialog(ground, this::onTyped, this::onChosen);
        private final DatePresenter presenter;

        Session(Desk desk) {
            presenter = new DatePresenter(dialog, desk, LocalDate::now, ZoneId.systemDefault());
        }

        private void go(String text) {
            if (text.isEmpty()) {
                presenter.onTyped("");
                dialog.show();
            } else {
                presenter.onChosen(text);
            }
        }

        private void onTyped(String text) {
            presenter.onTyped(text);
        }

        private void onChosen(String day) {
            presenter.onChosen(day);
        }
    }
}
