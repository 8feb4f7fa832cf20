package io.heliograph.client.swing.shell;

import com.formdev.flatlaf.util.UIScale;
import io.heliograph.client.swing.theme.Painting;
import io.heliograph.client.swing.theme.Tokens;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.RoundRectangle2D;
import javax.swing.JComponent;
import javax.swing.JLayeredPane;
import javax.swing.JRootPane;

/** Shows where something would fall, and what that means, over everything else. */
final class DropMark extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final float TINT = 0.12f;
    private static final int INSET = 4;
    private static final int ARC = 14;
    private static final int PILL = 34;
    private static final float FONT = 14;

    private String text = "";

    /** {@code area} as the layers of {@code root} count. */
    void show(JRootPane root, Rectangle area, String line) {
        JLayeredPane layers = root.getLayeredPane();
        if (getParent() != layers) {
            layers.add(this, JLayeredPane.DRAG_LAYER);
        }
        text = line;
        setBounds(area);
        layers.repaint();
    }

    void hideMark() {
        if (getParent() instanceof JLayeredPane layers) {
            layers.remove(this);
            layers.repaint();
        }
    }

    /** Never under the pointer: what is below is what is dropped on. */
    @Override
    public boolean contains(int x, int y) {
        return false;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        Painting.smooth(g);
        int inset = UIScale.scale(INSET);
        float arc = UIScale.scale((float) ARC);
        RoundRectangle2D frame = new RoundRectangle2D.Float(
                inset, inset, getWidth() - 2f * inset, getHeight() - 2f * inset, 2 * arc, 2 * arc);
        g.setColor(Tokens.colour("accent"));
        g.setComposite(AlphaComposite.SrcOver.derive(TINT));
        g.fill(frame);
        g.setComposite(AlphaComposite.SrcOver);
        g.setStroke(new BasicStroke(UIScale.scale(2f)));
        g.draw(frame);
        g.setFont(Tokens.semibold(FONT));
        int height = UIScale.scale(PILL);
        String shown = Painting.clipped(text, g.getFontMetrics(), getWidth() - 2 * height);
        int width = g.getFontMetrics().stringWidth(shown) + height;
        int x = (getWidth() - width) / 2;
        int y = (getHeight() - height) / 2;
        g.setColor(Tokens.colour("outgoing"));
        g.fillRoundRect(x, y, width, height, height, height);
        g.setColor(Tokens.colour("onAccent"));
        int baseline = y
                + (height - g.getFontMetrics().getHeight()) / 2
                + g.getFontMetrics().getAscent();
        g.drawString(shown, x + height / 2, baseline);
        g.dispose();
    }
}
