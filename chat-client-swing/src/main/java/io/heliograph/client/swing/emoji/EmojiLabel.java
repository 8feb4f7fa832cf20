package io.heliograph.client.swing.emoji;

import io.heliograph.client.swing.theme.Painting;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.function.Supplier;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/** A label of one line with its emoji as pictures; ends with an ellipsis where it is too narrow. */
public final class EmojiLabel extends JComponent {
    private static final long serialVersionUID = 1L;

    private final transient EmojiLine line;
    private final transient Supplier<Look> look;
    /** One object, so that many pictures ask for one repaint. */
    private final transient Runnable again = this::repaint;

    private String text = "";

    /** How it looks in the theme that is on. */
    public record Look(Font font, Color colour) {}

    public EmojiLabel(EmojiLine line, Supplier<Look> look) {
        this.line = line;
        this.look = look;
    }

    public void setText(String shown) {
        if (!shown.equals(text)) {
            text = shown;
            revalidate();
            repaint();
        }
    }

    public String getText() {
        return text;
    }

    @Override
    public Dimension getPreferredSize() {
        FontMetrics metrics = getFontMetrics(look.get().font());
        return new Dimension(metrics.stringWidth(text), metrics.getHeight());
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        Painting.smooth(g);
        Look now = look.get();
        FontMetrics metrics = g.getFontMetrics(now.font());
        g.setColor(now.colour());
        float baseline = (getHeight() - metrics.getHeight()) / 2f + metrics.getAscent();
        line.paint(
                g,
                text,
                now.font(),
                new EmojiLine.Room(
                        0, baseline, getWidth(), !getComponentOrientation().isLeftToRight()),
                again);
        g.dispose();
    }

    @Override
    public AccessibleContext getAccessibleContext() {
        if (accessibleContext == null) {
            accessibleContext = new AccessibleLine();
        }
        return accessibleContext;
    }

    private final class AccessibleLine extends AccessibleJComponent {
        private static final long serialVersionUID = 1L;

        @Override
        public AccessibleRole getAccessibleRole() {
            return AccessibleRole.LABEL;
        }

        @Override
        public String getAccessibleName() {
            return text;
        }
    }
}
