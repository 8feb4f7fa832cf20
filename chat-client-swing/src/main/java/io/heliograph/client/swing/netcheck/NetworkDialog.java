package io.heliograph.client.swing.netcheck;

import io.heliograph.client.core.netcheck.Finding.Mark;
import io.heliograph.client.swing.control.Column;
import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.dialog.Buttons;
import io.heliograph.client.swing.dialog.DeskDialog;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import java.awt.Component;
import java.awt.ComponentOrientation;
import java.awt.Container;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.StringSelection;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** What was seen with a mark each, what it means, and the lines to copy. */
final class NetworkDialog implements NetworkView {
    private static final int COLUMNS = 46;
    private static final int ICON_PX = 18;

    private final Words words;
    private final JLabel server = Controls.label("", "name");
    private final JLabel running = Controls.label("", "small");
    private final Column busy = column("gap 0 10");
    private final Column result = column("gap 0 0");
    private final Column content = column("gap 0 14, hidemode 3");
    private final JButton again;
    private final DeskDialog dialog;

    NetworkDialog(Words words, Runnable onAgain) {
        this.words = words;
        server.setIcon(Icons.of("network", 22, "accent"));
        server.setIconTextGap(10);
        server.setName("netcheck.server");
        running.setName("netcheck.running");
        busy.add(running, "wmin 40");
        busy.add(Controls.progress(words.get("netcheck.progress")));
        content.add(server, "wmin 40");
        content.add(busy);
        content.add(result);
        again = Buttons.plain("netcheck.again", words.get("netcheck.again"), onAgain);
        dialog = new DeskDialog("netcheck", words.get("netcheck.title"), content.scrolled()).trailing(again);
        dialog.standard(Buttons.primary("netcheck.close", words.get("note.close"), dialog::close));
    }

    void show(Window owner) {
        dialog.show(owner);
    }

    JComponent body() {
        return dialog.body();
    }

    @Override
    public void showRunning(String name, String line) {
        server.setText(name);
        running.setText(line);
        busy.setVisible(true);
        result.setVisible(false);
        again.setEnabled(false);
        dialog.fit();
    }

    @Override
    public void showReport(Report report) {
        busy.setVisible(false);
        result.setVisible(true);
        again.setEnabled(true);
        result.removeAll();
        JPanel verdict = new JPanel(new MigLayout("insets 14 16 14 16, gap 12 4, fillx", "[][grow,fill]", "[][]"));
        Controls.style(verdict, "verdict");
        JLabel title = Controls.label(report.verdict(), "strong");
        title.setName("netcheck.verdict");
        verdict.add(new JLabel(icon(report.mark(), 22)), "spany 2, aligny top");
        verdict.add(title, "wmin 40, wrap");
        verdict.add(paragraph(report.advice(), "netcheck.advice"), "wmin 120");
        result.add(verdict, "gapbottom 14");
        report.lines().forEach(this::add);
        result.add(Controls.label(words.get("netcheck.seen"), "section"), "gaptop 4, gapbottom 6");
        report.seen().forEach(this::add);
        result.applyComponentOrientation(content.getComponentOrientation());
        // Text that wraps has a height only when it has a width: what was worked out without one is forgotten.
        dialog.fit();
        forget(content);
        dialog.fit();
    }

    private static void forget(Container container) {
        container.invalidate();
        for (Component child : container.getComponents()) {
            if (child instanceof Container inner) {
                forget(inner);
            }
        }
    }

    private void add(Seen seen) {
        JPanel row = new JPanel(new MigLayout("insets 0, gap 10 0, fillx", "[][grow,fill]", "[top]"));
        row.setOpaque(false);
        JTextArea text = paragraph(seen.text(), "netcheck.seen");
        Controls.named(text, seen.spoken());
        row.add(new JLabel(icon(seen.mark(), ICON_PX)));
        row.add(text, "wmin 120");
        result.add(row, "gapbottom 6");
    }

    private void add(Line line) {
        JPanel box = new CommandBox(new MigLayout("insets 6 12 6 6, gap 8 0, fillx", "[grow,fill][]", "[center]"));
        Controls.style(box, "command");
        JTextArea text = paragraph(line.text(), "netcheck.line");
        text.setFocusable(true);
        Controls.style(text, "link");
        Controls.named(text, words.get("netcheck.line", line.label()));
        JButton copy = Controls.icon(new Deed(words.get("netcheck.copy"), () -> {}), "copy", 16, "muted");
        copy.addActionListener(event -> copy(line.text(), copy));
        copy.setName("netcheck.copy");
        box.add(text, "wmin 120");
        box.add(copy, "aligny top");
        result.add(Controls.label(line.label(), "caption"), "wmin 40, gapbottom 4");
        result.add(box, "gapbottom 10");
    }

    private void copy(String text, JButton pressed) {
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
        pressed.setIcon(Icons.of("check", 16, "online"));
        pressed.setToolTipText(words.get("link.copied"));
        Controls.named(pressed, words.get("link.copied"));
    }

    private static JTextArea paragraph(String words, String name) {
        JTextArea text = Controls.paragraph("text");
        text.setColumns(COLUMNS);
        text.setText(words);
        text.setName(name);
        return Controls.named(text, words);
    }

    private static Icon icon(Mark mark, int size) {
        return switch (mark) {
            case GOOD -> Icons.of("circle-check", size, "online");
            case BAD -> Icons.of("circle-x", size, "danger");
            case OPEN -> Icons.of("circle-question-mark", size, "warning");
        };
    }

    /** Commands are read from left to right in every language. */
    private static final class CommandBox extends JPanel {
        private static final long serialVersionUID = 1L;

        CommandBox(MigLayout layout) {
            super(layout);
        }

        @Override
        public void applyComponentOrientation(ComponentOrientation ofTheLanguage) {
            super.applyComponentOrientation(ComponentOrientation.LEFT_TO_RIGHT);
        }
    }

    private static Column column(String gaps) {
        return new Column(new MigLayout("insets 0 0 4 0, wrap, fillx, " + gaps, "[grow,fill,600::]"));
    }
}
