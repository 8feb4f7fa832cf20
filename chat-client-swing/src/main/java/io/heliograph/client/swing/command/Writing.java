package io.heliograph.client.swing.command;

/** What is being written in the open conversation. Event dispatch thread only. */
public interface Writing {
    /** Puts {@code text} where the caret is, in place of what is selected. */
    void insert(String text);
}
