package io.heliograph.client.swing.messages;

import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.SealNote;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.text.MarkdownReader;
import io.heliograph.client.swing.text.RunStyle;
import io.heliograph.client.swing.text.StyledText;
import io.heliograph.common.message.Notice;
import io.heliograph.common.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a row says: as styled text, as one line, and as it is read aloud. Everything of strangers is made safe here.
 *
 * <p>Immutable. Knows no Swing.
 */
public final class RowWording {
    private static final String ACTION = "/me ";
    private static final int EXCERPT_CHARS = 120;
    /** Of a longer text an excerpt is taken as it was sent, with its marks: reading all of it takes too long. */
    private static final int MOST_READ_CHARS = 4_000;

    private final MessageWords words;
    private final MarkdownReader markdown = new MarkdownReader();

    public RowWording(MessageWords words) {
        this.words = words;
    }

    MessageWords words() {
        return words;
    }

    /** The body of a message, empty for a file without a caption. */
    StyledText body(ShownEntry entry) {
        if (isAside(entry)) {
            return StyledText.of(aside(entry), RunStyle.PLAIN.withItalic());
        }
        String text = SafeText.lines(Objects.requireNonNull(entry.text())).strip();
        if (isAction(entry)) {
            return StyledText.of(
                    SafeText.line(entry.from()) + " " + text.substring(ACTION.length()), RunStyle.PLAIN.withItalic());
        }
        return markdown.read(text);
    }

    /** True for words of this program in place of the author's. */
    boolean isAside(ShownEntry entry) {
        return entry.deleted() || entry.text() == null || isHidden(entry.note());
    }

    /** The file that is to be shown; null if there is none, or it is not to be seen. */
    @Nullable
    FileInfo shownFile(ShownEntry entry) {
        return isAside(entry) ? null : entry.file();
    }

    /** About how long the body is; cheap. */
    String roughBody(ShownEntry entry) {
        String text = entry.text();
        return text == null || isAside(entry) ? aside(entry) : text;
    }

    /** One clause that stands below the body: about the sealing, or why it was not sent; empty for none. */
    String warning(Row.Message row) {
        ShownEntry entry = row.entry();
        Delivery delivery = row.delivery();
        if (delivery != null && delivery.state() == MessageState.FAILED) {
            return delivery(delivery);
        }
        SealNote note = entry.note();
        return note == null || note.kind() != SealNote.Kind.WARNING || entry.deleted()
                ? ""
                : words.text("warning", SafeText.line(note.text()));
    }

    /** One line that tells which message is meant. */
    String excerpt(@Nullable ShownEntry entry) {
        return entry == null ? words.text("quote.lost") : excerpt(entry, EXCERPT_CHARS);
    }

    /** What a message or the server says, in one line of {@code maxChars} at most. */
    public String excerpt(ShownEntry entry, int maxChars) {
        if (!entry.isMessage()) {
            return SafeText.excerpt(notice(entry), maxChars);
        }
        FileInfo file = shownFile(entry);
        String text = entry.text();
        String said = text != null && text.length() > MOST_READ_CHARS && !isAside(entry)
                ? text.substring(0, MOST_READ_CHARS)
                : body(entry).plain();
        return SafeText.excerpt(file == null || !said.isBlank() ? said : file.name(), maxChars);
    }

    /** The author, as others see him. */
    String author(ShownEntry entry) {
        return SafeText.line(entry.from());
    }

    /** What a line that is no message says. */
    String line(Row row) {
        if (row instanceof Row.SystemLine system) {
            return notice(system.entry());
        }
        return words.text(row instanceof Row.Gap gap && gap.held() ? "gap.held" : "gap.lost");
    }

    /** How far an own message has come, in words. */
    String delivery(Delivery delivery) {
        MessageState state = delivery.shown();
        if (state == MessageState.FAILED && !delivery.reason().isEmpty()) {
            return words.text("state.failed.reason", SafeText.line(delivery.reason()));
        }
        if (delivery.of() > 1) {
            return words.text("state.counts", delivery.deliveredCount(), delivery.readCount(), delivery.of());
        }
        return words.text("state." + state.word());
    }

    /** How far an own message has come; empty for null. */
    public String state(@Nullable Delivery delivery) {
        return delivery == null ? "" : delivery(delivery);
    }

    /** What a message says, without its marks of style, as it is copied. */
    public String plain(ShownEntry entry) {
        FileInfo file = shownFile(entry);
        String body = body(entry).plain();
        return file == null || !body.isEmpty() ? body : SafeText.line(file.name());
    }

    /** Who, when, what and its state, for who hears the screen. */
    String spoken(Row row) {
        if (!(row instanceof Row.Message message)) {
            return line(row);
        }
        ShownEntry entry = message.entry();
        List<String> parts = new ArrayList<>();
        String who = entry.own() ? words.text("you") : author(entry);
        parts.add(words.text("row.message", who, words.dayAndTime(entry.timeMs()), what(entry)));
        if (message.quote() != null) {
            parts.add(words.text("row.answer", excerpt(message.quote().original())));
        }
        if (entry.edited() && !entry.deleted()) {
            parts.add(words.text("edited"));
        }
        if (!warning(message).isEmpty()) {
            parts.add(warning(message));
        }
        if (!entry.reactions().isEmpty()) {
            parts.add(words.text("row.reactions", reactions(entry)));
        }
        if (entry.mentionsMe()) {
            parts.add(words.text("row.mentioned"));
        }
        if (message.delivery() != null && message.delivery().state() != MessageState.FAILED) {
            parts.add(delivery(message.delivery()));
        }
        return String.join("; ", parts);
    }

    private String what(ShownEntry entry) {
        String body = body(entry).plain();
        FileInfo file = shownFile(entry);
        if (file == null) {
            return body;
        }
        return words.text("file", SafeText.line(file.name())) + (body.isEmpty() ? "" : ", " + body);
    }

    /** Who chose a reaction. */
    String reaction(ShownEntry.Reaction reaction) {
        return words.text(
                "reaction.by", SafeText.line(reaction.emoji()), SafeText.line(String.join(", ", reaction.names())));
    }

    private String reactions(ShownEntry entry) {
        return String.join("; ", entry.reactions().stream().map(this::reaction).toList());
    }

    private String aside(ShownEntry entry) {
        SealNote note = entry.note();
        if (entry.deleted()) {
            return words.text("deleted");
        }
        if (note != null && isHidden(note)) {
            String key = note.kind() == SealNote.Kind.WAITS ? "waits" : "notAccepted";
            return words.text(key, SafeText.line(note.text()));
        }
        return words.text("unshowable");
    }

    private static boolean isHidden(@Nullable SealNote note) {
        return note != null && note.kind() != SealNote.Kind.WARNING;
    }

    private static boolean isAction(ShownEntry entry) {
        String text = entry.text();
        return text != null && entry.file() == null && text.startsWith(ACTION);
    }

    /** What the server says. */
    private String notice(ShownEntry entry) {
        Notice notice = entry.notice();
        if (notice == null || entry.kind().isPosted()) {
            return words.text("unshowable");
        }
        String by = entry.from().isEmpty() ? words.text("notice.server") : author(entry);
        String text = SafeText.line(notice.text());
        String why = text.isEmpty() ? "" : " (" + text + ")";
        return words.text("notice." + entry.kind().name(), by, SafeText.line(notice.subject()), why, text);
    }
}
