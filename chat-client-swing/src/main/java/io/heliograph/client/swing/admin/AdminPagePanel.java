package io.heliograph.client.swing.admin;

import com.formdev.flatlaf.FlatClientProperties;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.FormPanel.Choice;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.dialog.RowList;
import io.heliograph.client.swing.words.Words;
import java.util.ArrayList;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;
import net.miginfocom.swing.MigLayout;

/** One page: rows with what can be done with them, or text. */
final class AdminPagePanel {
    private static final int MAX_USES = 10_000;
    private static final List<String> DURATIONS = List.of("1h", "24h", "7d", "30d");

    private final JPanel panel =
            new JPanel(new MigLayout("insets 12 4 4 4, wrap, gap 0 8, hidemode 3, fill", "[grow,fill]", ""));
    private final RowList list;
    private final JTextArea text = new JTextArea();
    private final JLabel total = Controls.label("", "small");
    private final List<JButton> deeds = new ArrayList<>();

    AdminPagePanel(AdminPage page, Words words, AdminDialog.Gestures gestures) {
        panel.setOpaque(false);
        String name = "admin." + page;
        list = new RowList(name, words.get("command.admin"), "chat");
        if (page == AdminPage.INVITES) {
            panel.add(inviteRow(words, gestures));
        } else if (page == AdminPage.STATUS) {
            panel.add(announceRow(words, gestures));
        }
        if (page.isList()) {
            list.onSelected(this::followSelection);
            panel.add(list.component(), "growy, pushy");
            JPanel foot = new JPanel(new MigLayout("insets 0, gap 6", "[grow,fill][]"));
            foot.setOpaque(false);
            foot.add(total, "wmin 60, growx, pushx");
            panel.add(foot);
            for (AdminDeed deed : page.deeds()) {
                JButton button = Buttons.plain(name + "." + deed.word(), words.get("admin." + deed.word()), () -> {
                    ListRow row = list.selected();
                    if (row != null) {
                        gestures.onDeed(deed, row.key());
                    }
                });
                Controls.style(button, "small");
                deeds.add(button);
                foot.add(button);
            }
            followSelection();
        } else {
            text.setEditable(false);
            text.setName(name);
            Controls.style(text, "console");
            Controls.named(text, words.get("command.admin"));
            JScrollPane scroll = new JScrollPane(text);
            scroll.setBorder(BorderFactory.createEmptyBorder());
            panel.add(scroll, "growy, pushy");
        }
    }

    JComponent component() {
        return panel;
    }

    void showRows(List<ListRow> rows, String counted) {
        list.show(rows);
        list.setEmpty(counted);
        total.setText(counted);
        followSelection();
    }

    void showText(String shown) {
        text.setText(shown);
        text.setCaretPosition(shown.endsWith("\n") ? shown.length() : 0);
    }

    private void followSelection() {
        boolean any = list.selected() != null;
        deeds.forEach(button -> button.setEnabled(any));
    }

    private static JComponent inviteRow(Words words, AdminDialog.Gestures gestures) {
        JPanel row = new JPanel(new MigLayout("insets 0, gap 8, fillx", "[][]16[][]push[]", "[center]"));
        row.setOpaque(false);
        JSpinner uses = new JSpinner(new SpinnerNumberModel(1, 1, MAX_USES, 1));
        Controls.named(uses, words.get("admin.uses"));
        if (uses.getEditor() instanceof JSpinner.DefaultEditor editor) {
            Controls.named(editor.getTextField(), words.get("admin.uses"));
        }
        JComboBox<Choice<String>> duration = new JComboBox<>();
        DURATIONS.forEach(one -> duration.addItem(new Choice<>(one, words.get("admin.duration." + one))));
        duration.setSelectedIndex(1);
        Controls.named(duration, words.get("admin.lasts"));
        row.add(Controls.label(words.get("admin.uses"), "caption"));
        row.add(uses, "w 90!");
        row.add(Controls.label(words.get("admin.lasts"), "caption"));
        row.add(duration, "w 130!");
        row.add(Buttons.primary("admin.invite.create", words.get("admin.invite"), () -> {
            int count = uses.getValue() instanceof Integer number ? number : 1;
            gestures.onInvite(count, DURATIONS.get(duration.getSelectedIndex()));
        }));
        return row;
    }

    private static JComponent announceRow(Words words, AdminDialog.Gestures gestures) {
        JPanel row = new JPanel(new MigLayout("insets 0, gap 8, fillx", "[grow,fill][]", "[center]"));
        row.setOpaque(false);
        JTextField field = Controls.style(new JTextField(), "form");
        field.setName("admin.announcement");
        Controls.named(field, words.get("admin.announcement"));
        field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.get("admin.announcement"));
        row.add(field);
        row.add(Buttons.primary("admin.announce", words.get("admin.announce"), () -> {
            gestures.onAnnounce(field.getText());
            field.setText("");
        }));
        return row;
    }
}
