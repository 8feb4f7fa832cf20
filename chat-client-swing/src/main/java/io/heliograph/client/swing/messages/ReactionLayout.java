package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.emoji.EmojiPictures;
import io.heliograph.client.swing.emoji.EmojiText;
import io.heliograph.common.text.SafeText;
import java.awt.Font;
import java.util.List;
import java.util.function.Supplier;

/**
 * Lays out the reactions to a message: pills that overlap the lower edge of the bubble.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class ReactionLayout {
    /** How much the row grows by one line of them, at a zoom of 1. */
    static final float BELOW = 18;

    static final float OVERLAP = 6;
    private static final float HEIGHT = 22;
    private static final float RING = 2;
    private static final float STEP = 4;
    private static final float EMOJI = 15;
    private static final int LONGEST_CHARS = 24;

    private final RowWording wording;
    private final EmojiText emoji;
    private final EmojiPictures pictures;
    private final Supplier<String> reader;

    ReactionLayout(RowWording wording, MessageList.Parts shared) {
        this.wording = wording;
        this.emoji = shared.emoji();
        this.pictures = shared.pictures();
        this.reader = shared.reader();
    }

    void layout(ShownEntry entry, RowDraft draft, float bubbleLeft, float bubbleWidth, float mostWidth) {
        Look look = draft.look;
        float left = bubbleLeft + look.px(10);
        float end = bubbleLeft + Math.max(bubbleWidth, mostWidth) - look.px(10);
        if (entry.own()) {
            float all = 0;
            for (ShownEntry.Reaction reaction : entry.reactions()) {
                all += width(reaction, look) + look.px(STEP);
            }
            left = Math.max(look.px(10), bubbleLeft + bubbleWidth - look.px(6) - all);
            end = bubbleLeft + bubbleWidth;
        }
        float x = left;
        float y = draft.y - look.px(OVERLAP);
        for (ShownEntry.Reaction reaction : entry.reactions()) {
            float width = width(reaction, look);
            if (x > left && x + width > end) {
                x = left;
                y += look.px(HEIGHT + RING);
            }
            pill(reaction, draft, x, y, width);
            x += width + look.px(STEP);
        }
        draft.y = y + look.px(OVERLAP + BELOW);
    }

    private void pill(ShownEntry.Reaction reaction, RowDraft draft, float x, float y, float width) {
        Look look = draft.look;
        float ring = look.px(RING);
        float height = look.px(HEIGHT);
        draft.fill(Shapes.pill(x - ring, y - ring, width + 2 * ring, height + 2 * ring), look.colour("chat"));
        boolean own = reaction.names().contains(reader.get());
        draft.fill(Shapes.pill(x, y, width, height), look.colour(own ? "pill.own" : "pill"));
        List<EmojiText.Found> found = emoji.find(reaction.emoji());
        float at = x + look.px(8);
        if (found.isEmpty()) {
            Font font = look.plain(12);
            String shown = shown(reaction);
            draft.label(shown, font, look.colour("muted"), at, y + look.px(15.5f));
            at += look.width(shown, font);
        } else {
            float size = look.px(EMOJI);
            float emojiLeft = at;
            String picture = found.get(0).picture();
            draft.piece(graphics -> pictures.paint(graphics, picture, emojiLeft, y + (height - size) / 2, size));
            at += size;
        }
        String count = "" + reaction.names().size();
        draft.label(count, look.strong(11), look.colour(own ? "accent" : "muted"), at + look.px(5), y + look.px(15));
        draft.area(x, y, width, height, new Spot(Spot.Kind.REACTION, reaction.emoji(), wording.reaction(reaction)));
    }

    private float width(ShownEntry.Reaction reaction, Look look) {
        float sign =
                emoji.find(reaction.emoji()).isEmpty() ? look.width(shown(reaction), look.plain(12)) : look.px(EMOJI);
        return sign + look.width("" + reaction.names().size(), look.strong(11)) + look.px(22);
    }

    private static String shown(ShownEntry.Reaction reaction) {
        return SafeText.excerpt(reaction.emoji(), LONGEST_CHARS);
    }
}
