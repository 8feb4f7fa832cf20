package io.heliograph.client.swing.rooms;

import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.FormPanel;
import io.heliograph.client.swing.dialog.FormPanel.Choice;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.Moderation;
import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;

/** Asks before somebody is removed, kept out or silenced: why, and for how long. Made anew for each. */
final class ModerateDialog {
    /** What was decided; {@code durationS} 0 for good. */
    interface Decision {
        void decided(long durationS, String reason);
    }

    private static final List<Long> DURATIONS_S = List.of(0L, 600L, 3_600L, 86_400L, 604_800L);

    private final DialogGround ground;
    private final DeskDialog dialog;

    /** {@code name} and {@code room} are safe to show. */
    ModerateDialog(DialogGround ground, Moderation action, String name, String room, Decision decision) {
        this.ground = ground;
        Words words = ground.words();
        String kind = action.word();
        FormPanel form = new FormPanel();
        form.hint(words.get("moderate." + kind + ".text", name, room));
        @Nullable
        JComboBox<Choice<Long>> duration = action == Moderation.KICK
                ? null
                : form.choice(
                        "moderate.duration",
                        words.get("moderate.duration"),
                        DURATIONS_S.stream()
                                .map(value -> new Choice<>(value, words.get("duration." + value)))
                                .toList());
        JTextField reason = form.text("moderate.reason", words.get("moderate.reason"));
        form.end();
        DeskDialog made = new DeskDialog("moderate", words.get("moderate." + kind + ".title", name), form.component());
        dialog = made.trailing(Buttons.plain("moderate.no", words.get("dialog.cancel"), made::close))
                .standard(Buttons.danger("moderate.yes", words.get("moderate." + kind + ".yes"), () -> {
                    made.close();
                    decision.decided(
                            duration == null ? 0 : FormPanel.chosen(duration, 0L),
                            reason.getText().strip());
                }));
    }

    JComponent body() {
        return dialog.body();
    }

    void show() {
        dialog.show(ground.surface().frame());
    }
}
