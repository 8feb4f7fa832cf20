package io.heliograph.client.swing.timeline;

import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.SealNote;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.words.Words;
import io.heliograph.common.message.Notice;
import io.heliograph.common.text.SafeText;
import java.util.Objects;

/** What a line says, in words and safe to show. */
public final class LineText {
    private static final String ACTION = "/me ";

    private LineText() {}

    /** The body of a message; may have several lines. */
    public static String body(ShownEntry entry, Words words) {
        SealNote note = entry.note();
        if (entry.deleted()) {
            return words.get("line.deleted");
        } else if (note != null && note.kind() != SealNote.Kind.WARNING) {
            return words.get("line.sealed", SafeText.line(note.text()));
        }
        String said = SafeText.lines(Objects.requireNonNullElse(entry.text(), words.get("line.unshowable")));
        FileInfo file = entry.file();
        if (file != null) {
            return words.get("line.file", SafeText.line(file.name())) + (said.isEmpty() ? "" : "\n" + said);
        }
        return said.startsWith(ACTION) ? SafeText.line(entry.from()) + " " + said.substring(ACTION.length()) : said;
    }

    /** One line of {@code maxChars} at most, for lists. */
    public static String excerpt(ShownEntry entry, Words words, int maxChars) {
        String text = entry.isMessage() ? body(entry, words) : notice(entry, words);
        return SafeText.excerpt(text.replace('\n', ' '), maxChars);
    }

    /** What the server says; empty for a message. */
    public static String notice(ShownEntry entry, Words words) {
        Notice notice = entry.notice();
        if (notice == null) {
            return "";
        }
        String by = entry.from().isEmpty() ? words.get("notice.server") : SafeText.line(entry.from());
        String kind = "notice." + entry.kind().word();
        String text = words.orElse(kind, "");
        return text.isEmpty() ? "" : words.get(kind, by, SafeText.line(notice.subject()), SafeText.line(notice.text()));
    }
}
