package io.heliograph.client.swing.text;

import io.heliograph.client.swing.emoji.EmojiAttribute;
import io.heliograph.client.swing.emoji.EmojiPictures;
import io.heliograph.client.swing.emoji.EmojiText;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Breaks styled text into lines of a width.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
public final class FlowBuilder {
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private static final char REPLACED = '\uFFFC';
    /** Insets of a code block and of a quote, in parts of the height of a line. */
    private static final float CODE_INSET = 0.4f;

    private static final float QUOTE_INSET = 0.55f;
    private static final float BLOCK_GAP = 0.3f;

    private final EmojiText emoji;
    private final EmojiPictures pictures;

    public FlowBuilder(EmojiText emoji, EmojiPictures pictures) {
        this.emoji = emoji;
        this.pictures = pictures;
    }

    /** The text in lines of at most {@code maxWidth}, at least 1. */
    public TextFlow build(StyledText text, FlowStyle style, float maxWidth) {
        Draft draft = new Draft(style, maxWidth);
        for (TextBlock block : text.blocks()) {
            addBlock(block, draft);
        }
        return draft.finish(text.plain());
    }

    private void addBlock(TextBlock block, Draft draft) {
        boolean framed = block.kind() != TextBlock.Kind.TEXT;
        draft.beginBlock(block.kind());
        int shownFrom = draft.shown.length();
        List<Stretch> stretches = new ArrayList<>();
        for (StyledRun run : block.runs()) {
            addRun(run, draft, stretches);
        }
        String shown = draft.shown.substring(shownFrom);
        int from = 0;
        while (from <= shown.length()) {
            int feed = shown.indexOf('\n', from);
            int to = feed < 0 ? shown.length() : feed;
            draft.addParagraph(shown, from, to, shownFrom, stretches);
            from = to + 1;
        }
        draft.endBlock(block.kind(), framed);
    }

    private EmojiAttribute picture(String picture, float size) {
        return new EmojiAttribute(size, (g, x, y) -> pictures.paint(g, picture, x, y, size));
    }

    private void addRun(StyledRun run, Draft draft, List<Stretch> stretches) {
        String text = run.text();
        int begin = draft.shown.length();
        int plainFrom = draft.plainLength;
        int at = 0;
        for (EmojiText.Found found : run.style().code() ? List.<EmojiText.Found>of() : emoji.find(text)) {
            draft.addCharacters(text, at, found.start(), plainFrom);
            stretches.add(new Stretch(
                    draft.shown.length(),
                    draft.shown.length() + 1,
                    run.style(),
                    picture(found.picture(), draft.style.emojiSize())));
            draft.addReplaced(plainFrom + found.start());
            at = found.end();
        }
        draft.addCharacters(text, at, text.length(), plainFrom);
        draft.plainLength = plainFrom + text.length();
        stretches.add(0, new Stretch(begin, draft.shown.length(), run.style(), null));
        String link = run.style().link();
        if (link != null) {
            draft.links.add(new TextFlow.LinkSpan(plainFrom, draft.plainLength, link));
        }
    }

    /** A part of the displayed text of one look, or one emoji of it. */
    private record Stretch(
            int start, int end, RunStyle style, @Nullable EmojiAttribute emoji) {}

    /** What is being built. */
    private static final class Draft {
        final FlowStyle style;
        final float maxWidth;
        final StringBuilder shown = new StringBuilder();
        final List<Integer> plainOf = new ArrayList<>();
        final List<FlowLine> lines = new ArrayList<>();
        final List<TextFlow.Frame> frames = new ArrayList<>();
        final List<TextFlow.LinkSpan> links = new ArrayList<>();
        int plainLength;
        private float y;
        private float frameTop;
        private float inset;
        private boolean framed;

        Draft(FlowStyle style, float maxWidth) {
            this.style = style;
            this.maxWidth = Math.max(1, maxWidth);
        }

        void beginBlock(TextBlock.Kind kind) {
            if (!lines.isEmpty()) {
                shown.append('\n');
                plainOf.add(plainLength++);
                y += style.lineHeight() * BLOCK_GAP;
            }
            frameTop = y;
            framed = kind == TextBlock.Kind.CODE;
            inset = 0;
            if (kind == TextBlock.Kind.CODE) {
                inset = style.lineHeight() * CODE_INSET;
                y += inset;
            } else if (kind == TextBlock.Kind.QUOTE) {
                inset = style.lineHeight() * QUOTE_INSET;
            }
        }

        void endBlock(TextBlock.Kind kind, boolean framed) {
            y += kind == TextBlock.Kind.CODE ? inset : 0;
            if (framed) {
                frames.add(new TextFlow.Frame(kind, frameTop, y));
            }
        }

        void addCharacters(String text, int from, int to, int plainFrom) {
            for (int index = from; index < to; index++) {
                shown.append(text.charAt(index));
                plainOf.add(plainFrom + index);
            }
        }

        void addReplaced(int plainAt) {
            shown.append(REPLACED);
            plainOf.add(plainAt);
        }

        /** Lays out one line as typed: {@code text} from {@code from} to {@code to}. */
        void addParagraph(String text, int from, int to, int shownFrom, List<Stretch> stretches) {
            if (from == to) {
                lines.add(new FlowLine(null, inset, y, y, y + style.lineHeight(), shownFrom + from, shownFrom + to));
                y += style.lineHeight();
                return;
            }
            AttributedString attributed = new AttributedString(text.substring(from, to));
            for (Stretch stretch : stretches) {
                int start = Math.max(stretch.start() - shownFrom, from) - from;
                int end = Math.min(stretch.end() - shownFrom, to) - from;
                if (start < end) {
                    decorate(attributed, stretch, start, end);
                }
            }
            LineBreakMeasurer measurer = new LineBreakMeasurer(attributed.getIterator(), CONTEXT);
            float width = Math.max(1, maxWidth - 2 * inset);
            while (measurer.getPosition() < to - from) {
                int start = shownFrom + from + measurer.getPosition();
                TextLayout layout = measurer.nextLayout(width);
                addLine(layout, start, shownFrom + from + measurer.getPosition());
            }
        }

        private void addLine(TextLayout layout, int start, int end) {
            float tall = layout.getAscent() + layout.getDescent();
            float height = Math.max(style.lineHeight(), tall);
            float baseline = y + (height - tall) / 2 + layout.getAscent();
            lines.add(new FlowLine(layout, inset, y, baseline, y + height, start, end));
            y += height;
        }

        private void decorate(AttributedString text, Stretch stretch, int start, int end) {
            if (stretch.emoji() != null) {
                text.addAttribute(TextAttribute.CHAR_REPLACEMENT, stretch.emoji(), start, end);
                return;
            }
            RunStyle look = stretch.style();
            text.addAttribute(TextAttribute.FONT, style.font(look), start, end);
            if (look.code() && !framed) {
                text.addAttribute(TextAttribute.BACKGROUND, style.block(), start, end);
            }
            if (look.struck()) {
                text.addAttribute(TextAttribute.STRIKETHROUGH, TextAttribute.STRIKETHROUGH_ON, start, end);
            }
            if (look.link() != null) {
                text.addAttribute(TextAttribute.UNDERLINE, TextAttribute.UNDERLINE_ON, start, end);
                text.addAttribute(TextAttribute.FOREGROUND, style.link(), start, end);
            } else if (look.mention()) {
                text.addAttribute(TextAttribute.FOREGROUND, style.mention(), start, end);
            }
        }

        TextFlow finish(String plain) {
            int[] map = new int[plainOf.size() + 1];
            for (int index = 0; index < plainOf.size(); index++) {
                map[index] = plainOf.get(index);
            }
            map[plainOf.size()] = plain.length();
            return new TextFlow(plain, lines, map, frames, links, style);
        }
    }
}
