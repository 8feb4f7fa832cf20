package io.heliograph.client.swing.messages;

import io.heliograph.client.core.MessageState;

/**
 * How far an own message has come.
 *
 * @param reason why it failed, for people; else empty
 * @param deliveredCount members who have it
 * @param readCount members who have seen it
 * @param of other members when it was said; 0 while unknown
 */
public record Delivery(MessageState state, String reason, int deliveredCount, int readCount, int of) {
    static final Delivery QUEUED = new Delivery(MessageState.QUEUED, "", 0, 0, 0);
    static final Delivery STORED = new Delivery(MessageState.STORED, "", 0, 0, 0);

    Delivery withState(MessageState next, String why) {
        return new Delivery(next, why, deliveredCount, readCount, of);
    }

    Delivery withCounts(int delivered, int read, int members) {
        return new Delivery(state, reason, delivered, read, members);
    }

    /** The state that the ticks show: a room's counts tell more than the state of one recipient. */
    MessageState shown() {
        if (state == MessageState.FAILED || of <= 0) {
            return state;
        }
        if (readCount >= of) {
            return MessageState.READ;
        }
        return deliveredCount >= of && state != MessageState.READ ? MessageState.DELIVERED : state;
    }

    /** How far it has come as a number of ticks: 0 none, 1 stored, 2 delivered, 3 read. */
    public int ticks() {
        return switch (shown()) {
            case QUEUED, SENT, FAILED -> 0;
            case STORED -> 1;
            case DELIVERED -> 2;
            case READ -> 3;
        };
    }
}
