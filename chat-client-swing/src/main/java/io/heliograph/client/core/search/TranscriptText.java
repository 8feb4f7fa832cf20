package io.heliograph.client.core.search;

import io.heliograph.client.core.ShownEntry;
import java.util.Objects;

/** What a message is in a transcript for people. Thread-safe: pure functions. */
final class TranscriptText {
    private TranscriptText() {}

    static String of(ShownEntry entry) {
        return entry.deleted()
                ? "[deleted]"
                : Objects.requireNonNullElse(entry.text(), "[a message this version cannot show]");
    }
}
