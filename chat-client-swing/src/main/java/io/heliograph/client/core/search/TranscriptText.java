package io.heliograph.client.core.search;

import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.ShownEntry;
import java.util.Objects;

/** What a message is in a transcript for people. Thread-safe: pure functions. */
final class TranscriptText {
    private TranscriptText() {}

    static String of(ShownEntry entry) {
        FileInfo file = entry.file();
        if (entry.deleted()) {
            return "[deleted]";
        } else if (file != null) {
            String caption = Objects.requireNonNullElse(entry.text(), "");
            return "[file " + file.name() + ", " + file.sizeBytes() + " bytes]"
                    + (caption.isEmpty() ? "" : " " + caption);
        }
        return Objects.requireNonNullElse(entry.text(), "[a message this version cannot show]");
    }
}
