package io.heliograph.client.swing.messages;

import io.heliograph.client.swing.text.TextFlow;
import java.awt.Color;
import java.awt.Graphics2D;
import org.jspecify.annotations.Nullable;

/**
 * The body of a message at its place in the row: what can be selected.
 *
 * @param width to which lines from right to left reach
 */
record PlacedText(TextFlow flow, float left, float top, float width, Color foreground, Color selection) {
    void paint(Graphics2D graphics, int selectedFrom, int selectedTo) {
        if (selectedFrom < selectedTo) {
            graphics.setColor(selection);
            flow.paintSelection(graphics, left, top, width, selectedFrom, selectedTo);
        }
        graphics.setColor(foreground);
        flow.paint(graphics, left, top, width);
    }

    void paintMark(Graphics2D graphics, RowMarks.Mark mark, Color colour) {
        graphics.setColor(colour);
        flow.paintSelection(graphics, left, top, width, mark.start(), mark.end());
    }

    int placeAt(float x, float y) {
        if (y < top) {
            return 0;
        }
        return y >= top + flow.height() ? flow.plain().length() : flow.placeAt(x - left, y - top, width);
    }

    boolean isAt(float x, float y) {
        return flow.isOnText(x - left, y - top, width);
    }

    @Nullable
    String linkAt(float x, float y) {
        return flow.linkAt(x - left, y - top, width);
    }
}
