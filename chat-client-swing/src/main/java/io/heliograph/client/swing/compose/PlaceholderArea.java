package io.heliograph.client.swing.compose;

import io.heliograph.client.swing.theme.Painting;
import io.heliograph.client.swing.theme.Tokens;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.KeyboardFocusManager;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import javax.swing.JTextArea;

/** A text area that says what it is for while it is empty; Tab leaves it. */
final class PlaceholderArea extends JTextArea {
    private static final long serialVersionUID = 1L;

    private String placeholder = "";

    PlaceholderArea() {
        setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        addFocusListener(new FocusListener() {
            @Override
            public void focusGained(FocusEvent event) {
                repaintAround();
            }

            @Override
            public void focusLost(FocusEvent event) {
                repaintAround();
            }
        });
    }

    void setPlaceholder(String text) {
        placeholder = text;
        repaint();
    }

    private void repaintAround() {
        if (getParent() != null && getParent().getParent() != null) {
            getParent().getParent().getParent().repaint();
        }
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        super.paintComponent(graphics);
        if (getDocument().getLength() == 0 && !placeholder.isEmpty()) {
            Graphics2D g = (Graphics2D) graphics.create();
            Painting.smooth(g);
            g.setColor(Tokens.colour("muted"));
            g.setFont(getFont());
            g.drawString(
                    Painting.clipped(placeholder, g.getFontMetrics(), getWidth()),
                    getInsets().left,
                    getInsets().top + g.getFontMetrics().getAscent());
            g.dispose();
        }
    }
}
