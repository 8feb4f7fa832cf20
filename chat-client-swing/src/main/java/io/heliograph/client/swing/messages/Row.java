package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ShownEntry;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One row of the list: what stands above it, and a message or a line of the system. Immutable. */
public sealed interface Row {
    /** What stands above. */
    Above above();

    /**
     * The dividers above a row.
     *
     * @param day the first row of this day; null for another
     * @param unreadCount so many are unread from here on; 0 for no divider
     */
    record Above(@Nullable LocalDate day, int unreadCount) {
        static final Above NOTHING = new Above(null, 0);

        boolean isEmpty() {
            return day == null && unreadCount == 0;
        }
    }

    /**
     * A message.
     *
     * @param joinsAbove of the same group as the row above
     * @param joinsBelow of the same group as the row below
     * @param quote what it answers; null for nothing
     * @param delivery for an own message; null for others
     * @param inRoom several people may speak here, so that names are needed
     * @param whole all of it is shown, however long it is
     */
    record Message(
            Above above,
            ShownEntry entry,
            boolean joinsAbove,
            boolean joinsBelow,
            @Nullable Quote quote,
            @Nullable Delivery delivery,
            boolean inRoom,
            boolean whole)
            implements Row {}

    /** What the server says. */
    record SystemLine(Above above, ShownEntry entry) implements Row {}

    /**
     * Entries that are missing.
     *
     * @param held the server has them
     */
    record Gap(Above above, long fromSeq, long toSeq, boolean held) implements Row {}

    /**
     * The message that another one answers.
     *
     * @param original null if it is not loaded
     */
    record Quote(long seq, @Nullable ShownEntry original) {}
}
