package io.heliograph.client.swing.text;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.TextHitInfo;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A laid-out text. Places in it are counted in characters of {@link #plain}; an emoji is never split. Coordinates are
 * from its left top.
 *
 * <p>Immutable, but painted by the event thread only: its emoji are drawn when they are first seen.
 */
public final class TextFlow {
    private static final float BAR = 3;
    private static final float FRAME_ARC = 8;

    private final String plain;
    private final List<FlowLine> lines;
    private final int[] plainOf;
    private final List<Frame> frames;
    private final List<LinkSpan> links;
    private final FlowStyle style;
    private final float width;

    /** What stands behind a block. */
    record Frame(TextBlock.Kind kind, float top, float bottom) {}

    /** Where a press leads, from a character of the plain text to another. */
    record LinkSpan(int start, int end, String link) {}

    TextFlow(
            String plain,
            List<FlowLine> lines,
            int[] plainOf,
            List<Frame> frames,
            List<LinkSpan> links,
            FlowStyle style) {
        this.plain = plain;
        this.lines = List.copyOf(lines);
        this.plainOf = plainOf;
        this.frames = List.copyOf(frames);
        this.links = List.copyOf(links);
        this.style = style;
        float widest = 0;
        for (FlowLine line : lines) {
            widest = Math.max(widest, line.width() + 2 * line.left());
        }
        this.width = widest;
    }

    /** The characters as they are copied. */
    public String plain() {
        return plain;
    }

    public float width() {
        return width;
    }

    public float height() {
        return lines.isEmpty()
                ? 0
                : Math.max(
                        lastLine().bottom(), frames.isEmpty() ? 0 : lastFrame().bottom());
    }

    /** Where the last line ends; infinite if nothing can stand beside it: after a frame, or right-to-left text. */
    public float lastLineWidth() {
        if (lines.isEmpty()) {
            return 0;
        }
        boolean framed = !frames.isEmpty() && lastFrame().bottom() >= lastLine().bottom();
        TextLayout last = lastLine().layout();
        boolean taken = framed || (last != null && !last.isLeftToRight());
        return taken ? Float.POSITIVE_INFINITY : lastLine().left() + lastLine().width();
    }

    public int lineCount() {
        return lines.size();
    }

    /** The same without what stands behind its first {@code count} lines; its characters stay. */
    public TextFlow firstLines(int count) {
        if (count >= lines.size()) {
            return this;
        }
        List<FlowLine> kept = lines.subList(0, count);
        float end = kept.get(count - 1).bottom();
        List<Frame> inside = frames.stream()
                .filter(frame -> frame.top() < end)
                .map(frame -> new Frame(frame.kind(), frame.top(), Math.min(frame.bottom(), end)))
                .toList();
        return new TextFlow(plain, kept, plainOf, inside, links, style);
    }

    /** Paints the text with its left top at the given place; {@code boxWidth} is where right-to-left lines end. */
    public void paint(Graphics2D graphics, float left, float top, float boxWidth) {
        Color foreground = graphics.getColor();
        for (Frame frame : frames) {
            boolean code = frame.kind() == TextBlock.Kind.CODE;
            graphics.setColor(code ? style.block() : style.link());
            float height = frame.bottom() - frame.top();
            graphics.fill(new RoundRectangle2D.Float(
                    left,
                    top + frame.top(),
                    code ? boxWidth : BAR,
                    height,
                    code ? FRAME_ARC : BAR,
                    code ? FRAME_ARC : BAR));
        }
        graphics.setColor(foreground);
        for (FlowLine line : lines) {
            if (line.layout() != null) {
                line.layout().draw(graphics, left + leftOf(line, boxWidth), top + line.baseline());
            }
        }
    }

    /** What to fill behind the characters from {@code from} to {@code to}. */
    public void paintSelection(Graphics2D graphics, float left, float top, float boxWidth, int from, int to) {
        int shownFrom = shown(from);
        int shownTo = shown(to);
        for (FlowLine line : lines) {
            int start = Math.max(shownFrom, line.start()) - line.start();
            int end = Math.min(shownTo, line.end()) - line.start();
            if (line.layout() != null && start < end) {
                float height = line.bottom() - line.top();
                Rectangle2D within = new Rectangle2D.Float(
                        0, line.top() - line.baseline(), line.layout().getAdvance(), height);
                Shape shape = line.layout().getLogicalHighlightShape(start, end, within);
                graphics.fill(AffineTransform.getTranslateInstance(left + leftOf(line, boxWidth), top + line.baseline())
                        .createTransformedShape(shape));
            }
        }
    }

    /** The place nearest to a point, from 0 to the length of the plain text. */
    public int placeAt(float x, float y, float boxWidth) {
        if (lines.isEmpty()) {
            return 0;
        }
        FlowLine line = lineAt(y);
        TextLayout layout = line.layout();
        if (layout == null) {
            return plainOf[line.start()];
        }
        TextHitInfo hit = layout.hitTestChar(x - leftOf(line, boxWidth), y - line.baseline());
        return plainOf[line.start() + Math.min(hit.getInsertionIndex(), layout.getCharacterCount())];
    }

    /** Where the text under a point leads; null for nowhere. */
    public @Nullable String linkAt(float x, float y, float boxWidth) {
        if (links.isEmpty() || !isOnText(x, y, boxWidth)) {
            return null;
        }
        FlowLine line = lineAt(y);
        TextLayout layout = line.layout();
        if (layout == null) {
            return null;
        }
        int index = layout.hitTestChar(x - leftOf(line, boxWidth), y - line.baseline())
                .getCharIndex();
        int place = plainOf[Math.max(0, Math.min(line.start() + index, plainOf.length - 1))];
        return links.stream()
                .filter(span -> place >= span.start() && place < span.end())
                .map(LinkSpan::link)
                .findFirst()
                .orElse(null);
    }

    /** Whether there is a line of text under a point. */
    public boolean isOnText(float x, float y, float boxWidth) {
        if (lines.isEmpty() || y < 0 || y >= height()) {
            return false;
        }
        float from = leftOf(lineAt(y), boxWidth);
        return x >= from && x < from + lineAt(y).width();
    }

    private float leftOf(FlowLine line, float boxWidth) {
        boolean rightToLeft = line.layout() != null && !line.layout().isLeftToRight();
        return rightToLeft ? Math.max(line.left(), boxWidth - line.left() - line.width()) : line.left();
    }

    private FlowLine lineAt(float y) {
        for (FlowLine line : lines) {
            if (y < line.bottom()) {
                return line;
            }
        }
        return lastLine();
    }

    private FlowLine lastLine() {
        return lines.get(lines.size() - 1);
    }

    private Frame lastFrame() {
        return frames.get(frames.size() - 1);
    }

    private int shown(int place) {
        int found = Arrays.binarySearch(plainOf, place);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }
}
