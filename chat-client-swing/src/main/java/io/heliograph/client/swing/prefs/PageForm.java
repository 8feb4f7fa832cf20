package io.heliograph.client.swing.prefs;

import io.heliograph.client.swing.control.Column;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.dialog.FormPanel;
import io.heliograph.client.swing.dialog.TextChange;
import io.heliograph.client.swing.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JRadioButton;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/**
 * A page of settings: each control follows its setting and changes it at once. The words of each are under
 * {@code prefs.NAME}, what it means under {@code prefs.NAME.hint} where that needs saying.
 */
final class PageForm {
    private final Words words;
    private final Column panel =
            new Column(new MigLayout("insets 4 4 16 16, wrap, gap 0 8, fillx, hidemode 3", "[grow,fill]"));
    private final List<Runnable> followers = new ArrayList<>();
    private boolean following;

    PageForm(Words words, String title) {
        this.words = words;
        panel.add(Controls.label(words.get(title), "title"), "gapbottom 4");
    }

    JComponent component() {
        return panel.scrolled();
    }

    /** What was changed elsewhere is shown. */
    void follow() {
        following = true;
        followers.forEach(Runnable::run);
        following = false;
    }

    PageForm section(String name) {
        panel.add(Controls.label(words.get("prefs." + name), "section"), "gaptop 10");
        return this;
    }

    PageForm flag(String name, Choice<Boolean> choice) {
        JCheckBox box = new JCheckBox(words.get("prefs." + name));
        box.setName("prefs." + name);
        box.setOpaque(false);
        Controls.named(box, words.get("prefs." + name));
        box.addActionListener(event -> choice.set(box.isSelected()));
        followers.add(() -> box.setSelected(choice.get()));
        panel.add(box, "growx 0");
        hint(name);
        return this;
    }

    /** A few values, all of them in sight. */
    <T> PageForm radio(String name, List<T> values, Function<T, String> label, Choice<T> choice) {
        ButtonGroup group = new ButtonGroup();
        for (T value : values) {
            JRadioButton button = new JRadioButton(label.apply(value));
            button.setName("prefs." + name + "." + value);
            button.setOpaque(false);
            Controls.named(button, label.apply(value));
            button.addActionListener(event -> choice.set(value));
            followers.add(() -> button.setSelected(choice.get().equals(value)));
            group.add(button);
            panel.add(button, "growx 0");
        }
        hint(name);
        return this;
    }

    /** One of many values. */
    <T> PageForm pick(String name, List<T> values, Function<T, String> label, Choice<T> choice) {
        JComboBox<FormPanel.Choice<T>> box = new JComboBox<>();
        values.forEach(value -> box.addItem(new FormPanel.Choice<>(value, label.apply(value))));
        box.setName("prefs." + name);
        Controls.style(box, "form");
        Controls.named(box, words.get("prefs." + name));
        box.addActionListener(event -> {
            if (!following) {
                choice.set(FormPanel.chosen(box, choice.get()));
            }
        });
        followers.add(() -> FormPanel.choose(box, choice.get()));
        JLabel caption = Controls.label(words.get("prefs." + name), "");
        caption.setLabelFor(box);
        panel.add(caption, "split 2, w 210!");
        panel.add(box, "w 220!");
        hint(name);
        return this;
    }

    /** A line of text. */
    PageForm field(String name, Choice<String> choice) {
        JTextField field = Controls.style(new JTextField(), "form");
        field.setName("prefs." + name);
        Controls.named(field, words.get("prefs." + name));
        TextChange.on(field, typed -> {
            if (!following) {
                choice.set(typed.strip());
            }
        });
        followers.add(() -> {
            if (!field.getText().strip().equals(choice.get())) {
                field.setText(choice.get());
            }
        });
        JLabel caption = Controls.label(words.get("prefs." + name), "");
        caption.setLabelFor(field);
        panel.add(caption, "gaptop 4");
        panel.add(field, "wmin 200");
        hint(name);
        return this;
    }

    PageForm button(String name, Runnable deed) {
        JButton button = Controls.style(new JButton(new Deed(words.get("prefs." + name), deed)), "plain");
        button.setName("prefs." + name);
        panel.add(Controls.named(button, words.get("prefs." + name)), "growx 0");
        hint(name);
        return this;
    }

    PageForm add(JComponent other, Runnable follower) {
        panel.add(other, "growx 0");
        followers.add(follower);
        return this;
    }

    PageForm text(String shown) {
        JTextArea text = Controls.paragraph("text");
        text.setText(shown);
        panel.add(Controls.named(text, shown), "wmin 200");
        return this;
    }

    private void hint(String name) {
        String hint = words.orElse("prefs." + name + ".hint", "");
        if (!hint.isEmpty()) {
            JTextArea text = Controls.paragraph("muted");
            text.setText(hint);
            panel.add(Controls.named(text, hint), "wmin 200, gapbottom 4");
        }
    }
}
