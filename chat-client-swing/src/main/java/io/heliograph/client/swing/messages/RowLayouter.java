package io.heliograph.client.swing.messages;

import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.function.Supplier;

/**
 * Lays rows out, and guesses the heights of those that are far from the view. Numbers are the measures of the design at
 * a zoom of 1.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class RowLayouter {
    private static final float PILL_HEIGHT = 24;
    private static final float PILL_ABOVE = 10;
    private static final float PILL_BELOW = 6;
    private static final float UNREAD_ABOVE = 12;
    private static final float UNREAD_HEIGHT = 20;
    private static final float LINE_HEIGHT = 22;
    private static final float LINE_ABOVE = 8;
    private static final float SIDE = 20;
    private static final float LINE_ICON = 13;

    private final RowWording wording;
    private final Supplier<LocalDate> today;
    private final BubbleLayout bubbles;

    RowLayouter(RowWording wording, MessageList.Parts parts) {
        this.wording = wording;
        this.today = parts.today();
        this.bubbles = new BubbleLayout(wording, parts);
    }

    /** The row for a list of the given width; {@code mirrored} where reading goes from right to left. */
    RowLayout layout(Row row, Look look, FilePictures files, float width, boolean mirrored) {
        RowDraft draft = new RowDraft(look, Math.max(1, width));
        above(row.above(), draft);
        if (row instanceof Row.Message message) {
            bubbles.layout(message, draft, files, mirrored);
        } else {
            line(row, draft);
        }
        return draft.finish();
    }

    /** About how high the row will be. */
    int estimate(Row row, Look look, float width) {
        float height = 0;
        if (row.above().day() != null) {
            height += PILL_ABOVE + PILL_HEIGHT + PILL_BELOW;
        }
        if (row.above().unreadCount() > 0) {
            height += UNREAD_ABOVE + UNREAD_HEIGHT;
        }
        float rest =
                row instanceof Row.Message message ? bubbles.estimate(message, look, width) : LINE_ABOVE + LINE_HEIGHT;
        return Math.round(look.px(height + rest));
    }

    private void above(Row.Above above, RowDraft draft) {
        Look look = draft.look;
        Font font = look.strong(12);
        LocalDate day = above.day();
        if (day != null) {
            String words = wording.words().day(day, today.get());
            float width = look.width(words, font) + look.px(24);
            float left = (draft.width - width) / 2;
            draft.y += look.px(PILL_ABOVE);
            draft.fill(Shapes.pill(left, draft.y, width, look.px(PILL_HEIGHT)), look.colour("pill"));
            draft.label(words, font, look.colour("muted"), left + look.px(12), draft.y + look.px(16.5f));
            draft.y += look.px(PILL_HEIGHT + PILL_BELOW);
        }
        if (above.unreadCount() > 0) {
            String words = wording.words().text("unread", above.unreadCount());
            float width = look.width(words, font);
            Color accent = look.colour("accent");
            Color rule = new Color(accent.getRed(), accent.getGreen(), accent.getBlue(), 90);
            draft.y += look.px(UNREAD_ABOVE);
            float side = look.px(SIDE);
            float length = Math.max(0, (draft.width - width) / 2 - look.px(34));
            float top = draft.y + look.px(8);
            draft.fill(new Rectangle2D.Float(side, top, length, look.px(1)), rule);
            draft.fill(new Rectangle2D.Float(draft.width - side - length, top, length, look.px(1)), rule);
            draft.label(words, font, accent, (draft.width - width) / 2, draft.y + look.px(12.5f));
            draft.y += look.px(UNREAD_HEIGHT);
        }
    }

    private void line(Row row, RowDraft draft) {
        Look look = draft.look;
        Font font = look.plain(12);
        Color colour = look.colour(row instanceof Row.Gap ? "accent" : "muted");
        float icon = look.px(LINE_ICON + 6);
        float room = draft.width - 2 * look.px(SIDE) - icon;
        String words = look.clipped(wording.line(row), font, room);
        float width = look.width(words, font);
        float left = (draft.width - width - icon) / 2;
        draft.y += look.px(LINE_ABOVE);
        draft.icon("info", left, draft.y + look.px(2), LINE_ICON, colour);
        draft.label(words, font, colour, left + icon, draft.y + look.px(13));
        if (row instanceof Row.Gap gap) {
            draft.area(
                    left, draft.y, width + icon, look.px(LINE_HEIGHT), new Spot(Spot.Kind.GAP, "" + gap.fromSeq(), ""));
        }
        draft.y += look.px(LINE_HEIGHT);
    }
}
