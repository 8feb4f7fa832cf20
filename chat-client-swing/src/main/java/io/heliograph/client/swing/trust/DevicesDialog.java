package io.heliograph.client.swing.trust;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.Confirmation;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.dialog.DialogGround;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.RowList;
import io.heliograph.client.swing.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** A list of devices, the words of the selected one, and what may be done with it. */
final class DevicesDialog implements DevicesView {
    /** What the user does. */
    interface Gestures {
        void onSelected(@Nullable String key);

        void onApprove();

        void onRevoke();

        void onBeginAnew();

        void onClosed();
    }

    private final DialogGround ground;
    private final RowList list;
    private final JTextArea words = Controls.paragraph("text");
    private final JTextArea hint = Controls.paragraph("muted");
    private final JTextArea problem = Controls.paragraph("danger");
    private final JButton approve;
    private final JButton revoke;
    private final DeskDialog dialog;

    DevicesDialog(DialogGround ground, Gestures gestures) {
        this.ground = ground;
        Words texts = ground.words();
        list = new RowList("devices", texts.get("devices.title"), "chat");
        list.onSelected(() -> {
            ListRow row = list.selected();
            gestures.onSelected(row == null ? null : row.key());
        });
        hint.setText(texts.get("devices.hint"));
        hint.setColumns(42);
        words.setColumns(42);
        words.setName("devices.words");
        problem.setColumns(42);
        JPanel content =
                new JPanel(new MigLayout("insets 0, wrap, gap 0 10, hidemode 3, fill", "[grow,fill,460::]", ""));
        content.setOpaque(false);
        content.add(hint, "wmin 200");
        content.add(list.component(), "growy, pushy, hmin 120, h 230");
        content.add(words, "wmin 200");
        content.add(problem, "wmin 200");
        approve = Buttons.primary("devices.approve", texts.get("devices.approve"), gestures::onApprove);
        revoke = Buttons.plain(
                "devices.revoke", texts.get("devices.revoke"), () -> confirm("revoke", h -> h.onRevoke(), gestures));
        JButton anew = Buttons.plain(
                "devices.anew", texts.get("devices.anew"), () -> confirm("anew", h -> h.onBeginAnew(), gestures));
        dialog = new DeskDialog("devices.dialog", texts.get("devices.title"), content)
                .leading(anew)
                .trailing(revoke)
                .trailing(approve)
                .whenClosed(gestures::onClosed);
        showChoice("", false, false);
        showProblem("");
    }

    JComponent body() {
        return dialog.body();
    }

    void show() {
        dialog.show(ground.surface().frame());
    }

    /** Asks first, as both cannot be taken back. */
    void confirm(String what, Consumer<Gestures> deed, Gestures gestures) {
        Words texts = ground.words();
        Confirmation.ask(
                ground.surface().frame(),
                texts,
                new Confirmation.Question(
                        "devices." + what,
                        texts.get("devices." + what),
                        texts.get("devices." + what + ".text"),
                        texts.get("devices." + what + ".yes"),
                        true),
                () -> deed.accept(gestures));
    }

    @Override
    public void showDevices(List<ListRow> rows) {
        list.show(rows);
    }

    @Override
    public void showChoice(String shown, boolean canApprove, boolean canRevoke) {
        String line = shown.isEmpty() ? "" : ground.words().get("devices.words", shown);
        words.setText(line);
        words.setVisible(!line.isEmpty());
        Controls.named(words, line);
        approve.setEnabled(canApprove);
        approve.setVisible(canApprove);
        revoke.setEnabled(canRevoke);
        dialog.fit();
    }

    @Override
    public void showProblem(String line) {
        problem.setText(line);
        problem.setVisible(!line.isEmpty());
        dialog.fit();
    }
}
