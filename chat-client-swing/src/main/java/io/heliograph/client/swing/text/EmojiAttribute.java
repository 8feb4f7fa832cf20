package io.heliograph.client.swing.text;

import io.heliograph.client.swing.emoji.EmojiPictures;
import java.awt.Graphics2D;
import java.awt.font.GraphicAttribute;

/** Stands for an emoji in a line. Not thread-safe; owned by the event thread. */
final class EmojiAttribute extends GraphicAttribute {
    private static final float ABOVE_BASELINE = 0.8f;

    private final EmojiPictures pictures;
    private final String picture;
    private final float size;

    EmojiAttribute(EmojiPictures pictures, String picture, float size) {
        super(ROMAN_BASELINE);
        this.pictures = pictures;
        this.picture = picture;
        this.size = size;
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
        pictures.paint(graphics, picture, x, y - getAscent(), size);
    }
}
