package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ShownEntry;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands between the lines of a log: days, the divider of what is unread, and which messages stand together.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class Dividers {
    /** Messages of one author that follow each other within this time stand together. */
    private static final long GROUP_MS = 5 * 60_000L;

    private final LogLines lines;
    private final Days days;
    private long readSeq = Long.MAX_VALUE;
    private int unreadCount;

    Dividers(LogLines lines, Days days) {
        this.lines = lines;
        this.days = days;
    }

    /** The divider stands after {@code seq}; none for a count of 0. */
    void markUnread(long seq, int count) {
        readSeq = seq;
        unreadCount = count;
    }

    void clear() {
        markUnread(Long.MAX_VALUE, 0);
    }

    /** Below which row the divider of what is unread stands; -1 for none. */
    int unreadIndex() {
        if (unreadCount == 0 || readSeq == Long.MAX_VALUE) {
            return -1;
        }
        int index = lines.firstAtOrAfter(readSeq + 1);
        return index < lines.size() && !lines.get(index).isWaiting() ? index : -1;
    }

    Row.Above above(int index) {
        LocalDate day = null;
        long timeMs = timeMs(index);
        if (timeMs >= 0 && !isSameDay(index, timeMs)) {
            day = days.of(timeMs);
        }
        int unread = unreadCount > 0 && index == unreadIndex() ? unreadCount : 0;
        return day == null && unread == 0 ? Row.Above.NOTHING : new Row.Above(day, unread);
    }

    /** Whether the rows {@code index} and the one before it are of one group, without what stands between them. */
    boolean isOneGroup(int index) {
        if (index <= 0 || index >= lines.size()) {
            return false;
        }
        ShownEntry one = messageAt(index - 1);
        ShownEntry other = messageAt(index);
        return one != null
                && other != null
                && one.own() == other.own()
                && one.from().equals(other.from())
                && Math.abs(other.timeMs() - one.timeMs()) <= GROUP_MS;
    }

    private @Nullable ShownEntry messageAt(int index) {
        ShownEntry entry = lines.get(index).entry();
        return entry != null && entry.isMessage() ? entry : null;
    }

    private boolean isSameDay(int index, long timeMs) {
        long before = index == 0 ? -1 : timeMs(index - 1);
        return before >= 0 && days.isSame(before, timeMs);
    }

    /** Below 0 for a gap, which has no time. */
    private long timeMs(int index) {
        ShownEntry entry = lines.get(index).entry();
        return entry == null ? -1 : entry.timeMs();
    }
}
