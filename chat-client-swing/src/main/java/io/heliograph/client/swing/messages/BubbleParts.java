package io.heliograph.client.swing.messages;

import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.text.FlowBuilder;
import io.heliograph.client.swing.text.FlowStyle;
import io.heliograph.client.swing.text.RunStyle;
import io.heliograph.client.swing.text.StyledText;
import io.heliograph.client.swing.text.TextFlow;
import io.heliograph.common.text.SafeText;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.TexturePaint;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * What a bubble holds beside its text: a quote, a file or picture, a warning.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class BubbleParts {
    static final float QUOTE_HEIGHT = 40;
    static final float FILE_HEIGHT = 44;
    static final float BELOW_PART = 6;

    private static final float QUOTE_INSET = 10;
    private static final float QUOTE_MOST = 320;
    private static final float PICTURE_INSET = 4;
    private static final float PICTURE_WIDEST = 320;
    private static final float PICTURE_HIGHEST = 240;
    private static final float PICTURE_RADIUS = 12;
    private static final float CIRCLE = 40;
    private static final float FILE_MOST = 320;
    private static final float ANY_WIDTH = 100_000;

    private final RowWording wording;
    private final FlowBuilder flows;

    BubbleParts(RowWording wording, FlowBuilder flows) {
        this.wording = wording;
        this.flows = flows;
    }

    /** Where a part goes: the left of the bubble, the top of the part, and the width inside of the padding. */
    record Slot(float bubbleLeft, float top, float innerWidth) {}

    float quoteWidth(Row.Quote quote, Look look) {
        float text = look.width(wording.excerpt(quote.original()), look.plain(12));
        return Math.min(look.px(QUOTE_MOST), Math.max(look.px(120), text + look.px(QUOTE_INSET + 10)));
    }

    void quote(Row.Message row, RowDraft draft, float bubbleLeft, float top, float bubbleWidth) {
        Look look = draft.look;
        Row.Quote quote = row.quote();
        if (quote == null) {
            return;
        }
        boolean own = row.entry().own();
        float left = bubbleLeft + look.px(QUOTE_INSET);
        float width = bubbleWidth - 2 * look.px(QUOTE_INSET);
        float height = look.px(QUOTE_HEIGHT);
        Color accent = look.colour(own ? "onAccent" : "accent");
        Shape box = Shapes.rounded(left, top, width, height, look.px(5));
        draft.fill(box, look.colour(own ? "onAccent.faint" : "quote"));
        draft.fill(Shapes.pill(left, top, look.px(3), height), accent);
        ShownEntry original = quote.original();
        float textLeft = left + look.px(11);
        float room = width - look.px(20);
        if (original != null) {
            Font font = look.strong(12);
            String who = original.own() ? wording.words().text("you") : wording.author(original);
            draft.label(look.clipped(who, font, room), font, accent, textLeft, top + look.px(16));
        }
        Font font = look.plain(12);
        Color colour = look.colour(own ? "onAccent.muted" : "muted");
        String excerpt = look.clipped(wording.excerpt(original), font, room);
        FlowStyle style =
                new FlowStyle(font, font, font, look.px(16), look.px(15), colour, colour, look.colour("code"));
        TextFlow flow = flows.build(StyledText.of(excerpt, RunStyle.PLAIN), style, ANY_WIDTH);
        float textTop = top + look.px(original == null ? 12 : 20);
        draft.piece(graphics -> {
            graphics.setColor(colour);
            flow.paint(graphics, textLeft, textTop, room);
        });
        draft.area(left, top, width, height, new Spot(Spot.Kind.QUOTE, "" + quote.seq(), ""));
    }

    float fileWidth(ShownEntry entry, FileInfo file, FilePictures files, Look look) {
        BufferedImage picture = files.thumbnail(entry);
        if (picture != null) {
            return pictureSize(picture, look, look.px(PICTURE_WIDEST))[0] - 2 * look.px(8);
        }
        if (files.progress(entry).isMoving()) {
            return look.px(FILE_MOST); // what it says changes, its width does not
        }
        float name = look.width(SafeText.line(file.name()), look.strong(13.5f));
        float state = look.width(stateOf(entry, file, files), look.plain(12));
        return Math.min(look.px(FILE_MOST), Math.max(name, state) + look.px(CIRCLE + 18));
    }

    /** How far the lower line of a card goes; the whole way for a picture, while a bar stands there, or for no file. */
    float fileEnd(ShownEntry entry, FilePictures files, Look look) {
        FileInfo file = wording.shownFile(entry);
        boolean rests = files.thumbnail(entry) == null && !files.progress(entry).isMoving();
        return file != null && rests ? fileWidth(entry, file, files, look) - look.px(8) : Float.POSITIVE_INFINITY;
    }

    /** A picture reaches up into the padding: a name over it stands further away. */
    float belowName(ShownEntry entry, FilePictures files, Look look) {
        boolean picture = wording.shownFile(entry) != null && files.thumbnail(entry) != null;
        return picture ? look.px(PICTURE_INSET + 3) : 0;
    }

    float fileHeight(ShownEntry entry, FilePictures files, float innerWidth, Look look) {
        BufferedImage picture = files.thumbnail(entry);
        float below = look.px(BELOW_PART);
        if (picture == null) {
            return look.px(FILE_HEIGHT) + below;
        }
        return pictureSize(picture, look, innerWidth + 2 * look.px(8))[1] + below;
    }

    void file(ShownEntry entry, FileInfo file, FilePictures files, RowDraft draft, Slot slot) {
        BufferedImage picture = files.thumbnail(entry);
        if (picture != null) {
            picture(picture, file, draft, slot);
            onPicture(files.progress(entry), picture, draft, slot);
        } else {
            card(entry, file, files, draft, slot);
        }
    }

    void warning(String words, boolean onColour, RowDraft draft, float left, float top, float width) {
        Look look = draft.look;
        Color colour = look.colour(onColour ? "onAccent" : "warning");
        Font font = look.plain(12);
        draft.icon("triangle-alert", left, top + look.px(3), 13, colour);
        String shown = look.clipped(words, font, width - look.px(20));
        draft.label(shown, font, colour, left + look.px(18), top + look.px(14));
        draft.area(left, top, width, look.px(18), new Spot(Spot.Kind.NOTE, "", words));
    }

    private void picture(BufferedImage picture, FileInfo file, RowDraft draft, Slot slot) {
        Look look = draft.look;
        float inset = look.px(PICTURE_INSET);
        float[] size = pictureSize(picture, look, slot.innerWidth() + 2 * look.px(8));
        float left = slot.bubbleLeft() + inset;
        float top = slot.top() - inset;
        Shape shape = Shapes.rounded(left, top, size[0], size[1], look.px(PICTURE_RADIUS));
        // A texture, because a clip of this shape would have ragged edges.
        TexturePaint paint = new TexturePaint(picture, new Rectangle2D.Float(left, top, size[0], size[1]));
        draft.piece(graphics -> {
            graphics.setPaint(paint);
            graphics.fill(shape);
        });
        draft.area(left, top, size[0], size[1], new Spot(Spot.Kind.FILE, "", SafeText.line(file.name())));
    }

    private void card(ShownEntry entry, FileInfo file, FilePictures files, RowDraft draft, Slot slot) {
        boolean own = entry.own();
        Look look = draft.look;
        float left = slot.bubbleLeft() + look.px(12);
        float circle = look.px(CIRCLE);
        float top = slot.top() + look.px(2);
        Color ink = look.colour(own ? "onAccent" : "accent");
        draft.fill(
                new Ellipse2D.Float(left, top, circle, circle), look.colour(own ? "onAccent.faint" : "quote.strong"));
        FilePictures.Progress progress = files.progress(entry);
        draft.icon(progress.icon(), left + look.px(11), top + look.px(11), 18, ink);
        if (progress.isMoving()) {
            arc(progress.part(), ink, draft, left, top);
        }
        float textLeft = left + circle + look.px(10);
        float room = slot.innerWidth() - circle - look.px(10);
        if (progress.isMoving()) {
            float bar = look.px(3);
            float y = top + look.px(39);
            draft.fill(Shapes.pill(textLeft, y, room, bar), look.colour(own ? "onAccent.faint" : "quote.strong"));
            draft.fill(Shapes.pill(textLeft, y, Math.max(bar, room * progress.part()), bar), ink);
        }
        Font strong = look.strong(13.5f);
        Font plain = look.plain(12);
        Color foreground = look.colour(own ? "onAccent" : "text");
        String name = look.clipped(SafeText.line(file.name()), strong, room);
        draft.label(name, strong, foreground, textLeft, top + look.px(16));
        draft.label(
                look.clipped(stateOf(entry, file, files), plain, room),
                plain,
                look.colour(own ? "onAccent.muted" : "muted"),
                textLeft,
                top + look.px(33));
        draft.area(
                left,
                slot.top(),
                slot.innerWidth(),
                look.px(FILE_HEIGHT),
                new Spot(Spot.Kind.FILE, "", SafeText.line(file.name())));
    }

    /** How far a picture has come that is on its way, over the picture. */
    private static void onPicture(FilePictures.Progress progress, BufferedImage picture, RowDraft draft, Slot slot) {
        if (!progress.isMoving()) {
            return;
        }
        Look look = draft.look;
        float[] size = pictureSize(picture, look, slot.innerWidth() + 2 * look.px(8));
        float circle = look.px(CIRCLE);
        float left = slot.bubbleLeft() + look.px(PICTURE_INSET) + (size[0] - circle) / 2;
        float top = slot.top() - look.px(PICTURE_INSET) + (size[1] - circle) / 2;
        Color ink = look.colour("overlay.ink");
        draft.fill(new Ellipse2D.Float(left, top, circle, circle), look.colour("overlay"));
        draft.icon(progress.icon(), left + look.px(11), top + look.px(11), 18, ink);
        arc(progress.part(), ink, draft, left, top);
        Font font = look.plain(11);
        float most = size[0] - look.px(28);
        String words = look.clipped(progress.words(), font, most);
        float width = Math.min(most, look.width(words, font));
        float pill = look.px(20);
        float pillLeft = slot.bubbleLeft() + look.px(PICTURE_INSET + 6);
        float pillTop = slot.top() - look.px(PICTURE_INSET) + size[1] - pill - look.px(6);
        if (pillTop > top + circle) {
            draft.fill(Shapes.pill(pillLeft, pillTop, width + look.px(16), pill), look.colour("overlay"));
            draft.label(words, font, ink, pillLeft + look.px(8), pillTop + look.px(14));
        }
    }

    private static void arc(float part, Color ink, RowDraft draft, float left, float top) {
        Look look = draft.look;
        BasicStroke pen = new BasicStroke(look.px(2.5f), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        float in = look.px(2);
        float side = look.px(CIRCLE) - 2 * in;
        Shape arc = new Arc2D.Float(left + in, top + in, side, side, 90, -360 * part, Arc2D.OPEN);
        draft.piece(graphics -> {
            graphics.setColor(ink);
            graphics.setStroke(pen);
            graphics.draw(arc);
        });
    }

    private static String stateOf(ShownEntry entry, FileInfo file, FilePictures files) {
        String words = files.progress(entry).words();
        String size = file.sizeBytes() == 0 ? "" : SizeWords.of(file.sizeBytes());
        return words.isEmpty() || size.isEmpty() ? size + words : size + " · " + words;
    }

    /** Width and height, never larger than the picture's own, nor wider than {@code mostWidth}. */
    private static float[] pictureSize(BufferedImage picture, Look look, float mostWidth) {
        float width = look.px(picture.getWidth());
        float height = look.px(picture.getHeight());
        float most = Math.min(mostWidth, look.px(PICTURE_WIDEST));
        float scale = Math.min(1, Math.min(most / width, look.px(PICTURE_HIGHEST) / height));
        return new float[] {Math.max(1, width * scale), Math.max(1, height * scale)};
    }
}
