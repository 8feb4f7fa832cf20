package io.heliograph.client.swing.trust;

import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.FileChoosing;
import io.heliograph.client.swing.dialog.FormPanel;
import io.heliograph.client.swing.words.Words;
import java.io.File;
import java.nio.file.Path;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPasswordField;
import javax.swing.JTextField;

/** Where to, and the passphrase twice. */
final class IdentityDialog implements IdentityPresenter.View {
    /** What the user does. */
    interface Gestures {
        void onSubmit(String file, String passphrase, String again);
    }

    private final DialogGround ground;
    private final FormPanel form = new FormPanel();
    private final JTextField file;
    private final JPasswordField passphrase;
    private final JPasswordField again;
    private final JButton save;
    private final DeskDialog dialog;

    IdentityDialog(DialogGround ground, Gestures gestures) {
        this.ground = ground;
        Words words = ground.words();
        form.hint(words.get("identity.hint"));
        file = form.text("identity.file", words.get("identity.file"));
        passphrase = form.secret("identity.passphrase", words.get("identity.passphrase"));
        again = form.secret("identity.again", words.get("passphrase.again"));
        form.end();
        save = Buttons.primary(
                "identity.save",
                words.get("identity.save"),
                () -> gestures.onSubmit(
                        file.getText(), new String(passphrase.getPassword()), new String(again.getPassword())));
        DeskDialog made = new DeskDialog("identity", words.get("identity.title"), form.component());
        dialog = made.leading(Buttons.plain("identity.choose", words.get("identity.choose"), this::choose))
                .trailing(Buttons.plain("identity.cancel", words.get("dialog.cancel"), made::close))
                .standard(save);
    }

    JComponent body() {
        return dialog.body();
    }

    @Override
    public void open(String suggestedName) {
        file.setText(
                Path.of(System.getProperty("user.home", "."), suggestedName).toString());
        passphrase.setText("");
        again.setText("");
        setBusy(false);
        showProblem("");
        dialog.show(ground.surface().frame());
    }

    @Override
    public void showProblem(String line) {
        form.showProblem(line);
        dialog.fit();
    }

    @Override
    public void setBusy(boolean busy) {
        save.setEnabled(!busy);
        save.setText(ground.words().get(busy ? "passphrase.working" : "identity.save"));
    }

    @Override
    public void close() {
        passphrase.setText("");
        again.setText("");
        dialog.close();
    }

    private void choose() {
        new FileChoosing(ground.events(), dialog::body)
                .save(
                        chooser -> chooser.setSelectedFile(new File(file.getText())),
                        chooser -> file.setText(chooser.getSelectedFile().toString()));
    }
}
