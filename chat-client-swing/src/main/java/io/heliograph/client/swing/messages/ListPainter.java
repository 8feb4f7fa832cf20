package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.theme.Painting;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Paints the rows in view, and what comes and goes over them: the ring of the focus, marks, the bar under the pointer.
 *
 * <p>Not thread-safe; owned by the event thread. Replaced with the look.
 */
final class ListPainter {
    private static final float RING = 2;
    private static final float RING_RADIUS = 20;

    private final MessageList list;
    private final Look look;
    private final HoverBar hoverBar;

    ListPainter(MessageList list, Look look, HoverBar hoverBar) {
        this.list = list;
        this.look = look;
        this.hoverBar = hoverBar;
    }

    void paint(Graphics2D graphics) {
        Rectangle clip = graphics.getClipBounds();
        graphics.setColor(list.getBackground());
        graphics.fill(clip);
        Painting.smooth(graphics);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        ListView view = list.view();
        int index = view.rowAt(clip.y);
        while (index >= 0 && index < list.model().size() && view.topOf(index) < clip.y + clip.height) {
            paintRow(graphics, index);
            index++;
        }
    }

    /** What of the bar is under a place of a row. */
    @Nullable
    Spot barSpotAt(RowLayout layout, float x, float y) {
        return hoverBar.spotAt(layout.bubble(), list.getWidth(), x, y);
    }

    private void paintRow(Graphics2D graphics, int index) {
        RowLayout layout = list.layoutOf(index);
        int top = list.view().topOf(index);
        graphics.translate(0, top);
        Rectangle2D bubble = layout.bubble();
        if (index == list.focusedRow() && list.isFocusOwner() && !bubble.isEmpty()) {
            paintRing(graphics, bubble);
        }
        PlacedText text = layout.text();
        ShownEntry entry = text == null ? null : list.entry(index);
        List<RowMarks.Mark> marks = text == null || entry == null
                ? List.of()
                : list.marks().in(entry, text.flow().plain());
        layout.paint(graphics, list.selection().from(index), list.selection().to(index), marks, look.colour("mark"));
        if (index == list.hoveredRow() && list.places().isActionable(index)) {
            hoverBar.paint(graphics, bubble, list.getWidth());
        }
        graphics.translate(0, -top);
    }

    private void paintRing(Graphics2D graphics, Rectangle2D bubble) {
        float out = look.px(RING);
        graphics.setColor(look.colour("accent"));
        graphics.setStroke(new BasicStroke(out));
        graphics.draw(Shapes.rounded(
                (float) bubble.getX() - out,
                (float) bubble.getY() - out,
                (float) bubble.getWidth() + 2 * out,
                (float) bubble.getHeight() + 2 * out,
                look.px(RING_RADIUS)));
    }
}
