package io.heliograph.client.swing.messages;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Arrays;

/**
 * Guesses how many lines a text takes, by the widths of its characters: a thousand times as fast as laying it out, and
 * right for most texts.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class LineEstimate {
    private static final int KNOWN = 0x250;
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final float UNKNOWN = -1;

    private final Font font;
    private final float[] widths = new float[KNOWN];
    private final char[] character = new char[1];
    private final float otherWidth;

    LineEstimate(Font font) {
        this.font = font;
        this.otherWidth = font.getSize2D();
        Arrays.fill(widths, UNKNOWN);
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
            float width = each < KNOWN ? width(each) : otherWidth;
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

    /** Measured when it is first met: most of them never are. */
    private float width(char each) {
        if (widths[each] < 0) {
            character[0] = each;
            widths[each] =
                    (float) font.getStringBounds(character, 0, 1, CONTEXT).getWidth();
        }
        return widths[each];
    }
}
