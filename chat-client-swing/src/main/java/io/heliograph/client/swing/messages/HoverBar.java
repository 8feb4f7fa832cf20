package io.heliograph.client.swing.messages;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The small bar beside the bubble under the pointer: react, reply, more.
 *
 * <p>Immutable.
 */
final class HoverBar {
    private static final float WIDTH = 102;
    private static final float HEIGHT = 30;
    private static final float GAP = 10;
    private static final float STEP = 31;
    private static final float ICON = 16;
    private static final List<String> ICONS = List.of("smile-plus", "reply", "ellipsis");
    private static final List<Spot.Kind> KINDS = List.of(Spot.Kind.REACT, Spot.Kind.REPLY, Spot.Kind.MORE);
    private static final List<String> WORDS = List.of("react", "reply", "more");

    private final Look look;
    private final MessageWords words;

    HoverBar(Look look, MessageWords words) {
        this.look = look;
        this.words = words;
    }

    /** Where the bar stands for a bubble in a list of the given width, in the row's coordinates. */
    Rectangle2D box(Rectangle2D bubble, float listWidth) {
        float width = look.px(WIDTH);
        double right = bubble.getMaxX() + look.px(GAP);
        double left = right + width <= listWidth ? right : bubble.getX() - look.px(GAP) - width;
        double top = bubble.getCenterY() - look.px(HEIGHT) / 2;
        return new Rectangle2D.Double(Math.max(0, left), top, width, look.px(HEIGHT));
    }

    void paint(Graphics2D graphics, Rectangle2D bubble, float listWidth) {
        Rectangle2D box = box(bubble, listWidth);
        float left = (float) box.getX();
        float top = (float) box.getY();
        Color line = look.colour("line");
        graphics.setColor(line);
        graphics.fill(Shapes.pill(left, top, (float) box.getWidth(), (float) box.getHeight()));
        graphics.setColor(look.colour("bar"));
        graphics.fill(Shapes.pill(left + 1, top + 1, (float) box.getWidth() - 2, (float) box.getHeight() - 2));
        for (int index = 0; index < ICONS.size(); index++) {
            look.paintIcon(
                    graphics,
                    ICONS.get(index),
                    left + look.px(12 + index * STEP),
                    top + look.px(7),
                    ICON,
                    look.colour("muted"));
        }
    }

    @Nullable
    Spot spotAt(Rectangle2D bubble, float listWidth, float x, float y) {
        Rectangle2D box = box(bubble, listWidth);
        if (!box.contains(x, y)) {
            return null;
        }
        int index = (int) Math.min(KINDS.size() - 1, (x - box.getX()) / (box.getWidth() / KINDS.size()));
        return new Spot(KINDS.get(index), "", words.text(WORDS.get(index)));
    }
}
