package io.heliograph.client.swing.emoji;

import java.awt.Graphics2D;
import java.awt.font.GraphicAttribute;

/** Stands for an emoji in a line of text. Not thread-safe; owned by the event thread. */
public final class EmojiAttribute extends GraphicAttribute {
    private static final float ABOVE_BASELINE = 0.8f;

    private final float size;
    private final Painter painter;

    /** Paints the emoji with its upper left corner at a point. */
    @FunctionalInterface
    public interface Painter {
        void paint(Graphics2D graphics, float x, float y);
    }

    /** A square of {@code size} pixels. */
    public EmojiAttribute(float size, Painter painter) {
        super(ROMAN_BASELINE);
        this.size = size;
        this.painter = painter;
    }

    @Override
    public float getAscent() {
        return size * ABOVE_BASELINE;
    }

    @Override
    public float getDescent() {
        return size - getAscent();
    }

    @Override
    public float getAdvance() {
        return size + 1;
    }

    @Override
    public void draw(Graphics2D graphics, float x, float y) {
        painter.paint(graphics, x, y - getAscent());
    }
}
