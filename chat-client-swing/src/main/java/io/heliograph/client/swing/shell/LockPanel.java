package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.control.SecretField;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPasswordField;
import net.miginfocom.swing.MigLayout;

/** Shown instead of everything while the window is locked. */
final class LockPanel {
    private final Ground ground =
            new Ground(new MigLayout("fill, wrap, gap 0 10", "push[fill,340!]push", "push[][][][][]push"), "side", "");
    private final JPasswordField passphrase = Controls.style(new SecretField(0), "form");
    private final JLabel problem = Controls.label(" ", "danger");
    private final JButton open;

    LockPanel(Words words, Consumer<String> onPassphrase) {
        JLabel title = Controls.label(words.get("lock.title"), "big");
        title.setIcon(Icons.of("lock", 26, "accent"));
        title.setHorizontalAlignment(JLabel.CENTER);
        Deed deed = new Deed(words.get("lock.open"), () -> onPassphrase.accept(new String(passphrase.getPassword())));
        open = Controls.style(new JButton(deed), "primary");
        passphrase.addActionListener(deed);
        passphrase.setName("lock.passphrase");
        JLabel label = Controls.label(words.get("field.passphrase"), "");
        label.setLabelFor(passphrase);
        ground.add(title);
        ground.add(label);
        ground.add(passphrase);
        ground.add(problem);
        ground.add(open);
    }

    JComponent component() {
        return ground;
    }

    void focus() {
        passphrase.requestFocusInWindow();
    }

    void showProblem(String line) {
        problem.setText(line.isEmpty() ? " " : line);
        passphrase.setText("");
    }

    void setBusy(boolean busy) {
        open.setEnabled(!busy);
        passphrase.setEnabled(!busy);
        if (!busy) {
            passphrase.requestFocusInWindow();
        }
    }
}
