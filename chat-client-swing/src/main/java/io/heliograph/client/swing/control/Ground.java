package io.heliograph.client.swing.control;

import io.heliograph.client.swing.theme.Tokens;
import java.awt.Graphics;
import java.awt.LayoutManager;
import javax.swing.JPanel;

/** A panel on a ground of the theme that is on, with lines at its sides where it is asked for. */
public final class Ground extends JPanel {
    private static final long serialVersionUID = 1L;

    private final String use;
    private final String lines;

    /** {@code lines} holds N, E, S, W for each side that has one, where reading goes from west to east. */
    public Ground(LayoutManager layout, String use, String lines) {
        super(layout);
        this.use = use;
        this.lines = lines;
        setOpaque(true);
    }

    @Override
    protected void paintComponent(Graphics g) {
        g.setColor(Tokens.colour(use));
        g.fillRect(0, 0, getWidth(), getHeight());
        g.setColor(Tokens.colour("line"));
        if (lines.contains("N")) {
            g.fillRect(0, 0, getWidth(), 1);
        }
        if (lines.contains("S")) {
            g.fillRect(0, getHeight() - 1, getWidth(), 1);
        }
        boolean leftToRight = getComponentOrientation().isLeftToRight();
        if (lines.contains(leftToRight ? "W" : "E")) {
            g.fillRect(0, 0, 1, getHeight());
        }
        if (lines.contains(leftToRight ? "E" : "W")) {
            g.fillRect(getWidth() - 1, 0, 1, getHeight());
        }
    }
}
