package io.heliograph.client.swing.text;

import java.awt.Color;
import java.awt.Font;

/**
 * The fonts, colours and sizes of a text. Sizes in user units.
 *
 * @param body for everything that nothing else is said of
 * @param strong for mentions
 * @param mono for code
 * @param lineHeight of a line of {@code body}; a line with taller characters is taller
 * @param emojiSize of the square that an emoji takes
 * @param link colour of links
 * @param mention colour of mentions
 * @param block behind code and quotes
 */
public record FlowStyle(
        Font body, Font strong, Font mono, float lineHeight, float emojiSize, Color link, Color mention, Color block) {

    Font font(RunStyle style) {
        if (style.code()) {
            return mono;
        }
        if (style.mention()) {
            return strong;
        }
        int look = (style.bold() ? Font.BOLD : Font.PLAIN) | (style.italic() ? Font.ITALIC : Font.PLAIN);
        return look == Font.PLAIN ? body : body.deriveFont(look);
    }
}
