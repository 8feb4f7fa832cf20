package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ShownEntry;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a log that stand for entries that are missing: they come, and shrink as the entries do.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class GapLines {
    private final LogLines lines;
    private final Splicing splicing;

    /** {@code splicing} changes the lines, and says so to whom it concerns. */
    GapLines(LogLines lines, Splicing splicing) {
        this.lines = lines;
        this.splicing = splicing;
    }

    /** Puts new lines in place of {@code removed} ones. */
    interface Splicing {
        void splice(int index, int removed, List<Line> added);
    }

    void put(ClientEvent.GapShown gap) {
        narrow(gap.fromSeq(), gap.toSeq());
        int index = lines.firstAtOrAfter(gap.fromSeq());
        boolean filled = index < lines.size() && lines.get(index).fromSeq() <= gap.toSeq();
        if (!filled) {
            splicing.splice(index, 0, List.of(Line.gap(gap.fromSeq(), gap.toSeq(), gap.held())));
        }
    }

    /** These are here now, with all between them. */
    void onEntries(List<ShownEntry> entries) {
        long from = Long.MAX_VALUE;
        long to = 0;
        for (ShownEntry entry : entries) {
            from = entry.seq() > 0 ? Math.min(from, entry.seq()) : from;
            to = Math.max(to, entry.seq());
        }
        if (to > 0) {
            narrow(from, to);
        }
    }

    /** Pages lead back without holes: what the server had behind the first of this one is here now. */
    void onPage(ClientEvent.PageShown page) {
        if (page.entries().isEmpty() && page.more()) {
            return;
        }
        long from = page.more() ? page.entries().get(0).seq() : 0;
        int index = lines.lastHeldGap();
        while (index >= 0 && lines.get(index).toSeq() >= from) {
            Line held = lines.get(index);
            boolean rest = held.fromSeq() < from;
            splicing.splice(index, 1, rest ? List.of(Line.gap(held.fromSeq(), from - 1, true)) : List.of());
            index = rest ? -1 : lines.lastHeldGap();
        }
    }

    /** Behind lines that stand apart from those that follow them. */
    void behind(List<ShownEntry> island) {
        if (island.isEmpty()) {
            return;
        }
        long from = island.get(island.size() - 1).seq() + 1;
        int index = lines.firstAtOrAfter(from);
        boolean apart = index < lines.size()
                && lines.get(index).entry() != null
                && !lines.get(index).isWaiting()
                && lines.get(index).fromSeq() > from;
        if (apart) {
            splicing.splice(index, 0, List.of(Line.gap(from, lines.get(index).fromSeq() - 1, true)));
        }
    }

    /** Entries of this range are here, or are told anew: gaps keep what lies beside it. */
    private void narrow(long fromSeq, long toSeq) {
        int index = lines.gapWithin(fromSeq, toSeq);
        while (index >= 0) {
            Line gap = lines.get(index);
            List<Line> rest = new ArrayList<>();
            if (gap.fromSeq() < fromSeq) {
                rest.add(Line.gap(gap.fromSeq(), fromSeq - 1, gap.held()));
            }
            if (gap.toSeq() > toSeq) {
                rest.add(Line.gap(toSeq + 1, gap.toSeq(), gap.held()));
            }
            splicing.splice(index, 1, rest);
            index = lines.gapWithin(fromSeq, toSeq);
        }
    }
}
