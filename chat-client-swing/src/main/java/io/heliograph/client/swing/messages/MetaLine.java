package io.heliograph.client.swing.messages;

import io.heliograph.client.core.MessageState;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;

/**
 * The time of a message, whether it was edited, and for an own one how far it has come.
 *
 * <p>Immutable.
 */
final class MetaLine {
    private static final float TICKS = 19;
    private static final float TICK_PEN = 1.5f;
    private static final float HEIGHT = 14;

    private final Row.Message row;
    private final RowWording wording;
    private final Look look;
    private final Font font;
    private final String words;
    private final float textWidth;
    private final boolean onColour;

    MetaLine(RowWording wording, Row.Message row, Look look, boolean bare) {
        this.row = row;
        this.wording = wording;
        this.look = look;
        this.font = look.plain(11);
        boolean edited = row.entry().edited() && !row.entry().deleted();
        String time = wording.words().time(row.entry().timeMs());
        this.words = edited ? wording.words().text("edited") + " " + time : time;
        this.textWidth = look.width(words, font);
        this.onColour = row.entry().own() && !bare;
    }

    float width() {
        return textWidth + (row.delivery() == null ? 0 : look.px(TICKS));
    }

    /** With its right end and its baseline there. */
    void place(RowDraft draft, float right, float baseline) {
        Color colour = look.colour(onColour ? "onAccent.muted" : "muted");
        float left = right - width();
        draft.label(words, font, colour, left, baseline);
        String tip = wording.words().dayAndTime(row.entry().timeMs());
        Delivery delivery = row.delivery();
        if (delivery != null) {
            state(delivery, draft, right - look.px(TICKS - 5), baseline, colour);
            tip = tip + ", " + wording.delivery(delivery);
        }
        boolean edited = row.entry().edited() && !row.entry().deleted();
        boolean sent = delivery != null && row.entry().seq() > 0;
        Spot spot = new Spot(edited || sent ? Spot.Kind.DETAILS : Spot.Kind.NOTE, "", tip);
        draft.area(left, baseline - look.px(HEIGHT - 3), width(), look.px(HEIGHT), spot);
    }

    private void state(Delivery delivery, RowDraft draft, float left, float baseline, Color colour) {
        MessageState state = delivery.shown();
        float top = baseline - look.px(7.5f);
        switch (state) {
            case QUEUED, SENT -> {
                float size = look.px(9);
                draft.stroke(
                        new Ellipse2D.Float(left + look.px(3), top - look.px(1), size, size), colour, look.px(1.2f));
                draft.stroke(
                        Shapes.clockHands(left + look.px(3) + size / 2, top - look.px(1) + size / 2, size / 2),
                        colour,
                        look.px(1.2f));
            }
            case FAILED ->
                draft.icon("circle-alert", left, top - look.px(3), 13, look.colour(onColour ? "onAccent" : "danger"));
            default -> {
                boolean read = state == MessageState.READ;
                Color ink = read ? look.colour(onColour ? "ticks.read" : "accent") : colour;
                draft.stroke(Shapes.ticks(left, top, look.px(1), state != MessageState.STORED), ink, look.px(TICK_PEN));
            }
        }
    }
}
