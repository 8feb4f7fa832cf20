package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ShownEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the model keeps of one row: an entry, or a gap of the log.
 *
 * @param entry null for a gap
 * @param fromSeq first number that it stands for; {@link #WAITING} while the relay has not stored it
 * @param toSeq last number that it stands for
 * @param held for a gap: the server has the entries
 */
record Line(@Nullable ShownEntry entry, long fromSeq, long toSeq, boolean held) {
    /** After every number of the log: what is not stored yet stands at the end. */
    static final long WAITING = Long.MAX_VALUE;

    static Line of(ShownEntry entry) {
        long seq = entry.seq() == 0 ? WAITING : entry.seq();
        return new Line(entry, seq, seq, false);
    }

    static Line gap(long fromSeq, long toSeq, boolean held) {
        return new Line(null, fromSeq, toSeq, held);
    }

    boolean isWaiting() {
        return fromSeq == WAITING;
    }

    /** Missing, and the server has it. */
    boolean isHeldGap() {
        return entry == null && held;
    }
}
