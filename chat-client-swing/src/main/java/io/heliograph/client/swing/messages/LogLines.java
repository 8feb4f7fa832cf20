package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.common.message.MessageId;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines in the order of the log, and after them those that are not stored yet.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class LogLines {
    private final List<Line> lines = new ArrayList<>();
    /** Few; counted so that nobody looks for them in vain. */
    private int heldGaps;

    int size() {
        return lines.size();
    }

    Line get(int index) {
        return lines.get(index);
    }

    void set(int index, Line line) {
        lines.set(index, line);
    }

    /** New lines in place of {@code removed} from {@code index} on. */
    void splice(int index, int removed, List<Line> added) {
        List<Line> gone = lines.subList(index, index + removed);
        heldGaps -= countHeldGaps(gone);
        gone.clear();
        lines.addAll(index, added);
        heldGaps += countHeldGaps(added);
    }

    /** The first line with this number or a higher one; the size if there is none. */
    int firstAtOrAfter(long seq) {
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines.get(middle).fromSeq() < seq) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The line of an entry, or -1. */
    int indexOf(long seq) {
        int index = firstAtOrAfter(seq);
        boolean found =
                seq != Line.WAITING && index < lines.size() && lines.get(index).fromSeq() == seq;
        return found && lines.get(index).entry() != null ? index : -1;
    }

    /** The line that stands for this entry already, stored or waiting; -1 for none. */
    int same(ShownEntry entry) {
        MessageId id = entry.id();
        if (entry.seq() == 0) {
            return id == null ? -1 : waitingIndexOf(id);
        }
        return indexOf(entry.seq());
    }

    /** Where a new entry goes: what is not stored stands at the end. */
    int placeOf(ShownEntry entry) {
        return entry.seq() == 0 ? lines.size() : firstAtOrAfter(entry.seq());
    }

    /** Where the run of entries from {@code at} on ends that has its place, unbroken, before the line at an index. */
    int runEnd(List<ShownEntry> entries, int at, int index) {
        long bound = index < lines.size() ? lines.get(index).fromSeq() : Line.WAITING;
        int end = at + 1;
        while (end < entries.size()
                && follows(entries.get(end - 1), entries.get(end))
                && entries.get(end).seq() < bound) {
            end++;
        }
        return end;
    }

    private static boolean follows(ShownEntry before, ShownEntry next) {
        return next.seq() > before.seq() && before.seq() != 0;
    }

    /** The line of an own message that is not stored yet, or -1. */
    int waitingIndexOf(MessageId id) {
        for (int index = lines.size() - 1; index >= 0 && lines.get(index).isWaiting(); index--) {
            ShownEntry entry = lines.get(index).entry();
            if (entry != null && id.equals(entry.id())) {
                return index;
            }
        }
        return -1;
    }

    /** The first gap that has numbers of the range, or -1. */
    int gapWithin(long fromSeq, long toSeq) {
        int index = Math.max(0, firstAtOrAfter(fromSeq) - 1);
        for (; index < lines.size() && lines.get(index).fromSeq() <= toSeq; index++) {
            Line line = lines.get(index);
            if (line.entry() == null && line.toSeq() >= fromSeq) {
                return index;
            }
        }
        return -1;
    }

    /** The last gap whose entries the server has, or -1. */
    int lastHeldGap() {
        return lastHeldGapBefore(lines.size());
    }

    /** The same before a row. */
    int lastHeldGapBefore(int end) {
        return heldGaps == 0 ? -1 : findHeldGap(end);
    }

    private static int countHeldGaps(List<Line> some) {
        int count = 0;
        for (Line line : some) {
            count += line.isHeldGap() ? 1 : 0;
        }
        return count;
    }

    private int findHeldGap(int end) {
        int index = Math.min(end, lines.size()) - 1;
        while (index >= 0 && !lines.get(index).isHeldGap()) {
            index--;
        }
        return index;
    }
}
