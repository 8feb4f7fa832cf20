package io.heliograph.client.swing.shell;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.messages.MessageListModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The messages of the open conversation. Event dispatch thread only. */
interface TimelineView {
    /** Shows a conversation where it was left; null for none. */
    void open(@Nullable MessageListModel lines);

    /** The first that is unread comes into view, else the end. */
    void showUnread();

    /** The newest line comes into view, and so does what comes after it. */
    void showEnd();

    /** Brings an entry into view and gives it the focus; false if it is not among the lines. */
    boolean show(long seq);

    void showTyping(List<String> names);

    /** Says a message aloud to who hears the screen. */
    void announce(ShownEntry entry);

    /** The message that somebody has chosen to do something with; null for none. */
    @Nullable
    ShownEntry selected();

    /** Takes the focus. */
    void focus();
}
