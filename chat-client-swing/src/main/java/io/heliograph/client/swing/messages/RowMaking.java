package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ShownEntry;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the row of a line when it is asked for: what stands above it, whom it joins, what it quotes.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class RowMaking {
    private final LogLines lines;
    private final Dividers dividers;
    private final OwnMessages own;
    private final boolean inRoom;
    private final Set<Long> whole = new HashSet<>();

    RowMaking(LogLines lines, Dividers dividers, OwnMessages own, boolean inRoom) {
        this.lines = lines;
        this.dividers = dividers;
        this.own = own;
        this.inRoom = inRoom;
    }

    /** All of a long message from now on; false if it was before. */
    boolean showWhole(long seq) {
        return whole.add(seq);
    }

    Row row(int index) {
        Line line = lines.get(index);
        Row.Above above = dividers.above(index);
        ShownEntry entry = line.entry();
        if (entry == null) {
            return new Row.Gap(above, line.fromSeq(), line.toSeq(), line.held());
        }
        if (!entry.isMessage()) {
            return new Row.SystemLine(above, entry);
        }
        boolean joinsAbove = above.isEmpty() && dividers.isOneGroup(index);
        boolean joinsBelow =
                dividers.isOneGroup(index + 1) && dividers.above(index + 1).isEmpty();
        return new Row.Message(
                above,
                entry,
                joinsAbove,
                joinsBelow,
                quote(entry),
                own.delivery(entry),
                inRoom,
                whole.contains(entry.seq()));
    }

    private Row.@Nullable Quote quote(ShownEntry entry) {
        if (entry.replyToSeq() == 0) {
            return null;
        }
        int index = lines.indexOf(entry.replyToSeq());
        return new Row.Quote(
                entry.replyToSeq(), index < 0 ? null : lines.get(index).entry());
    }
}
