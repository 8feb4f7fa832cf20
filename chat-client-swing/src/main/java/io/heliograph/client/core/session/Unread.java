package io.heliograph.client.core.session;

import io.heliograph.common.message.ConversationState;

/**
 * How much of one conversation the user has not read: what the relay counted at the last login and is not loaded yet,
 * and the lines that are.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Unread {
    private final Timeline timeline;
    private long unloadedCount;
    private long countedToSeq;

    Unread(Timeline timeline) {
        this.timeline = timeline;
    }

    /** The relay has counted (protocol.md 8.1); what is loaded of that counts by itself. */
    void onCounted(ConversationState state) {
        countedToSeq = state.nextSeq() - 1;
        long loadedCount = timeline.log().after(state.readSeq()).stream()
                .filter(line -> line.seq() <= countedToSeq && line.countsAsUnread())
                .count();
        unloadedCount = Math.max(0, state.unreadCount() - loadedCount);
    }

    /** {@code line} is in the log from now on. */
    void onLoaded(Line line) {
        if (line.countsAsUnread() && line.seq() <= countedToSeq && unloadedCount > 0) {
            unloadedCount--;
        }
    }

    /** The messages of others behind {@code readSeq}. */
    long count(long readSeq) {
        // Deletions and other devices make the relay's count grow old: it ends where everything is loaded or read.
        boolean allBefore = readSeq >= timeline.pagedFromSeq() - 1;
        if (readSeq >= countedToSeq || (allBefore && timeline.frontierSeq() >= countedToSeq)) {
            unloadedCount = 0;
        }
        return unloadedCount
                + timeline.log().after(readSeq).stream()
                        .filter(Line::countsAsUnread)
                        .count();
    }

    /** Those of the loaded ones that are for the user. */
    long mentionCount(long readSeq) {
        return timeline.log().after(readSeq).stream()
                .filter(Line::mentionsReader)
                .count();
    }
}
