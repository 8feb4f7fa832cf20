package io.heliograph.client.swing.shell;

import org.jspecify.annotations.Nullable;

/** What stands above the messages. Event dispatch thread only. */
interface HeaderView {
    /**
     * What it says; safe to show.
     *
     * @param subtitle members, presence, who is typing
     * @param topic empty for none
     * @param keyIcon the shape that tells how far the key is trusted
     * @param keyColour by its use
     * @param keyWords the same in words
     * @param dot null for none
     */
    record Header(
            String title,
            String subtitle,
            String topic,
            String keyIcon,
            String keyColour,
            String keyWords,
            @Nullable String dot) {}

    /** Null while no conversation is open. */
    void showHeader(@Nullable Header header);
}
