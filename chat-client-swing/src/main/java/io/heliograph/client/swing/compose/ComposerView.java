package io.heliograph.client.swing.compose;

import java.util.List;

/** Where the user writes. Event dispatch thread only. */
public interface ComposerView {
    String text();

    void setText(String text);

    /** What stands in the empty field. */
    void setPlaceholder(String text);

    /** What is being edited or answered; empty for nothing. */
    void showContext(String line);

    /** Words that a slash may begin; empty hides them. */
    void showHints(List<String> hints);

    /** Puts {@code text} where the caret is, in place of what is selected. */
    void insert(String text);

    void setUsable(boolean usable);

    void focus();
}
