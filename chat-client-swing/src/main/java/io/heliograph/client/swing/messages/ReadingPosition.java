package io.heliograph.client.swing.messages;

import java.util.function.IntUnaryOperator;

/**
 * Keeps what the user reads where it stands while rows come, go and get their exact heights. A row that was on the
 * screen stays there at its place; a view that stood at the end stays at the end.
 *
 * <p>Pure geometry in pixels: rows are measured by the given function. Not thread-safe; owned by the event thread.
 */
final class ReadingPosition {
    /** Nearer than this to the end is at the end: a user does not aim at the last pixel. */
    private static final int END_SLACK_PX = 24;

    private static final int MOST_PASSES = 4;

    private final RowHeights heights;
    private final IntUnaryOperator measure;
    private int anchorRow = -1;
    /** Of the anchor's bottom below the view's top: dividers come and go above a row. */
    private long anchorBottom;

    private boolean atEnd = true;
    private long viewTop;
    private int viewHeight;

    ReadingPosition(RowHeights heights, IntUnaryOperator measure) {
        this.heights = heights;
        this.measure = measure;
    }

    /** Where the view's top is to be. */
    long viewTop() {
        return viewTop;
    }

    boolean isAtEnd() {
        return atEnd;
    }

    /** The user has scrolled; every row in the view has its exact height afterwards. */
    void scrollTo(long top, int height) {
        viewHeight = height;
        viewTop = clamp(top);
        atEnd = viewTop >= heights.total() - viewHeight - END_SLACK_PX;
        chooseAnchor();
        settle();
    }

    /** The view has another height, or heights are estimates again; nothing moves but what has to. */
    void resize(int height) {
        viewHeight = height;
        settle();
    }

    void scrollToEnd() {
        atEnd = true;
        settle();
    }

    /** The row's top goes to {@code fromTop} below the view's top, as far as there are rows. */
    void scrollToRow(int row, int fromTop) {
        measureRow(row);
        anchorRow = row;
        anchorBottom = (long) fromTop + heights.height(row);
        atEnd = false;
        settle();
        atEnd = viewTop >= heights.total() - viewHeight;
    }

    /** Rows were spliced, and the heights have been already. */
    void splice(int index, int removed, int added) {
        if (anchorRow >= index + removed) {
            anchorRow += added - removed;
        } else if (anchorRow >= index) {
            anchorRow = Math.min(index, heights.count() - 1);
        }
        settle();
    }

    /** Measures what is in the view until nothing moves any more. */
    private void settle() {
        if (heights.count() == 0 || viewHeight <= 0) {
            viewTop = 0;
            return;
        }
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            place();
            if (!measureVisible()) {
                break;
            }
        }
        place();
        chooseAnchor();
    }

    private void place() {
        if (atEnd || anchorRow < 0 || anchorRow >= heights.count()) {
            viewTop = clamp(heights.total() - viewHeight);
        } else {
            viewTop = clamp(heights.top(anchorRow + 1) - anchorBottom);
        }
    }

    private boolean measureVisible() {
        boolean moved = false;
        long end = viewTop + viewHeight;
        int first = heights.rowAt(viewTop);
        long bottom = heights.top(first);
        for (int row = first; row < heights.count() && bottom < end; row++) {
            moved |= measureRow(row);
            bottom += heights.height(row);
        }
        return moved;
    }

    private boolean measureRow(int row) {
        if (heights.isExact(row)) {
            return false;
        }
        int before = heights.height(row);
        heights.measure(row, measure.applyAsInt(row));
        return heights.height(row) != before;
    }

    /** The first row in the view with an exact height: it has been seen where it is, so it is the one to keep. */
    private void chooseAnchor() {
        if (heights.count() == 0) {
            anchorRow = -1;
            return;
        }
        int first = heights.rowAt(viewTop);
        long top = heights.top(first);
        anchorRow = first;
        anchorBottom = top + heights.height(first) - viewTop;
        for (int row = first; row < heights.count() && top < viewTop + viewHeight; row++) {
            if (heights.isExact(row)) {
                anchorRow = row;
                anchorBottom = top + heights.height(row) - viewTop;
                return;
            }
            top += heights.height(row);
        }
    }

    private long clamp(long top) {
        return Math.max(0, Math.min(top, heights.total() - viewHeight));
    }
}
