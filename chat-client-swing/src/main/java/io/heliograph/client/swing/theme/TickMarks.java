package io.heliograph.client.swing.theme;

import com.formdev.flatlaf.util.UIScale;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** The marks of how far a message has come: one, two, or two in the colour of what is read. */
public final class TickMarks {
    private static final float STROKE = 1.5f;

    private TickMarks() {}

    /** 13 by 7 pixels before zoom, with its upper left corner at {@code x}, {@code y}. */
    public static void paint(Graphics2D g, float x, float y, int ticks, Color colour) {
        Graphics2D pen = (Graphics2D) g.create();
        pen.translate(x, y);
        float zoom = UIScale.scale(1f);
        pen.scale(zoom, zoom);
        pen.setStroke(new BasicStroke(STROKE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.setColor(colour);
        Path2D path = new Path2D.Float();
        path.moveTo(0, 4);
        path.lineTo(3, 7);
        path.lineTo(9, 0);
        if (ticks > 1) {
            path.moveTo(6, 6);
            path.lineTo(7, 7);
            path.lineTo(13, 0);
        }
        pen.draw(path);
        pen.dispose();
    }
}
