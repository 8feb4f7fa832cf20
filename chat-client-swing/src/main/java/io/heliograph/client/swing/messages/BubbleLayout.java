package io.heliograph.client.swing.messages;

import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.emoji.EmojiText;
import io.heliograph.client.swing.text.FlowBuilder;
import io.heliograph.client.swing.text.StyledText;
import io.heliograph.client.swing.text.TextFlow;
import io.heliograph.client.swing.theme.Initials;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;

/**
 * Lays out a message: its bubble, what stands in it, and the avatar and reactions at its edge.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class BubbleLayout {
    private static final float GUTTER = 56;
    private static final float EDGE = 16;
    private static final float WIDEST = 560;
    private static final float NARROWEST = 240;
    private static final float SHARE = 0.72f;
    private static final float PAD = 12;
    private static final float PAD_Y = 8;
    private static final float RADIUS = 18;
    private static final float JOINED_RADIUS = 5;
    private static final float IN_GROUP = 2;
    private static final float BETWEEN_GROUPS = 12;
    private static final float NAME_HEIGHT = 18;
    private static final float META_LINE = 16;
    private static final float WARNING_HEIGHT = 18;
    private static final float AVATAR = 32;
    private static final float LINE = 20;
    private static final int MOST_JUMBO = 3;
    private static final int MOST_LINES = 25;
    private static final float REST_HEIGHT = 22;

    private final RowWording wording;
    private final EmojiText emoji;
    private final FlowBuilder flows;
    private final BubbleParts parts;
    private final ReactionLayout reactions;

    BubbleLayout(RowWording wording, MessageList.Parts shared) {
        this.wording = wording;
        this.emoji = shared.emoji();
        this.flows = new FlowBuilder(shared.emoji(), shared.pictures());
        this.parts = new BubbleParts(wording, flows);
        this.reactions = new ReactionLayout(wording, shared);
    }

    /** What is known of a bubble before its place is: sizes in pixels of the screen. */
    private record Plan(
            Row.Message row,
            TextFlow flow,
            boolean jumbo,
            boolean named,
            MetaLine meta,
            float innerWidth,
            float bubbleWidth,
            boolean metaBeside,
            boolean cut) {
        boolean own() {
            return row.entry().own();
        }
    }

    void layout(Row.Message row, RowDraft draft, FilePictures files, boolean mirrored) {
        Look look = draft.look;
        float gutter = look.px(GUTTER);
        float edge = look.px(EDGE);
        float free = Math.max(1, draft.width - gutter - edge);
        float most = Math.min(free, Math.max(look.px(NARROWEST), Math.min(look.px(WIDEST), free * SHARE)));
        Plan plan = plan(row, look, files, most - 2 * look.px(PAD));
        float width = plan.bubbleWidth();
        boolean right = plan.own() != mirrored;
        float left = right ? draft.width - width - (mirrored ? gutter : edge) : (mirrored ? edge : gutter);
        draft.y += look.px(row.joinsAbove() ? IN_GROUP : BETWEEN_GROUPS);
        float top = draft.y;
        float height = heightOf(plan, look, files);
        if (!plan.jumbo()) {
            Color colour = look.colour(plan.own() ? "outgoing" : "incoming");
            draft.fill(Shapes.rounded(left, top, width, height, corners(row, look, right)), colour);
        }
        draft.bubble(left, top, width, height);
        inside(plan, draft, files, left);
        draft.y = top + height;
        avatar(row, draft, mirrored);
        if (!row.entry().reactions().isEmpty()) {
            if (plan.jumbo()) {
                draft.y += draft.look.px(ReactionLayout.OVERLAP + 2); // no bubble to overlap, but the time
            }
            reactions.layout(row.entry(), draft, left, width, most);
        }
    }

    /** At a zoom of 1. */
    float estimate(Row.Message row, Look look, float width) {
        ShownEntry entry = row.entry();
        float zoom = look.px(1);
        float free = Math.max(1, width / zoom - GUTTER - EDGE);
        float inner = Math.min(free, Math.max(NARROWEST, Math.min(WIDEST, free * SHARE))) - 2 * PAD;
        String rough = wording.roughBody(entry);
        int all = rough.isEmpty() ? 0 : look.estimate().lines(rough, inner * zoom);
        int lines = row.whole() ? all : Math.min(all, MOST_LINES + 1);
        float height = (row.joinsAbove() ? IN_GROUP : BETWEEN_GROUPS) + 2 * PAD_Y + lines * LINE;
        height += isNamed(row) ? NAME_HEIGHT : 0;
        height += row.quote() == null ? 0 : BubbleParts.QUOTE_HEIGHT + BubbleParts.BELOW_PART;
        height += entry.file() == null ? 0 : BubbleParts.FILE_HEIGHT + BubbleParts.BELOW_PART;
        height += wording.warning(row).isEmpty() ? 0 : WARNING_HEIGHT;
        return height + (entry.reactions().isEmpty() ? 0 : ReactionLayout.BELOW);
    }

    private Plan plan(Row.Message row, Look look, FilePictures files, float inner) {
        ShownEntry entry = row.entry();
        StyledText body = wording.body(entry);
        boolean jumbo = isJumbo(row, body);
        TextFlow all = flows.build(body, look.flow(entry.own() && !jumbo, jumbo), inner);
        boolean cut = all.lineCount() > MOST_LINES && !row.whole() && entry.seq() > 0;
        TextFlow flow = cut ? all.firstLines(MOST_LINES) : all;
        MetaLine meta = new MetaLine(wording, row, look, jumbo);
        boolean named = isNamed(row) && !jumbo;
        float content = Math.max(flow.width(), meta.width());
        content = Math.max(content, named ? Math.min(inner, nameWidth(entry, look)) : 0);
        content = Math.max(content, Math.min(inner, partsWidth(row, files, look)));
        float below = cut
                ? look.width(wording.words().text("rest"), look.strong(13))
                : warningWidth(wording.warning(row), look);
        content = Math.max(content, Math.min(inner, below));
        float flowEnd = flow.lineCount() == 0 ? parts.fileEnd(entry, files, look) : flow.lastLineWidth();
        float last = below > 0 ? below : flowEnd;
        float beside = last + look.px(10) + meta.width();
        boolean metaBeside = !jumbo && beside <= inner;
        content = metaBeside ? Math.max(content, beside) : content;
        float width = content + 2 * look.px(PAD);
        return new Plan(row, flow, jumbo, named, meta, content, width, metaBeside, cut);
    }

    /** Of what stands above the text; 0 for nothing. */
    private float partsWidth(Row.Message row, FilePictures files, Look look) {
        FileInfo file = wording.shownFile(row.entry());
        float width = file == null ? 0 : parts.fileWidth(row.entry(), file, files, look);
        return row.quote() == null ? width : Math.max(width, parts.quoteWidth(row.quote(), look));
    }

    private static float warningWidth(String warning, Look look) {
        return warning.isEmpty() ? 0 : look.width(warning, look.plain(12)) + look.px(20);
    }

    private float nameWidth(ShownEntry entry, Look look) {
        return look.width(wording.author(entry), look.strong(12.5f));
    }

    private float heightOf(Plan plan, Look look, FilePictures files) {
        ShownEntry entry = plan.row().entry();
        float height = 2 * look.px(PAD_Y) + plan.flow().height();
        height += plan.named() ? look.px(NAME_HEIGHT) + parts.belowName(entry, files, look) : 0;
        height += plan.row().quote() == null ? 0 : look.px(BubbleParts.QUOTE_HEIGHT + BubbleParts.BELOW_PART);
        FileInfo file = wording.shownFile(entry);
        if (file != null) {
            height += parts.fileHeight(entry, files, plan.innerWidth(), look);
        }
        height += wording.warning(plan.row()).isEmpty() ? 0 : look.px(WARNING_HEIGHT);
        height += plan.cut() ? look.px(REST_HEIGHT) : 0;
        return height + (plan.metaBeside() ? 0 : look.px(META_LINE));
    }

    private void inside(Plan plan, RowDraft draft, FilePictures files, float left) {
        Look look = draft.look;
        ShownEntry entry = plan.row().entry();
        float textLeft = left + look.px(PAD);
        float y = draft.y + look.px(PAD_Y);
        if (plan.named()) {
            Font font = look.strong(12.5f);
            String name = look.clipped(wording.author(entry), font, plan.innerWidth());
            draft.label(name, font, look.person(entry.from(), "name"), textLeft, y + look.px(12));
            draft.area(
                    textLeft,
                    y,
                    look.width(name, font),
                    look.px(NAME_HEIGHT),
                    new Spot(Spot.Kind.PERSON, entry.from(), ""));
            y += look.px(NAME_HEIGHT) + parts.belowName(entry, files, look);
        }
        if (plan.row().quote() != null) {
            parts.quote(plan.row(), draft, left, y, plan.bubbleWidth());
            y += look.px(BubbleParts.QUOTE_HEIGHT + BubbleParts.BELOW_PART);
        }
        FileInfo file = wording.shownFile(entry);
        if (file != null) {
            parts.file(entry, file, files, draft, new BubbleParts.Slot(left, y, plan.innerWidth()));
            y += parts.fileHeight(entry, files, plan.innerWidth(), look);
        }
        body(plan, draft, textLeft, y);
    }

    private void body(Plan plan, RowDraft draft, float textLeft, float top) {
        Look look = draft.look;
        ShownEntry entry = plan.row().entry();
        float y = top;
        boolean onColour = plan.own() && !plan.jumbo();
        String foreground = onColour ? "onAccent" : "text";
        String aside = onColour ? "onAccent.muted" : "muted";
        draft.text(new PlacedText(
                plan.flow(),
                textLeft,
                y,
                plan.innerWidth(),
                look.colour(wording.isAside(entry) ? aside : foreground),
                look.colour(onColour ? "onAccent.selection" : "selection")));
        y += plan.flow().height();
        String warning = wording.warning(plan.row());
        if (!warning.isEmpty()) {
            parts.warning(warning, onColour, draft, textLeft, y, plan.innerWidth());
            y += look.px(WARNING_HEIGHT);
        }
        if (plan.cut()) {
            rest(entry, onColour, draft, textLeft, y);
            y += look.px(REST_HEIGHT);
        }
        y += plan.metaBeside() ? 0 : look.px(META_LINE);
        plan.meta().place(draft, textLeft + plan.innerWidth(), y + look.px(plan.jumbo() ? 2 : -1));
    }

    private void rest(ShownEntry entry, boolean onColour, RowDraft draft, float left, float top) {
        Look look = draft.look;
        Font font = look.strong(13);
        String words = wording.words().text("rest");
        draft.label(words, font, look.colour(onColour ? "onAccent" : "accent"), left, top + look.px(16));
        draft.area(
                left,
                top,
                look.width(words, font),
                look.px(REST_HEIGHT),
                new Spot(Spot.Kind.REST, "" + entry.seq(), words));
    }

    private void avatar(Row.Message row, RowDraft draft, boolean mirrored) {
        ShownEntry entry = row.entry();
        if (entry.own() || row.joinsBelow()) {
            return;
        }
        Look look = draft.look;
        float size = look.px(AVATAR);
        float left = mirrored ? draft.width - look.px(EDGE) - size : look.px(EDGE);
        float top = draft.y - size;
        String initials = Initials.of(wording.author(entry));
        Font font = look.strong(AVATAR * 0.36f);
        draft.fill(new Ellipse2D.Float(left, top, size, size), look.person(entry.from(), "avatar"));
        draft.label(
                initials,
                font,
                look.person(entry.from(), "name"),
                left + (size - look.width(initials, font)) / 2,
                top + size / 2 + look.px(4.2f));
        draft.area(left, top, size, size, new Spot(Spot.Kind.PERSON, entry.from(), wording.author(entry)));
    }

    private boolean isJumbo(Row.Message row, StyledText body) {
        ShownEntry entry = row.entry();
        if (wording.isAside(entry)
                || entry.file() != null
                || row.quote() != null
                || body.blocks().size() != 1) {
            return false;
        }
        int count = emoji.countIfAlone(body.plain());
        return count > 0 && count <= MOST_JUMBO && wording.warning(row).isEmpty();
    }

    private static boolean isNamed(Row.Message row) {
        return row.inRoom() && !row.entry().own() && !row.joinsAbove();
    }

    private static Shapes.Corners corners(Row.Message row, Look look, boolean right) {
        float round = look.px(RADIUS);
        float above = row.joinsAbove() ? look.px(JOINED_RADIUS) : round;
        float below = row.joinsBelow() ? look.px(JOINED_RADIUS) : round;
        return right ? new Shapes.Corners(round, above, below, round) : new Shapes.Corners(above, round, round, below);
    }
}
