package io.heliograph.client.swing.control;

import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JComponent;
import javax.swing.JLayeredPane;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * Something that floats over the rest of its window until it is closed: by Escape, by a press beside it, or when the
 * window changes its size. The focus goes back to where it was.
 *
 * <p>Event dispatch thread only.
 */
public final class Floating {
    private final JLayeredPane layers;
    private final JComponent card;
    private final JComponent around = new Around();
    private final Runnable closed;
    private final @Nullable Component focusBefore;
    private final ComponentAdapter resizing = new ComponentAdapter() {
        @Override
        public void componentResized(ComponentEvent event) {
            close();
        }
    };

    private Floating(JLayeredPane layers, JComponent card, Runnable closed) {
        this.layers = layers;
        this.card = card;
        this.closed = closed;
        this.focusBefore = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
    }

    /** What catches the mouse beside the card. */
    private static final class Around extends JComponent {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Shows {@code card} in the window of {@code invoker}, moved to lie inside of it. {@code wanted} is where, as
     * {@code invoker} counts. Null where the invoker is in no window.
     */
    public static @Nullable Floating show(JComponent card, Component invoker, Rectangle wanted, Runnable closed) {
        JRootPane root = SwingUtilities.getRootPane(invoker);
        if (root == null) {
            return null;
        }
        Floating floating = new Floating(root.getLayeredPane(), card, closed);
        floating.put(SwingUtilities.convertRectangle(invoker, wanted, root.getLayeredPane()));
        return floating;
    }

    public void close() {
        if (card.getParent() == null) {
            return;
        }
        layers.removeComponentListener(resizing);
        layers.remove(card);
        layers.remove(around);
        layers.repaint();
        if (focusBefore != null) {
            focusBefore.requestFocusInWindow();
        }
        closed.run();
    }

    private void put(Rectangle wanted) {
        int x = Math.max(0, Math.min(wanted.x, layers.getWidth() - wanted.width));
        int y = Math.max(0, Math.min(wanted.y, layers.getHeight() - wanted.height));
        around.setBounds(0, 0, layers.getWidth(), layers.getHeight());
        around.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                close();
            }
        });
        card.setBounds(x, y, wanted.width, wanted.height);
        card.setFocusCycleRoot(true);
        card.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke("ESCAPE"), "close");
        card.getActionMap().put("close", new Deed("", this::close));
        layers.add(around, JLayeredPane.POPUP_LAYER);
        layers.add(card, JLayeredPane.POPUP_LAYER, 0);
        layers.addComponentListener(resizing);
        card.revalidate();
        layers.repaint();
    }
}
