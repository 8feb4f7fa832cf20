package io.heliograph.client.swing.messages;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import javax.swing.JButton;

/**
 * The round button that leads to the newest message, with how many have come since the view left the end.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class ToEndButton extends JButton {
    private static final float SIZE = 42;
    private static final float BADGE = 20;
    private static final int MOST_SHOWN = 99;

    private final transient MessageList list;
    private int count;

    ToEndButton(MessageList list) {
        this.list = list;
        setName("to-end");
        setContentAreaFilled(false);
        setBorderPainted(false);
        setFocusPainted(false);
        setOpaque(false);
        show(0);
    }

    /** So many are new below; 0 for none. */
    void show(int newBelow) {
        count = newBelow;
        String words = count == 0 ? list.words().text("bottom") : list.words().text("bottom.count", count);
        setToolTipText(words);
        getAccessibleContext().setAccessibleName(words);
        repaint();
    }

    @Override
    public Dimension getPreferredSize() {
        int side = Math.round(list.look().px(SIZE));
        return new Dimension(side, side + Math.round(list.look().px(BADGE / 2)));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Look look = list.look();
        Graphics2D own = (Graphics2D) graphics.create();
        own.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        own.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        float side = getWidth();
        float top = getHeight() - side;
        own.setColor(look.colour(isFocusOwner() ? "accent" : "line"));
        own.fill(new Ellipse2D.Float(0, top, side, side));
        float ring = look.px(isFocusOwner() ? 2 : 1);
        own.setColor(look.colour(getModel().isRollover() ? "pill" : "bar"));
        own.fill(new Ellipse2D.Float(ring, top + ring, side - 2 * ring, side - 2 * ring));
        float icon = (side - look.px(20)) / 2;
        look.paintIcon(own, "arrow-down", icon, top + icon, 20, look.colour("muted"));
        if (count > 0) {
            badge(own, look);
        }
        own.dispose();
    }

    private void badge(Graphics2D graphics, Look look) {
        Font font = look.strong(11);
        String words = count > MOST_SHOWN ? MOST_SHOWN + "+" : "" + count;
        float width = Math.max(look.px(BADGE), look.width(words, font) + look.px(12));
        float left = (getWidth() - width) / 2;
        graphics.setColor(look.colour("accent"));
        graphics.fill(Shapes.pill(left, 0, width, look.px(BADGE)));
        graphics.setColor(look.colour("onAccent"));
        graphics.setFont(font);
        graphics.drawString(words, left + (width - look.width(words, font)) / 2, look.px(14));
    }
}
