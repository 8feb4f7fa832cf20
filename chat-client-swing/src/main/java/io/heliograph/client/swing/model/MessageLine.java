package io.heliograph.client.swing.model;

import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.ShownEntry;
import org.jspecify.annotations.Nullable;

/**
 * A line of a conversation with what is known of its way. Immutable.
 *
 * @param state of an own message; null where nothing is known
 * @param reason why it failed; empty if it did not
 * @param deliveredCount how many others have it
 * @param readCount how many others have seen it
 * @param of how many others there were
 */
public record MessageLine(
        ShownEntry entry, @Nullable MessageState state, String reason, int deliveredCount, int readCount, int of) {

    public static MessageLine of(ShownEntry entry) {
        return new MessageLine(entry, entry.own() && entry.seq() > 0 ? MessageState.STORED : null, "", 0, 0, 0);
    }

    MessageLine with(ShownEntry other) {
        return new MessageLine(other, state, reason, deliveredCount, readCount, of);
    }

    MessageLine with(MessageState other, String why) {
        return new MessageLine(entry, other, why, deliveredCount, readCount, of);
    }

    MessageLine withCounts(int delivered, int read, int others) {
        MessageState reached = others > 0 && read >= others
                ? MessageState.READ
                : others > 0 && delivered >= others ? MessageState.DELIVERED : state;
        return new MessageLine(entry, reached, reason, delivered, read, others);
    }

    /** How far it has come as a number of ticks: 0 none, 1 stored, 2 delivered, 3 read. */
    public int ticks() {
        if (state == null) {
            return 0;
        }
        return switch (state) {
            case QUEUED, SENT, FAILED -> 0;
            case STORED -> 1;
            case DELIVERED -> 2;
            case READ -> 3;
        };
    }
}
