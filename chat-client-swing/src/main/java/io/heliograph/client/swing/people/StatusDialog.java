package io.heliograph.client.swing.people;

import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.FormPanel;
import io.heliograph.client.swing.dialog.FormPanel.Choice;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.PresenceState;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JTextField;

/** State, text, and for how long. */
final class StatusDialog implements StatusPresenter.View {
    /** What the user does. */
    interface Gestures {
        void onSubmit(PresenceState state, String text, StatusPresenter.Lasting lasting);
    }

    private static final List<PresenceState> STATES =
            List.of(PresenceState.ONLINE, PresenceState.AWAY, PresenceState.BUSY, PresenceState.INVISIBLE);

    private final DialogGround ground;
    private final FormPanel form = new FormPanel();
    private final JComboBox<Choice<PresenceState>> state;
    private final JTextField text;
    private final JComboBox<Choice<StatusPresenter.Lasting>> lasting;
    private final DeskDialog dialog;

    StatusDialog(DialogGround ground, Gestures gestures) {
        this.ground = ground;
        Words words = ground.words();
        state = form.choice(
                "status.state",
                words.get("status.state"),
                STATES.stream()
                        .map(one -> new Choice<>(one, words.get("presence." + one.word())))
                        .toList());
        text = form.text("status.text", words.get("status.text"));
        lasting = form.choice(
                "status.lasting",
                words.get("status.lasting"),
                Stream.of(StatusPresenter.Lasting.values())
                        .map(one -> new Choice<>(
                                one,
                                words.get("lasting."
                                        + one.name().toLowerCase(Locale.ROOT).replace('_', '-'))))
                        .toList());
        form.end();
        DeskDialog made = new DeskDialog("status", words.get("command.status"), form.component());
        dialog = made.leading(Buttons.plain("status.clear", words.get("status.clear"), () -> text.setText("")))
                .trailing(Buttons.plain("status.cancel", words.get("dialog.cancel"), made::close))
                .standard(Buttons.primary(
                        "status.ok",
                        words.get("status.ok"),
                        () -> gestures.onSubmit(
                                FormPanel.chosen(state, PresenceState.ONLINE),
                                text.getText(),
                                FormPanel.chosen(lasting, StatusPresenter.Lasting.UNTIL_CHANGED))));
    }

    JComponent body() {
        return dialog.body();
    }

    @Override
    public void open(PresenceState now, String shown) {
        FormPanel.choose(state, now);
        text.setText(shown);
        dialog.show(ground.surface().frame());
        text.requestFocusInWindow();
    }

    @Override
    public void showProblem(String line) {
        form.showProblem(line);
        dialog.fit();
    }

    @Override
    public void close() {
        dialog.close();
    }
}
