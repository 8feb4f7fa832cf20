package io.heliograph.client.swing.dialog;

import io.heliograph.client.swing.control.Deed;
import io.heliograph.client.swing.control.Ground;
import java.awt.Component;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import javax.swing.LookAndFeel;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.WindowConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * The frame of a dialog: what it shows, and a row of buttons under it. Escape closes it, and the focus goes back to
 * where it was. Event dispatch thread only; can be shown again after it was closed.
 */
public final class DeskDialog {
    private static final int EDGE_PX = 40;

    private final String title;
    private final Ground body;
    private final JPanel buttons = new JPanel(new MigLayout("insets 0, gap 8, hidemode 3, fillx", "", "[]"));
    private @Nullable JButton standard;
    private @Nullable JDialog dialog;
    private @Nullable Component before;
    private Runnable closed = () -> {};
    private boolean pushed;
    private LookAndFeel look = UIManager.getLookAndFeel();

    /** {@code name} is for tests. */
    public DeskDialog(String name, String title, JComponent content) {
        this.title = title;
        body = new Ground(
                new MigLayout("insets 20 24 18 24, wrap, fill, hidemode 3", "[grow,fill]", "[grow,fill]16[]"),
                "chat",
                "");
        body.setName(name);
        buttons.setOpaque(false);
        body.add(content, "grow");
        body.add(buttons);
    }

    /** At the beginning of the row. */
    public DeskDialog leading(JButton button) {
        buttons.add(button);
        return this;
    }

    /** At the end of the row, one behind the other. */
    public DeskDialog trailing(JButton button) {
        buttons.add(button, pushed ? "" : "pushx, align trailing, split");
        pushed = true;
        return this;
    }

    /** The last button of the row, which Enter presses. */
    public DeskDialog standard(JButton button) {
        standard = button;
        return trailing(button);
    }

    /** Asked when the dialog is closed, in whatever way. */
    public DeskDialog whenClosed(Runnable deed) {
        closed = deed;
        return this;
    }

    /** Everything inside the frame. */
    public JComponent body() {
        return body;
    }

    public boolean isShown() {
        return dialog != null;
    }

    /** Over {@code owner}; one that is shown already comes to the front. */
    public void show(Window owner) {
        if (dialog != null) {
            dialog.toFront();
            return;
        }
        before = owner.getMostRecentFocusOwner();
        JDialog made = new JDialog(owner, title, JDialog.ModalityType.MODELESS);
        made.setName(String.valueOf(body.getName()));
        made.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        followLook();
        made.setContentPane(body);
        made.getRootPane().setDefaultButton(standard);
        made.getRootPane()
                .getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
                .put(KeyStroke.getKeyStroke("ESCAPE"), "close");
        made.getRootPane().getActionMap().put("close", new Deed("", this::close));
        made.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent event) {
                onClosed();
            }
        });
        made.applyComponentOrientation(owner.getComponentOrientation());
        dialog = made;
        fit();
        made.setLocationRelativeTo(owner);
        made.setVisible(true);
    }

    /** Takes the size that its content needs now, and no more than the screen has; what has grown stays on it. */
    public void fit() {
        if (dialog != null) {
            dialog.pack();
            Rectangle screen = dialog.getGraphicsConfiguration().getBounds();
            int width = Math.min(dialog.getWidth(), screen.width - EDGE_PX);
            int height = Math.min(dialog.getHeight(), screen.height - EDGE_PX);
            dialog.setSize(width, height);
            if (dialog.isShowing()) {
                dialog.setLocation(
                        Math.max(screen.x, Math.min(dialog.getX(), screen.x + screen.width - width)),
                        Math.max(screen.y, Math.min(dialog.getY(), screen.y + screen.height - EDGE_PX - height)));
            }
        }
    }

    public void close() {
        if (dialog != null) {
            dialog.dispose();
        }
    }

    /** While it was closed, nobody told it of another look. */
    private void followLook() {
        LookAndFeel now = UIManager.getLookAndFeel();
        if (look != now) {
            SwingUtilities.updateComponentTreeUI(body);
        }
        look = now;
    }

    private void onClosed() {
        JDialog shown = dialog;
        if (shown != null) {
            // A window that is gone is still told of each other look, as long as anybody remembers it.
            shown.setContentPane(new JPanel());
            dialog = null;
            closed.run();
            if (before != null) {
                before.requestFocusInWindow();
            }
        }
    }
}
