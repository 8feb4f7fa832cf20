package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.control.Controls;
import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Ground;
import io.heliograph.client.swing.theme.Icons;
import io.heliograph.client.swing.words.Words;
import javax.accessibility.AccessibleContext;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** One line at the foot of the messages that goes away by itself. */
final class NotePanel implements NoteView {
    private static final int SHOWN_MS = 9_000;

    private final Ground ground = new Ground(new MigLayout("insets 5 16 5 8, fill", "[grow,fill][]"), "pill", "N");
    private final JLabel text = Controls.label("", "status");
    private final Timer end = new Timer(SHOWN_MS, event -> hide());

    NotePanel(Words words) {
        text.setName("note");
        JButton close = Controls.icon(new Deed(words.get("note.close"), this::hide), "x", 14, "muted");
        ground.add(text, "wmin 40");
        ground.add(close, "w 26!, h 26!");
        ground.setVisible(false);
        end.setRepeats(false);
    }

    JComponent component() {
        return ground;
    }

    @Override
    public void showNote(String line, boolean complaint) {
        String before = text.getText();
        text.setText(line);
        text.setToolTipText(line);
        text.setIcon(Icons.of(complaint ? "triangle-alert" : "info", 15, complaint ? "danger" : "muted"));
        text.getAccessibleContext().firePropertyChange(AccessibleContext.ACCESSIBLE_NAME_PROPERTY, before, line);
        ground.setVisible(true);
        end.restart();
    }

    private void hide() {
        end.stop();
        ground.setVisible(false);
    }
}
