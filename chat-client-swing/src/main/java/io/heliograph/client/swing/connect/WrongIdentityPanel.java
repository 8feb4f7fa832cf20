package io.heliograph.client.swing.connect;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** A full stop: another server than the expected one has answered. Both identities stand side by side. */
final class WrongIdentityPanel {
    private final Ground ground = new Ground(
            new MigLayout("fill, wrap, gap 0 10", "push[fill,600!]push", "push[][]16[][]16[]push"), "side", "");
    private final JTextArea what = Controls.paragraph("text");
    private final JTextArea expected = Controls.paragraph("text");
    private final JTextArea presented = Controls.paragraph("danger");
    private final JTextArea history = Controls.paragraph("muted");
    private final JCheckBox confirmed;
    private final JButton back;
    private final Words words;

    WrongIdentityPanel(Words words, ConnectGestures gestures) {
        this.words = words;
        JLabel title = Controls.label(words.get("wrong.title"), "big");
        title.setIcon(Icons.of("shield-alert", 28, "danger"));
        back = Controls.style(new JButton(new Deed(words.get("wrong.back"), gestures::onGiveUp)), "primary");
        back.setName("wrong.back");
        JButton replace = Controls.style(
                new JButton(
                        new Deed(words.get("wrong.replace"), () -> gestures.onReplaceIdentity(presented.getText()))),
                "plain");
        replace.setEnabled(false);
        confirmed = new JCheckBox(words.get("wrong.confirmed"));
        confirmed.setOpaque(false);
        confirmed.addItemListener(event -> replace.setEnabled(confirmed.isSelected()));
        JPanel both = new JPanel(new MigLayout("insets 0, wrap 2, fill, gap 20 6", "[fill,290!][fill,290!]"));
        both.setOpaque(false);
        both.add(Controls.label(words.get("wrong.expected"), "section"));
        both.add(Controls.label(words.get("wrong.presented"), "section"));
        both.add(Controls.named(expected, words.get("wrong.expected")), "wmin 40");
        both.add(Controls.named(presented, words.get("wrong.presented")), "wmin 40");
        both.add(Controls.named(history, words.get("wrong.history")), "wmin 40");
        JPanel buttons = new JPanel(new MigLayout("insets 0, fill", "push[][]"));
        buttons.setOpaque(false);
        buttons.add(replace);
        buttons.add(back);
        ground.add(title);
        ground.add(Controls.named(what, words.get("wrong.title")), "wmin 40");
        ground.add(both);
        ground.add(confirmed);
        ground.add(buttons);
    }

    JComponent component() {
        return ground;
    }

    void show(ConnectView.WrongIdentity wrong) {
        what.setText(words.get("wrong.question", wrong.server()));
        expected.setText(wrong.expected());
        presented.setText(wrong.presented());
        history.setText(wrong.history());
        confirmed.setSelected(false);
        back.requestFocusInWindow();
    }
}
