package io.heliograph.client.swing.rooms;

import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.FormPanel;
import io.heliograph.client.swing.dialog.FormPanel.Choice;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.RoomAccess;
import java.util.function.Consumer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPasswordField;
import javax.swing.JTextField;

/** Name, topic, and who may enter. */
final class NewRoomDialog implements NewRoomPresenter.View {
    private final DialogGround ground;
    private final FormPanel form = new FormPanel();
    private final JTextField name;
    private final JTextField topic;
    private final JComboBox<Choice<RoomAccess>> access;
    private final JPasswordField password;
    private final DeskDialog dialog;

    NewRoomDialog(DialogGround ground, Consumer<NewRoomPresenter.Wish> onCreate) {
        this.ground = ground;
        Words words = ground.words();
        name = form.text("newroom.name", words.get("room.name"));
        topic = form.text("newroom.topic", words.get("setting.topic"));
        access = form.choice("newroom.access", words.get("setting.access"), RoomSettingsDialog.accesses(words));
        password = form.secret("newroom.password", words.get("setting.password"));
        form.showField(password, false);
        form.end();
        DeskDialog made = new DeskDialog("newroom", words.get("command.create-room"), form.component());
        dialog = made.trailing(Buttons.plain("newroom.cancel", words.get("dialog.cancel"), made::close))
                .standard(Buttons.primary(
                        "newroom.ok",
                        words.get("room.make"),
                        () -> onCreate.accept(new NewRoomPresenter.Wish(
                                name.getText().strip(),
                                topic.getText(),
                                FormPanel.chosen(access, RoomAccess.PUBLIC),
                                new String(password.getPassword())))));
        access.addActionListener(event -> followAccess());
    }

    JComponent body() {
        return dialog.body();
    }

    @Override
    public void open() {
        name.setText("");
        topic.setText("");
        password.setText("");
        FormPanel.choose(access, RoomAccess.PUBLIC);
        dialog.show(ground.surface().frame());
        name.requestFocusInWindow();
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

    private void followAccess() {
        form.showField(password, FormPanel.chosen(access, RoomAccess.PUBLIC) == RoomAccess.PASSWORD);
        dialog.fit();
    }
}
