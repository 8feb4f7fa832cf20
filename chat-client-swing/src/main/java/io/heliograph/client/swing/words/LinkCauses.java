package io.heliograph.client.swing.words;

import io.heliograph.client.core.LinkCause;
import io.heliograph.common.text.SafeText;

/** Why there is no connection, in one clause that can be shown. */
public final class LinkCauses {
    private LinkCauses() {}

    public static String of(Words words, LinkCause cause) {
        String clause = words.get("link." + cause.kind().word());
        return cause.detail().isEmpty() ? clause : words.get("link.detail", clause, SafeText.line(cause.detail()));
    }
}
