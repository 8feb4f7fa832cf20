package io.heliograph.client.swing.messages;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row while it is laid out: collects what is to be painted, from top to bottom.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class RowDraft {
    final Look look;
    final float width;
    private final List<Piece> behind = new ArrayList<>();
    private final List<Piece> before = new ArrayList<>();
    private final List<RowLayout.Area> areas = new ArrayList<>();
    private @Nullable PlacedText text;
    private Rectangle2D bubble = new Rectangle2D.Float();
    /** How far down the row is filled. */
    float y;

    RowDraft(Look look, float width) {
        this.look = look;
        this.width = width;
    }

    void fill(Shape shape, Color colour) {
        pieces().add(graphics -> {
            graphics.setColor(colour);
            graphics.fill(shape);
        });
    }

    void stroke(Shape shape, Color colour, float thickness) {
        BasicStroke pen = new BasicStroke(thickness, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        pieces().add(graphics -> {
            graphics.setColor(colour);
            graphics.setStroke(pen);
            graphics.draw(shape);
        });
    }

    void label(String label, Font font, Color colour, float left, float baseline) {
        pieces().add(graphics -> {
            graphics.setColor(colour);
            graphics.setFont(font);
            graphics.drawString(label, left, baseline);
        });
    }

    void icon(String name, float left, float top, float size, Color colour) {
        pieces().add(graphics -> look.paintIcon(graphics, name, left, top, size, colour));
    }

    void piece(Piece piece) {
        pieces().add(piece);
    }

    void area(float left, float top, float areaWidth, float height, Spot spot) {
        areas.add(new RowLayout.Area(new Rectangle2D.Float(left, top, areaWidth, height), spot));
    }

    void text(PlacedText body) {
        text = body;
    }

    void bubble(float left, float top, float bubbleWidth, float height) {
        bubble = new Rectangle2D.Float(left, top, bubbleWidth, height);
    }

    RowLayout finish() {
        return new RowLayout((int) Math.ceil(y), behind, text, before, areas, bubble);
    }

    private List<Piece> pieces() {
        return text == null ? behind : before;
    }
}
