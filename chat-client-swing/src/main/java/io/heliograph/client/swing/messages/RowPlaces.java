package io.heliograph.client.swing.messages;

import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.awt.Point;
import java.awt.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a list stand: finds what is under a point, where an entry is, and goes to it.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
public final class RowPlaces {
    private final MessageList list;
    private final LaidOutRows rows;

    RowPlaces(MessageList list, LaidOutRows rows) {
        this.list = list;
        this.rows = rows;
    }

    /** Brings an entry into view and gives it the focus; false if it is not among the rows. */
    public boolean scrollToEntry(long seq) {
        int index = list.model().indexOf(seq);
        if (index < 0) {
            return false;
        }
        list.view().scrollToRow(index);
        list.focusRow(index);
        return true;
    }

    /** The first row whose divider says that it is unread comes to the top, else the end. */
    public void scrollToUnread() {
        MessageListModel model = list.model();
        for (int index = model.size() - 1; index >= 0; index--) {
            if (model.row(index).above().unreadCount() > 0) {
                list.view().scrollToRow(index);
                return;
            }
        }
        list.view().scrollToEnd();
    }

    /** Where the bubble of an entry stands in the list; null if it is not among the rows. */
    public @Nullable Rectangle boundsOf(long seq) {
        int index = list.model().indexOf(seq);
        if (index < 0) {
            return null;
        }
        Rectangle bubble = rows.layout(index).bubble().getBounds();
        bubble.translate(0, list.view().topOf(index));
        return bubble;
    }

    /** The address under a point; null for none. */
    public @Nullable String linkAt(Point at) {
        Spot spot = spotAt(at);
        return spot == null || spot.kind() != Spot.Kind.LINK ? null : spot.value();
    }

    /**
     * A place where one was reading.
     *
     * @param seq of a row in view; 0 for the end
     * @param topPx from the top of the view to the top of that row
     */
    public record Bookmark(long seq, int topPx) {
        static final Bookmark END = new Bookmark(0, 0);
    }

    /** Where one is reading now. */
    public Bookmark bookmark() {
        ListView view = list.view();
        int last = view.isAtEnd() ? -1 : view.lastVisible();
        for (int index = view.firstVisible(); index >= 0 && index <= last; index++) {
            ShownEntry entry = list.entry(index);
            if (entry != null && entry.seq() > 0) {
                return new Bookmark(entry.seq(), view.topInView(index));
            }
        }
        return Bookmark.END;
    }

    /** Back to the very pixel; to the end if the row is not there any more. */
    public void returnTo(Bookmark bookmark) {
        int index = bookmark.seq() == 0 ? -1 : list.model().indexOf(bookmark.seq());
        if (index < 0) {
            list.view().scrollToEnd();
        } else {
            list.view().scrollToRow(index, bookmark.topPx());
        }
    }

    /** There is news of a file that some rows may show: its name at the relay, or the id of its message. */
    void fileChanged(Bytes name) {
        for (int index = list.view().firstVisible();
                index >= 0 && index <= list.view().lastVisible();
                index++) {
            ShownEntry entry = list.entry(index);
            FileInfo file = entry == null ? null : entry.file();
            MessageId id = entry == null ? null : entry.id();
            if (file != null
                    && (file.blob().equals(name) || (id != null && id.octets().equals(name)))) {
                rows.changed(index, index + 1);
            }
        }
        list.view().refresh();
    }

    /** Says an entry to who hears the screen, without moving anything. */
    void announce(ShownEntry entry) {
        int index = list.model().indexOf(entry.seq());
        if (index >= 0) {
            list.getAccessibleContext().setAccessibleDescription(list.spoken(index));
        }
    }

    /** What is under a point of the list; null for nothing. */
    @Nullable
    Spot spotAt(Point point) {
        int index = list.view().rowAt(point.y);
        if (index < 0) {
            return null;
        }
        RowLayout layout = rows.layout(index);
        float y = point.y - list.view().topOf(index);
        boolean barred = index == list.hoveredRow() && isActionable(index);
        Spot onBar = barred ? list.painter().barSpotAt(layout, point.x, y) : null;
        return onBar != null ? onBar : layout.spotAt(point.x, y);
    }

    /** Something can be done with the message of a row. */
    boolean isActionable(int index) {
        ShownEntry entry = list.entry(index);
        return entry != null && entry.seq() != 0 && !entry.deleted();
    }

    boolean isRowShowing(int index) {
        ListView view = list.view();
        return list.isShowing() && index >= view.firstVisible() && index <= view.lastVisible();
    }
}
