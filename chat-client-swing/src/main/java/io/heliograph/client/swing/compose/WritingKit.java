package io.heliograph.client.swing.compose;

import javax.swing.text.Element;
import javax.swing.text.IconView;
import javax.swing.text.LabelView;
import javax.swing.text.Segment;
import javax.swing.text.StyleConstants;
import javax.swing.text.StyledEditorKit;
import javax.swing.text.TabExpander;
import javax.swing.text.View;
import javax.swing.text.ViewFactory;

/** How what is written is drawn: emoji on the line of the text, and words that are too long broken. */
final class WritingKit extends StyledEditorKit {
    private static final long serialVersionUID = 1L;
    /** So much of an emoji is over the line that the text stands on. */
    private static final float OVER_LINE = 0.8f;

    @Override
    public ViewFactory getViewFactory() {
        ViewFactory usual = super.getViewFactory();
        return element -> {
            if (StyleConstants.getIcon(element.getAttributes()) != null) {
                return new EmojiView(element);
            }
            View made = usual.create(element);
            return made instanceof LabelView ? new BreakingView(element) : made;
        };
    }

    private static final class EmojiView extends IconView {
        EmojiView(Element element) {
            super(element);
        }

        @Override
        public float getAlignment(int axis) {
            return axis == Y_AXIS ? OVER_LINE : super.getAlignment(axis);
        }
    }

    /**
     * Breaks behind a space, else where the line is full. The usual view measures and searches all of a long text for
     * each of its lines.
     */
    private static final class BreakingView extends LabelView {
        /** Wider than any line. */
        private static final int LONG = 1_000;

        BreakingView(Element element) {
            super(element);
        }

        @Override
        public float getTabbedSpan(float x, TabExpander tabs) {
            int start = getStartOffset();
            return getEndOffset() - start > LONG ? getPartialSpan(start, start + LONG) : super.getTabbedSpan(x, tabs);
        }

        @Override
        public int getBreakWeight(int axis, float at, float length) {
            if (axis != X_AXIS) {
                return super.getBreakWeight(axis, at, length);
            }
            int start = getStartOffset();
            int end = fitting(start, at, length);
            return end == start
                    ? BadBreakWeight
                    : spaceBefore(start, end) > start ? ExcellentBreakWeight : GoodBreakWeight;
        }

        @Override
        public View breakView(int axis, int start, float at, float length) {
            if (axis != X_AXIS) {
                return this;
            }
            int end = fitting(start, at, length);
            int space = spaceBefore(start, end);
            int broken = space > start ? space : end;
            return start == getStartOffset() && broken == getEndOffset() ? this : createFragment(start, broken);
        }

        private int fitting(int start, float at, float length) {
            checkPainter();
            return getGlyphPainter().getBoundedPosition(this, start, at, length);
        }

        /** {@code end} itself where a space or the end of the text follows; below {@code start} for none. */
        private int spaceBefore(int start, int end) {
            if (end >= getEndOffset()) {
                return end;
            }
            Segment text = getText(start, end + 1);
            for (int index = text.count - 1; index >= 0; index--) {
                if (Character.isWhitespace(text.array[text.offset + index])) {
                    return Math.min(end, start + index + 1);
                }
            }
            return -1;
        }

        @Override
        public float getMinimumSpan(int axis) {
            return axis == X_AXIS ? 0 : super.getMinimumSpan(axis);
        }
    }
}
