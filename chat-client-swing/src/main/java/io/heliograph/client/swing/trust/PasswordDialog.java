package io.heliograph.client.swing.trust;

import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.FormPanel;
import io.heliograph.client.swing.words.Words;
import javax.swing.JComponent;
import javax.swing.JPasswordField;

/** Three fields; the first only where there is a password already. */
final class PasswordDialog implements PasswordPresenter.View {
    /** What the user does. */
    interface Gestures {
        void onSubmit(String old, String fresh, String again);
    }

    private final DialogGround ground;
    private final FormPanel form = new FormPanel();
    private final JPasswordField old;
    private final JPasswordField fresh;
    private final JPasswordField again;
    private final DeskDialog dialog;

    PasswordDialog(DialogGround ground, Gestures gestures) {
        this.ground = ground;
        Words words = ground.words();
        form.hint(words.get("password.hint"));
        old = form.secret("password.old", words.get("password.old"));
        fresh = form.secret("password.new", words.get("password.new"));
        again = form.secret("password.again", words.get("password.again"));
        form.end();
        DeskDialog made = new DeskDialog("password", words.get("password.title"), form.component());
        dialog = made.trailing(Buttons.plain("password.cancel", words.get("dialog.cancel"), made::close))
                .standard(Buttons.primary(
                        "password.ok",
                        words.get("password.ok"),
                        () -> gestures.onSubmit(
                                new String(old.getPassword()),
                                new String(fresh.getPassword()),
                                new String(again.getPassword()))));
    }

    JComponent body() {
        return dialog.body();
    }

    @Override
    public void showFields(boolean hasPassword) {
        for (JPasswordField field : new JPasswordField[] {old, fresh, again}) {
            field.setText("");
        }
        old.setEnabled(hasPassword);
        form.showProblem("");
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
}
