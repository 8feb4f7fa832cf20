package io.heliograph.client.swing.emoji;

import io.heliograph.client.swing.theme.Painting;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.GraphicAttribute;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.font.TextMeasurer;
import java.text.AttributedString;

/**
 * Paints a line of text with its emoji as pictures, ended with an ellipsis where it is too long.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
public final class EmojiLine {
    private static final float EMOJI_SIZE = 1.25f;
    private static final String ELLIPSIS = "…";
    /** Longer than any line that is painted: what is laid out is bounded. */
    private static final int MAX_CHARS = 400;

    private final EmojiStock stock;
    private final EmojiText emoji;

    public EmojiLine(EmojiStock stock) {
        this.stock = stock;
        this.emoji = new EmojiText(stock::table);
    }

    /**
     * Where a line goes, in user units: the left end of its baseline, how wide it may be, and whether it stands at the
     * right of that room.
     */
    public record Room(float left, float baseline, float maxWidth, boolean atRight) {}

    /** In the colour of {@code g}; {@code again} runs when pictures that were missing can be painted. */
    public void paint(Graphics2D g, String text, Font font, Room place, Runnable again) {
        float maxWidth = place.maxWidth();
        if (text.isEmpty() || maxWidth < 1) {
            return;
        }
        String shown = text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
        if (emoji.find(shown).isEmpty()) { // most lines have none, and are painted as any label
            g.setFont(font);
            String line = Painting.clipped(shown, g.getFontMetrics(), (int) maxWidth);
            float indent =
                    place.atRight() ? Math.max(0, maxWidth - g.getFontMetrics().stringWidth(line)) : 0;
            g.drawString(line, place.left() + indent, place.baseline());
            return;
        }
        FontRenderContext context = g.getFontRenderContext();
        TextLayout layout = layout(shown, font, context, again);
        if (layout.getAdvance() > maxWidth) {
            float room =
                    maxWidth - (float) font.getStringBounds(ELLIPSIS, context).getWidth();
            TextMeasurer measurer = new TextMeasurer(marked(shown, font, again).getIterator(), context);
            int end = measurer.getLineBreakIndex(0, Math.max(1, room));
            layout = layout(shown.substring(0, end) + ELLIPSIS, font, context, again);
        }
        float before = place.atRight() ? Math.max(0, maxWidth - layout.getAdvance()) : 0;
        layout.draw(g, place.left() + before, place.baseline());
    }

    private TextLayout layout(String text, Font font, FontRenderContext context, Runnable again) {
        return new TextLayout(marked(text, font, again).getIterator(), context);
    }

    /** Every emoji is one picture on its first character; those behind it take no room. */
    private AttributedString marked(String text, Font font, Runnable again) {
        AttributedString marked = new AttributedString(text);
        marked.addAttribute(TextAttribute.FONT, font);
        for (EmojiText.Found found : emoji.find(text)) {
            marked.addAttribute(
                    TextAttribute.CHAR_REPLACEMENT,
                    picture(found.picture(), font.getSize2D() * EMOJI_SIZE, again),
                    found.start(),
                    found.start() + 1);
            if (found.end() > found.start() + 1) {
                marked.addAttribute(TextAttribute.CHAR_REPLACEMENT, new Nothing(), found.start() + 1, found.end());
            }
        }
        return marked;
    }

    private EmojiAttribute picture(String picture, float size, Runnable again) {
        return new EmojiAttribute(size, (g, x, y) -> stock.paint(g, picture, x, y, size, again));
    }

    private static final class Nothing extends GraphicAttribute {
        Nothing() {
            super(ROMAN_BASELINE);
        }

        @Override
        public float getAscent() {
            return 0;
        }

        @Override
        public float getDescent() {
            return 0;
        }

        @Override
        public float getAdvance() {
            return 0;
        }

        @Override
        public void draw(Graphics2D graphics, float x, float y) {}
    }
}
