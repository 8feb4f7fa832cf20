package io.heliograph.client.swing.control;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.theme.Painting;
import io.heliograph.client.swing.theme.Tokens;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.LayoutManager;
import java.awt.geom.RoundRectangle2D;
import javax.swing.BorderFactory;
import javax.swing.JPanel;

/** A card with round corners and a soft shadow, which belongs to its bounds: {@value #SHADOW} pixels on each side. */
public final class FloatingCard extends JPanel {
    /** Pixels before zoom. */
    public static final int SHADOW = 8;

    private static final long serialVersionUID = 1L;
    private static final int LAYERS = 6;

    private final int arc;

    /** {@code arc} is the radius of the corners, in pixels before zoom. */
    public FloatingCard(LayoutManager layout, int arc) {
        super(layout);
        this.arc = arc;
        setOpaque(false);
        updateBorder();
    }

    @Override
    public void updateUI() {
        super.updateUI();
        updateBorder();
    }

    private void updateBorder() {
        int edge = UIScale.scale(SHADOW);
        setBorder(BorderFactory.createEmptyBorder(edge, edge, edge, edge));
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        Painting.smooth(g);
        float edge = UIScale.scale((float) SHADOW);
        float radius = UIScale.scale((float) arc);
        g.setColor(Tokens.colour("shadow"));
        for (int layer = LAYERS; layer > 0; layer--) {
            float out = edge * layer / (LAYERS + 1);
            g.fill(round(edge - out, radius + out, out / 3));
        }
        g.setColor(Tokens.colour("popup"));
        g.fill(round(edge, radius, 0));
        g.setColor(Tokens.colour("popup.line"));
        g.draw(round(edge, radius, 0));
        g.dispose();
    }

    /** {@code inset} from each side, and a little {@code down}. */
    private RoundRectangle2D round(float inset, float radius, float down) {
        float width = getWidth() - 2 * inset;
        float height = getHeight() - 2 * inset;
        return new RoundRectangle2D.Float(inset, inset + down, width, height, 2 * radius, 2 * radius);
    }
}
