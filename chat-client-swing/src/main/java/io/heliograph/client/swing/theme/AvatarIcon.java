package io.heliograph.client.swing.theme;

import com.formdev.flatlaf.util.UIScale;
import java.awt.Component;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import javax.swing.Icon;
import org.jspecify.annotations.Nullable;

/**
 * A round picture of somebody, or of a room, made of initials.
 *
 * @param size in pixels before zoom
 * @param dot names the colour of the presence dot; null for none
 * @param ground names the colour around the dot
 */
public record AvatarIcon(String name, int size, @Nullable String dot, String ground) implements Icon {
    private static final float LETTER_SIZE = .38f;
    private static final float DOT_SIZE = .28f;
    private static final int DOT_RING = 2;

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Graphics2D g = (Graphics2D) graphics.create();
        Painting.smooth(g);
        int person = Tokens.personOf(name);
        float side = UIScale.scale((float) size);
        g.setColor(Tokens.colour("avatar." + person));
        g.fill(new Ellipse2D.Float(x, y, side, side));
        g.setColor(Tokens.colour("name." + person));
        g.setFont(Tokens.semibold(size * LETTER_SIZE));
        String letters = Initials.of(name);
        FontMetrics metrics = g.getFontMetrics();
        float baseline = y + side / 2 + (metrics.getAscent() - metrics.getDescent()) / 2f;
        g.drawString(letters, x + (side - metrics.stringWidth(letters)) / 2f, baseline);
        if (dot != null) {
            paintDot(g, x + side, y + side, dot);
        }
        g.dispose();
    }

    private void paintDot(Graphics2D g, float right, float bottom, String use) {
        float ring = UIScale.scale((float) DOT_RING);
        float diameter = UIScale.scale(size * DOT_SIZE);
        g.setColor(Tokens.colour(ground));
        g.fill(new Ellipse2D.Float(right - diameter + 1, bottom - diameter + 1, diameter, diameter));
        g.setColor(Tokens.colour(use));
        float inner = diameter - 2 * ring;
        g.fill(new Ellipse2D.Float(right - diameter + 1 + ring, bottom - diameter + 1 + ring, inner, inner));
    }

    @Override
    public int getIconWidth() {
        return UIScale.scale(size);
    }

    @Override
    public int getIconHeight() {
        return UIScale.scale(size);
    }
}
