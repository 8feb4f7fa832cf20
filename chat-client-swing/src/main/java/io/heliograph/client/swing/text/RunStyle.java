package io.heliograph.client.swing.text;

import org.jspecify.annotations.Nullable;

/**
 * How a run of text is to look.
 *
 * @param link where a press on it leads, http, https or mailto; null for nowhere
 */
public record RunStyle(
        boolean bold,
        boolean italic,
        boolean struck,
        boolean code,
        boolean mention,
        @Nullable String link) {
    /** As the text around it. */
    public static final RunStyle PLAIN = new RunStyle(false, false, false, false, false, null);

    RunStyle withBold() {
        return new RunStyle(true, italic, struck, code, mention, link);
    }

    /** Leaning, as for what somebody does. */
    public RunStyle withItalic() {
        return new RunStyle(bold, true, struck, code, mention, link);
    }

    RunStyle withStruck() {
        return new RunStyle(bold, italic, true, code, mention, link);
    }

    RunStyle withCode() {
        return new RunStyle(bold, italic, struck, true, mention, link);
    }

    RunStyle withMention() {
        return new RunStyle(bold, italic, struck, code, true, link);
    }

    RunStyle withLink(String address) {
        return new RunStyle(bold, italic, struck, code, mention, address);
    }
}
