package io.heliograph.client.swing.start;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.NamedCommand;
import io.heliograph.client.swing.feature.DeskFeature;
import io.heliograph.client.swing.feature.FeatureGround;
import io.heliograph.client.swing.feature.PerDesk;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Begins conversations. Event dispatch thread only. */
public final class StartFeature implements DeskFeature {
    /** The word behind the command that leaves rooms out. */
    public static final String PEOPLE = "people";

    private final DialogGround ground;
    private final BiConsumer<Desk, String> browse;
    private final Consumer<Desk> create;
    private final PerDesk<Session> sessions = new PerDesk<>(Session::new);

    /** {@code browse} shows the rooms of the server whose name holds a text, {@code create} makes one. */
    public StartFeature(FeatureGround ground, BiConsumer<Desk, String> browse, Consumer<Desk> create) {
        this.ground = DialogGround.of(ground);
        this.browse = browse;
        this.create = create;
    }

    @Override
    public List<DeskCommand> commands() {
        return List.of(new NamedCommand("new", (desk, text) -> sessions.of(desk).open(!text.equals(PEOPLE))));
    }

    @Override
    public void onEventOf(Desk desk, ClientEvent event) {
        sessions.ifMade(desk, session -> session.presenter.onEvent(event));
    }

    @Override
    public void onGone(Desk desk) {
        sessions.remove(desk);
    }

    /** The chooser of one session. */
    private final class Session implements StartDialog.Gestures {
        private final Desk desk;
        private final StartDialog dialog;
        private final StartPresenter presenter;

        Session(Desk desk) {
            this.desk = desk;
            dialog = new StartDialog(ground, this);
            presenter = new StartPresenter(dialog, desk, room -> browse.accept(desk, room));
        }

        private void open(boolean everything) {
            presenter.open(everything);
            dialog.show();
        }

        @Override
        public void onTyped(String text) {
            presenter.onTyped(text);
        }

        @Override
        public void onChosen(String address) {
            presenter.onChosen(address);
        }

        @Override
        public void onCreate() {
            create.accept(desk);
        }

        @Override
        public void onClosed() {
            presenter.onClosed();
        }
    }
}
