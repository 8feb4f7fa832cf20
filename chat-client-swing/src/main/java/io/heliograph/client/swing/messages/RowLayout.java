package io.heliograph.client.swing.messages;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row laid out for one width, ready to be painted any number of times. Coordinates are from the row's left top.
 *
 * @param behind painted before the text
 * @param text the body; null if there is nothing to select
 * @param before painted after the text
 * @param areas where something can be pressed or told
 * @param bubble where the message stands, for what is shown beside it; empty for a line of the system
 */
record RowLayout(
        int height,
        List<Piece> behind,
        @Nullable PlacedText text,
        List<Piece> before,
        List<Area> areas,
        Rectangle2D bubble) {

    /** A place in the row and what it is. */
    record Area(Rectangle2D box, Spot spot) {}

    RowLayout withHeight(int next) {
        return new RowLayout(next, behind, text, before, areas, bubble);
    }

    void paint(Graphics2D graphics, int selectedFrom, int selectedTo, List<RowMarks.Mark> marks, Color markColour) {
        behind.forEach(piece -> piece.paint(graphics));
        if (text != null) {
            marks.forEach(mark -> text.paintMark(graphics, mark, markColour));
            text.paint(graphics, selectedFrom, selectedTo);
        }
        before.forEach(piece -> piece.paint(graphics));
    }

    /** What is under a point; null for nothing. */
    @Nullable
    Spot spotAt(float x, float y) {
        String link = text == null ? null : text.linkAt(x, y);
        if (link != null) {
            return new Spot(Spot.Kind.LINK, link, link);
        }
        for (Area area : areas) {
            if (area.box().contains(x, y)) {
                return area.spot();
            }
        }
        return null;
    }
}
