package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.SecretField;
import io.heliograph.client.swing.words.Words;
import java.awt.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;

/** A small question with one field or several; says under them what is wrong, and stays until it is right. */
final class AskDialog {
    private static final int COLUMNS = 28;

    private final JDialog dialog;
    private final JPanel panel = new JPanel(new MigLayout("insets 20, wrap, gap 0 6", "[fill,grow,300::]"));
    private final JLabel problem = Controls.label(" ", "danger");
    private final List<JTextField> fields = new ArrayList<>();

    /** {@code answer} is given what stands in the fields, and returns what is wrong with it, or nothing. */
    AskDialog(
            Window owner, Words words, String title, List<Question> questions, Function<List<String>, String> answer) {
        dialog = new JDialog(owner, title, JDialog.ModalityType.MODELESS);
        dialog.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        for (Question question : questions) {
            JTextField field = question.secret() ? new SecretField(COLUMNS) : new JTextField(COLUMNS);
            Controls.style(field, "form");
            JLabel label = Controls.label(question.label(), "");
            label.setLabelFor(field);
            field.setName(question.name());
            panel.add(label);
            panel.add(field);
            fields.add(field);
        }
        panel.add(problem);
        JButton yes = Controls.style(new JButton(new Deed(words.get("dialog.ok"), () -> submit(answer))), "primary");
        JButton no = Controls.style(new JButton(new Deed(words.get("dialog.cancel"), dialog::dispose)), "plain");
        JPanel buttons = new JPanel(new MigLayout("insets 0, fill", "push[][]"));
        buttons.add(no);
        buttons.add(yes);
        panel.add(buttons, "gaptop 6");
        dialog.setContentPane(panel);
        dialog.getRootPane().setDefaultButton(yes);
        dialog.getRootPane()
                .getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
                .put(KeyStroke.getKeyStroke("ESCAPE"), "close");
        dialog.getRootPane().getActionMap().put("close", new Deed("", dialog::dispose));
    }

    /** One field. {@code name} is for tests. */
    record Question(String name, String label, boolean secret) {}

    void show() {
        dialog.applyComponentOrientation(dialog.getOwner().getComponentOrientation());
        dialog.pack();
        dialog.setLocationRelativeTo(dialog.getOwner());
        dialog.setVisible(true);
    }

    /** A result that was worked out elsewhere: empty closes. */
    void settle(String wrong) {
        if (wrong.isEmpty()) {
            dialog.dispose();
        } else {
            problem.setText(wrong);
            dialog.pack();
        }
    }

    private void submit(Function<List<String>, String> answer) {
        List<String> answers = new ArrayList<>();
        for (JTextField field : fields) {
            answers.add(field instanceof JPasswordField secret ? new String(secret.getPassword()) : field.getText());
        }
        settle(answer.apply(answers));
    }
}
