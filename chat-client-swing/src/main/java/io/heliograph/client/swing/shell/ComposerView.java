package io.heliograph.client.swing.shell;

import java.util.List;

/** Where the user writes. Event dispatch thread only. */
interface ComposerView {
    String text();

    void setText(String text);

    /** What stands in the empty field. */
    void setPlaceholder(String text);

    /** What is being edited or answered; empty for nothing. */
    void showContext(String line);

    /** Words that a slash may begin; empty hides them. */
    void showHints(List<String> hints);

    void setUsable(boolean usable);

    void focus();
}
