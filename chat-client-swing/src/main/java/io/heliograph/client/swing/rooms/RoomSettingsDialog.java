package io.heliograph.client.swing.rooms;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.FormPanel;
import io.heliograph.client.swing.dialog.FormPanel.Choice;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.RoomAccess;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPasswordField;
import javax.swing.JTextArea;
import javax.swing.JTextField;

/** The form of a room; what the user may not change is shown and cannot be touched. */
final class RoomSettingsDialog implements RoomSettingsPresenter.View {
    /** What the user does. */
    interface Gestures {
        void onSave(RoomForm form);
    }

    private static final List<Integer> SLOW_S = List.of(0, 5, 30, 60, 300, 3_600);
    private static final List<Integer> RETENTION_DAYS = List.of(0, 1, 7, 30, 90, 365);

    private final DialogGround ground;
    private final FormPanel form = new FormPanel();
    private final JTextField topic;
    private final JTextArea description;
    private final JComboBox<Choice<RoomAccess>> access;
    private final JPasswordField password;
    private final JCheckBox announceOnly;
    private final JComboBox<Choice<Integer>> slow;
    private final JComboBox<Choice<Integer>> retention;
    private final JButton save;
    private final JCheckBox share;
    private final DeskDialog dialog;

    RoomSettingsDialog(DialogGround ground, Gestures gestures) {
        this.ground = ground;
        Words words = ground.words();
        topic = form.text("room.topic", words.get("setting.topic"));
        description = form.lines("room.description", words.get("setting.description"), 3);
        access = form.choice("room.access", words.get("setting.access"), accesses(words));
        password = form.secret("room.password", words.get("room.password"));
        announceOnly = form.check("room.announce", words.get("room.announce"));
        slow = form.choice("room.slow", words.get("setting.slow-mode"), spans("slow", SLOW_S, words));
        retention = form.choice(
                "room.retention", words.get("setting.retention"), spans("retention", RETENTION_DAYS, words));
        share = form.check("room.share", words.get("room.share"));
        form.end();
        save = Buttons.primary("room.save", words.get("room.save"), () -> gestures.onSave(typed()));
        DeskDialog made = new DeskDialog("room.settings", words.get("room.title"), form.component());
        dialog = made.trailing(Buttons.plain("room.cancel", words.get("dialog.cancel"), made::close))
                .standard(save);
        access.addActionListener(event -> followAccess());
    }

    JComponent body() {
        return dialog.body();
    }

    @Override
    public void showForm(String room, RoomForm shown, boolean maySayWhatAbout, boolean mayChangeAll) {
        topic.setText(shown.topic());
        description.setText(shown.description());
        FormPanel.choose(access, shown.access());
        password.setText("");
        announceOnly.setSelected(shown.announceOnly());
        choose(slow, shown.slowModeS(), "slow");
        choose(retention, shown.retentionDays(), "retention");
        topic.setEditable(maySayWhatAbout);
        description.setEditable(maySayWhatAbout);
        for (JComponent field : List.of(access, password, announceOnly, slow, retention)) {
            field.setEnabled(mayChangeAll);
        }
        share.setSelected(shown.handsHistoryOn());
        share.setEnabled(maySayWhatAbout);
        save.setEnabled(maySayWhatAbout);
        followAccess();
        Controls.named(dialog.body(), room);
    }

    void show() {
        dialog.show(ground.surface().frame());
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

    private RoomForm typed() {
        return new RoomForm(
                topic.getText().strip(),
                description.getText().strip(),
                FormPanel.chosen(access, RoomAccess.PUBLIC),
                new String(password.getPassword()),
                announceOnly.isSelected(),
                FormPanel.chosen(slow, 0),
                FormPanel.chosen(retention, 0),
                share.isSelected());
    }

    private void followAccess() {
        boolean guarded = FormPanel.chosen(access, RoomAccess.PUBLIC) == RoomAccess.PASSWORD;
        form.showField(password, access.isEnabled() && guarded);
        dialog.fit();
    }

    /** A value that is none of the usual ones is offered too. */
    private void choose(JComboBox<Choice<Integer>> box, int value, String kind) {
        List<Integer> usual = box == slow ? SLOW_S : RETENTION_DAYS;
        if (!usual.contains(value)) {
            box.addItem(span(kind, value, ground.words()));
        }
        FormPanel.choose(box, value);
    }

    static List<Choice<RoomAccess>> accesses(Words words) {
        List<Choice<RoomAccess>> choices = new ArrayList<>();
        for (RoomAccess one : RoomAccess.values()) {
            choices.add(new Choice<>(one, words.get("access." + one.word())));
        }
        return choices;
    }

    private static List<Choice<Integer>> spans(String kind, List<Integer> values, Words words) {
        return values.stream().map(value -> span(kind, value, words)).toList();
    }

    private static Choice<Integer> span(String kind, int value, Words words) {
        return new Choice<>(value, value == 0 ? words.get(kind + ".none") : words.get(kind + ".span", value));
    }
}
