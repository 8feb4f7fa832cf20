package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ShownEntry;
import java.awt.Dimension;
import java.awt.Point;
import java.util.List;
import javax.swing.JViewport;

/**
 * Moves the viewport over the list: tells the reading position what the user did, and the viewport what follows.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class ListView {
    private final MessageList list;
    private final LaidOutRows rows;
    private final List<MessageListListener> listeners;
    private final ReadingPosition position;
    private boolean moving;
    private boolean live = true;
    private int extent;
    private int newBelow;
    /** To be scrolled to as soon as there is a height. */
    private int wantedRow = -1;

    private long askedBefore = -1;
    private long seen;

    ListView(MessageList list, LaidOutRows rows, List<MessageListListener> listeners) {
        this.list = list;
        this.rows = rows;
        this.listeners = listeners;
        this.position = new ReadingPosition(rows.heights(), rows::measure);
    }

    /** While it is not, nobody hears of what would be in view; what is new then is told when it is again. */
    void setLive(boolean next) {
        live = next;
        seen = 0;
        askedBefore = -1;
        if (live) {
            refresh();
        }
    }

    boolean isAtEnd() {
        return position.isAtEnd();
    }

    int newBelow() {
        return newBelow;
    }

    /** The viewport or its size has changed. */
    void viewportChanged(JViewport viewport) {
        if (moving || viewport.getWidth() <= 0) {
            return;
        }
        Dimension size = viewport.getExtentSize();
        int top = viewport.getViewPosition().y;
        boolean anotherWidth = size.width != Math.round(rows.width());
        if (anotherWidth) {
            rows.reset(list.look(), size.width, !list.getComponentOrientation().isLeftToRight());
        }
        if (anotherWidth || size.height != extent) {
            extent = size.height;
            position.resize(extent);
            if (wantedRow >= 0 && wantedRow < list.model().size()) {
                position.scrollToRow(wantedRow, extent / 4);
            }
            wantedRow = -1;
        } else if (top != position.viewTop()) {
            position.scrollTo(top, extent);
        }
        apply();
    }

    /** Some rows look otherwise. */
    void refresh() {
        position.resize(extent);
        apply();
    }

    void spliced(int index, int removed, int added) {
        rows.splice(index, removed, added);
        boolean below = index + added == list.model().size() && removed == 0;
        position.splice(index, removed, added);
        if (below && !position.isAtEnd()) {
            for (int row = index; row < index + added; row++) {
                ShownEntry entry = list.entry(row);
                newBelow += entry != null && !entry.own() ? 1 : 0;
            }
        }
        apply();
    }

    void scrollToEnd() {
        position.scrollToEnd();
        apply();
    }

    void scrollToRow(int index) {
        if (extent <= 0) {
            wantedRow = index;
            return;
        }
        position.scrollToRow(index, extent / 4);
        apply();
    }

    /** The top of a row comes to stand so far below the top of the view. */
    void scrollToRow(int index, int belowTop) {
        position.scrollToRow(index, belowTop);
        apply();
    }

    /** How far below the top of the view a row begins; below 0 if it begins above. */
    int topInView(int index) {
        return (int) (rows.heights().top(index) - position.viewTop());
    }

    /** Moves as little as shows the whole row. */
    void reveal(int index) {
        rows.layout(index);
        long top = rows.heights().top(index);
        long bottom = top + rows.measure(index);
        if (top < position.viewTop()) {
            position.scrollToRow(index, 0);
        } else if (bottom > position.viewTop() + extent) {
            position.scrollToRow(index, Math.max(0, extent - rows.measure(index)));
        }
        apply();
    }

    /** Moves by pixels, down if positive. */
    void scrollBy(int pixels) {
        position.scrollTo(position.viewTop() + pixels, extent);
        apply();
    }

    int extent() {
        return extent;
    }

    /** The row at a height of the list; -1 for none. */
    int rowAt(int y) {
        int inside = y - origin();
        return rows.heights().rowAt(Math.max(0, inside));
    }

    /** Where a row begins in the list. */
    int topOf(int index) {
        return origin() + (int) rows.heights().top(index);
    }

    int firstVisible() {
        return rows.heights().rowAt(position.viewTop());
    }

    int lastVisible() {
        return rows.heights().rowAt(position.viewTop() + Math.max(0, extent - 1));
    }

    /** A short conversation stands at the bottom, where the next message will. */
    private int origin() {
        return (int) Math.max(0, list.getHeight() - rows.heights().total());
    }

    private void apply() {
        if (list.getParent() instanceof JViewport viewport && extent > 0) {
            moving = true;
            try {
                int height = (int) Math.max(extent, rows.heights().total());
                if (list.getHeight() != height || list.getWidth() != viewport.getWidth()) {
                    list.setSize(viewport.getWidth(), height);
                    list.revalidate();
                }
                viewport.setViewPosition(new Point(0, (int) position.viewTop()));
            } finally {
                moving = false;
            }
            list.repaint();
            tell();
        }
    }

    private void tell() {
        if (!live) {
            return;
        }
        newBelow = position.isAtEnd() ? 0 : newBelow;
        listeners.forEach(listener -> listener.endChanged(position.isAtEnd(), newBelow));
        long first = list.model().firstSeq();
        if (position.viewTop() < extent && first > 1 && first != askedBefore) {
            askedBefore = first;
            listeners.forEach(listener -> listener.olderWanted(first));
        }
        int last = lastVisible();
        ShownEntry entry = last < 0 ? null : list.entry(last);
        if (entry != null && entry.seq() > seen) {
            seen = entry.seq();
            listeners.forEach(listener -> listener.seenUpTo(seen));
        }
    }
}
