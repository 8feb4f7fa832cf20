package io.heliograph.client.swing.shell;

import io.heliograph.client.core.Target;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the list shows it; every text is safe to show.
 *
 * @param preview the last line, or what goes on
 * @param lively somebody is typing
 * @param draft the preview is what the user has begun to write
 * @param dot names the colour of the presence dot; null for none
 * @param ticks before an own last line: 0 none, 1 stored, 2 delivered, 3 read
 */
record ConversationRow(
        Target where,
        String title,
        String preview,
        boolean lively,
        boolean draft,
        String time,
        long unreadCount,
        boolean mentioned,
        boolean muted,
        @Nullable String dot,
        int ticks) {

    /** What a screen reader says instead of the badge; 0 for nothing. */
    boolean isNew() {
        return unreadCount > 0;
    }
}
