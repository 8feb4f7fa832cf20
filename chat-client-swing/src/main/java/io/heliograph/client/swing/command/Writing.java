package io.heliograph.client.swing.command;

/** What is being written in the open conversation. Event dispatch thread only. */
public interface Writing {
    /** Puts {@code text} where the caret is, in place of what is selected. */
    void insert(String text);

    /** Sets what is selected between {@code mark} and {@code mark}, or takes the two away. */
    void surround(String mark);

    /** Lets the user choose an emoji for the text. */
    void chooseEmoji();
}
