package io.heliograph.client.swing.dialog;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.SecretField;
import java.awt.Component;
import java.util.List;
import javax.accessibility.AccessibleContext;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** Fields under each other with their labels, and under them what is wrong. Event dispatch thread only. */
public final class FormPanel {
    private static final int COLUMNS = 30;

    private final JPanel panel =
            new JPanel(new MigLayout("insets 0, wrap, gap 0 5, hidemode 3, fillx", "[grow,fill,320::]"));
    private final JTextArea problem = Controls.paragraph("danger");

    public FormPanel() {
        panel.setOpaque(false);
        problem.setColumns(COLUMNS);
        problem.setVisible(false);
        problem.setName("problem");
    }

    /** One of several values, by what it is called. */
    public record Choice<T>(T value, String label) {
        @Override
        public String toString() {
            return label;
        }
    }

    public JTextField text(String name, String label) {
        return add(name, label, Controls.style(new JTextField(COLUMNS), "form"));
    }

    public JPasswordField secret(String name, String label) {
        return add(name, label, Controls.style(new SecretField(COLUMNS), "form"));
    }

    /** Several lines. */
    public JTextArea lines(String name, String label, int rows) {
        JTextArea area = new JTextArea(rows, COLUMNS);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setName(name);
        JLabel caption = caption(label);
        caption.setLabelFor(area);
        Controls.named(area, label);
        panel.add(caption);
        panel.add(new JScrollPane(area), "gapbottom 6, hmin 60");
        return area;
    }

    public <T> JComboBox<Choice<T>> choice(String name, String label, List<Choice<T>> choices) {
        JComboBox<Choice<T>> box = new JComboBox<>();
        choices.forEach(box::addItem);
        Controls.style(box, "form");
        return add(name, label, box);
    }

    public JCheckBox check(String name, String label) {
        JCheckBox box = new JCheckBox(label);
        box.setName(name);
        box.setOpaque(false);
        Controls.named(box, label);
        panel.add(box, "gapbottom 6");
        return box;
    }

    /** A paragraph that explains. */
    public JTextArea hint(String words) {
        JTextArea hint = Controls.paragraph("muted");
        hint.setText(words);
        hint.setColumns(COLUMNS);
        panel.add(Controls.named(hint, words), "wmin 200, gapbottom 6");
        return hint;
    }

    /** Anything else, without a label. */
    public void add(JComponent other) {
        panel.add(other, "gapbottom 6");
    }

    /** Takes a field and its label away, or shows them again; the dialog has to take its size again. */
    public void showField(JComponent field, boolean shown) {
        field.setVisible(shown);
        for (Component other : panel.getComponents()) {
            if (other instanceof JLabel label && label.getLabelFor() == field) {
                label.setVisible(shown);
            }
        }
    }

    /** Behind the last field: where {@link #showProblem} says what is wrong. */
    public FormPanel end() {
        panel.add(problem, "wmin 200");
        return this;
    }

    /** Empty for nothing; the dialog has to take its size again. */
    public void showProblem(String words) {
        String before = problem.getText();
        problem.setText(words);
        problem.setVisible(!words.isEmpty());
        problem.getAccessibleContext()
                .firePropertyChange(AccessibleContext.ACCESSIBLE_DESCRIPTION_PROPERTY, before, words);
        problem.getAccessibleContext().setAccessibleName(words);
    }

    public JComponent component() {
        return panel;
    }

    /** The value that is chosen in {@code box}; {@code fallback} where none is. */
    public static <T> T chosen(JComboBox<Choice<T>> box, T fallback) {
        Choice<T> choice = box.getItemAt(Math.max(0, box.getSelectedIndex()));
        return choice == null ? fallback : choice.value();
    }

    /** Chooses {@code value}, where it is among the choices. */
    public static <T> void choose(JComboBox<Choice<T>> box, T value) {
        for (int index = 0; index < box.getItemCount(); index++) {
            if (box.getItemAt(index).value().equals(value)) {
                box.setSelectedIndex(index);
            }
        }
    }

    private <C extends JComponent> C add(String name, String label, C field) {
        field.setName(name);
        JLabel caption = caption(label);
        caption.setLabelFor(field);
        Controls.named(field, label);
        panel.add(caption);
        panel.add(field, "gapbottom 6");
        return field;
    }

    private static JLabel caption(String label) {
        return Controls.label(label, "caption");
    }
}
