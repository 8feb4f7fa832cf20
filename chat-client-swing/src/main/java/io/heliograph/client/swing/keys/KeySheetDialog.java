package io.heliograph.client.swing.keys;

import com.formdev.flatlaf.FlatClientProperties;
import io.heliograph.client.swing.control.Column;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.concurrent.Executor;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** All commands with their words and keys; a press on a key chooses another one. */
public final class KeySheetDialog {
    private static final int ROWS_A_TURN = 15;

    private final Words words;
    private final KeySheet sheet;
    private final Executor events;
    private final JTextField filter = Controls.style(new JTextField(), "search");
    private final Column list = new Column(
            new MigLayout("insets 0 0 0 12, wrap 3, gap 14 4, fillx", "[grow,fill][190!,fill][180!,fill]", ""));
    private final JLabel line = Controls.label(" ", "small");
    private final DeskDialog dialog;
    /** Before anybody else: the key that is chosen may have a meaning already. */
    private final KeyEventDispatcher dispatcher = this::onKey;

    private KeySheet.@Nullable Row listening;
    private int filled;

    public KeySheetDialog(Words words, KeySheet sheet, Executor events) {
        this.words = words;
        this.sheet = sheet;
        this.events = events;
        JPanel content =
                new JPanel(new MigLayout("insets 2, wrap, fill, gap 0 12", "[grow,fill,770!]", "[][390!,fill][][]"));
        content.setOpaque(false);
        filter.setName("keys.filter");
        filter.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, words.get("keys.filter"));
        filter.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Icons.of("search", 15, "muted"));
        filter.putClientProperty(FlatClientProperties.TEXT_FIELD_SHOW_CLEAR_BUTTON, true);
        Controls.named(filter, words.get("keys.filter"));
        filter.getDocument().addDocumentListener(new Typing());
        content.add(filter);
        content.add(list.scrolled());
        content.add(line);
        JTextArea writing = Controls.paragraph("muted");
        writing.setText(words.get("keys.writing"));
        content.add(Controls.named(writing, words.get("keys.writing")), "wmin 100");
        dialog = new DeskDialog("keys", words.get("command.shortcuts"), content);
        JButton close = Buttons.primary("keys.close", words.get("note.close"), dialog::close);
        dialog.standard(close).whenClosed(this::deafen);
    }

    /** The window comes at once, and the rows in the next turn. */
    public void show(Window owner) {
        dialog.show(owner);
        filter.requestFocusInWindow();
        events.execute(this::fill);
    }

    /** With its rows, which else come when it is shown. */
    JComponent body() {
        fill();
        return dialog.body();
    }

    private void fill() {
        list.removeAll();
        filled++;
        add(filled, sheet.rows(filter.getText()));
    }

    /** Some rows to a turn: all of them together would keep keys and painting waiting. */
    private void add(int filling, List<KeySheet.Row> rows) {
        if (filling != filled) {
            return; // another filter has been typed meanwhile
        }
        int now = Math.min(ROWS_A_TURN, rows.size());
        for (KeySheet.Row row : rows.subList(0, now)) {
            list.add(Controls.label(row.name(), ""), "wmin 120");
            list.add(Controls.label(row.slash(), "small"), "wmin 60");
            list.add(cap(row), "wmin 60, wmax 180");
        }
        list.applyComponentOrientation(list.getComponentOrientation());
        list.revalidate();
        list.repaint();
        if (now < rows.size()) {
            List<KeySheet.Row> rest = rows.subList(now, rows.size());
            events.execute(() -> add(filling, rest));
        }
    }

    /** A button that looks like keys; pressed, it waits for another key. */
    private JButton cap(KeySheet.Row row) {
        boolean waits = listening != null && listening.command().equals(row.command());
        String text =
                waits ? words.get("keys.press") : row.allKeys().isEmpty() ? words.get("keys.none") : row.allKeys();
        JButton cap = new JButton(new Deed(text, () -> listen(row)));
        Controls.style(cap, row.chosen() || waits ? "chosenKey" : "key");
        cap.setHorizontalAlignment(SwingConstants.CENTER);
        cap.setName("keys.of." + row.command().id());
        cap.setToolTipText(row.allKeys().isEmpty() ? words.get("keys.change") : row.allKeys());
        return Controls.named(cap, words.get("keys.of", row.name(), text));
    }

    private void listen(KeySheet.Row row) {
        deafen();
        listening = row;
        line.setText(words.get("keys.how"));
        KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(dispatcher);
        fill();
    }

    private void deafen() {
        listening = null;
        KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(dispatcher);
    }

    private boolean onKey(KeyEvent event) {
        KeySheet.Row row = listening;
        if (row == null) {
            return false;
        } else if (event.getID() != KeyEvent.KEY_PRESSED || !KeyNames.isComplete(event)) {
            return true;
        }
        String wrong = "";
        switch (event.getKeyCode()) {
            case KeyEvent.VK_ESCAPE -> line.setText(" ");
            case KeyEvent.VK_BACK_SPACE -> sheet.reset(row.command());
            case KeyEvent.VK_DELETE -> sheet.clear(row.command());
            default -> wrong = sheet.choose(row.command(), KeyStroke.getKeyStrokeForEvent(event));
        }
        line.setText(wrong.isEmpty() ? " " : wrong);
        if (wrong.isEmpty()) {
            deafen();
        }
        fill();
        return true;
    }

    private final class Typing implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent event) {
            fill();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
            fill();
        }

        @Override
        public void changedUpdate(DocumentEvent event) {
            fill();
        }
    }
}
