package io.heliograph.client.swing.messages;

import java.awt.Font;
import java.awt.font.FontRenderContext;

/**
 * Guesses how many lines a text takes, by the widths of its characters: a thousand times as fast as laying it out, and
 * right for most texts.
 *
 * <p>Immutable.
 */
final class LineEstimate {
    private static final int KNOWN = 0x250;
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final float[] widths = new float[KNOWN];
    private final float otherWidth;

    LineEstimate(Font font) {
        char[] character = new char[1];
        for (char each = ' '; each < KNOWN; each++) {
            character[0] = each;
            widths[each] =
                    (float) font.getStringBounds(character, 0, 1, CONTEXT).getWidth();
        }
        otherWidth = font.getSize2D();
    }

    /** At least 1. */
    int lines(String text, float maxWidth) {
        int lines = 1;
        float line = 0;
        float word = 0;
        for (int index = 0; index < text.length(); index++) {
            char each = text.charAt(index);
            if (each == '\n') {
                lines++;
                line = 0;
                word = 0;
                continue;
            }
            float width = each < KNOWN ? widths[each] : otherWidth;
            word += width;
            if (each == ' ') {
                line += word;
                word = 0;
            } else if (line + word > maxWidth) {
                lines++;
                word = line == 0 ? width : word;
                line = 0;
            }
        }
        return lines;
    }
}
