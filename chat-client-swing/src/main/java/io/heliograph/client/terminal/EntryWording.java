package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.SealNote;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.Notice;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.common.text.SafeText;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an entry of a log is called in words. Safe to show. */
final class EntryWording {
    static final String UNSHOWABLE = "[a message this version cannot show]";
    static final String DELETED = "[deleted]";

    private static final String ACTION = "/me ";
    private static final int EXCERPT_CHARS = 40;

    private EntryWording() {}

    /** True for a text that says what its author does. */
    static boolean isAction(ShownEntry entry) {
        String text = entry.text();
        return text != null && entry.file() == null && text.startsWith(ACTION);
    }

    /** May have several lines. */
    static String text(ShownEntry entry) {
        if (entry.deleted()) {
            return DELETED;
        }
        SealNote note = entry.note();
        if (note != null && note.kind() == SealNote.Kind.WARNING) {
            return plain(entry) + " (warning: " + Wording.safe(note.text()) + ")" + reactions(entry);
        }
        return plain(entry) + (entry.edited() ? " (edited)" : "") + reactions(entry);
    }

    /** One line that tells which message is meant. */
    static String excerpt(ShownEntry entry) {
        return entry.deleted() ? DELETED : SafeText.excerpt(plain(entry).replace('\n', ' '), EXCERPT_CHARS);
    }

    /** What the message answers; empty if it answers nothing. */
    static String answered(ShownEntry entry, @Nullable ShownEntry original) {
        if (entry.replyToSeq() == 0) {
            return "";
        }
        return original == null
                ? "(in reply to an earlier message) "
                : "(to " + Wording.safe(original.from()) + ": " + excerpt(original) + ") ";
    }

    /** What the server says; empty for a message. */
    static String notice(ShownEntry entry, Target where) {
        Notice notice = entry.notice();
        if (notice == null) {
            return "";
        }
        String by = entry.from().isEmpty() ? "the server" : Wording.safe(entry.from());
        String whom = Wording.safe(notice.subject());
        String room = Wording.safe(where.address());
        String why = notice.text().isEmpty() ? "" : " (" + Wording.safe(notice.text()) + ")";
        return switch (entry.kind()) {
            case JOINED -> whom + " joined " + room;
            case LEFT -> whom + " left " + room + why;
            case KICKED -> by + " removed " + whom + " from " + room + why;
            case BANNED -> by + " banned " + whom + " from " + room + why;
            case UNBANNED -> by + " lets " + whom + " into " + room + " again";
            case MUTED -> by + " muted " + whom + " in " + room + why;
            case UNMUTED -> by + " lets " + whom + " speak in " + room + " again";
            case ROLE -> by + " made " + whom + " " + Wording.safe(notice.text()) + " of " + room;
            case SETTING -> setting(by, room, notice);
            case PINNED -> by + " pinned a message in " + room;
            case UNPINNED -> by + " unpinned a message in " + room;
            case INVITED -> by + " invited " + whom + " to " + room;
            default -> "";
        };
    }

    /** Who did what to a line that was shown before. */
    static String change(ClientEvent.EntryChanged changed) {
        ShownEntry entry = changed.entry();
        String by = Wording.safe(changed.by());
        String whose = entry == null ? "an earlier message" : "\"" + excerpt(entry) + "\"";
        String text = changed.text() == null ? UNSHOWABLE : Wording.safe(Objects.requireNonNull(changed.text()));
        return switch (changed.what()) {
            case EDIT -> by + " changed a message to: " + text;
            case DELETE -> by + " deleted a message" + (entry == null ? "" : " of " + Wording.safe(entry.from()));
            case REACT -> by + " reacts " + text + " to " + whose;
            default -> by + " takes " + text + " back from " + whose;
        };
    }

    private static String plain(ShownEntry entry) {
        SealNote note = entry.note();
        if (note != null && note.kind() == SealNote.Kind.WAITS) {
            return "[" + Wording.safe(note.text()) + "]";
        } else if (note != null && note.kind() == SealNote.Kind.NOT_ACCEPTED) {
            return "[not accepted: " + Wording.safe(note.text()) + "]";
        }
        String said = Objects.requireNonNullElse(entry.text(), UNSHOWABLE);
        FileInfo file = entry.file();
        if (file != null) {
            String caption = said.isEmpty() ? "" : " " + SafeText.lines(said);
            return "[file " + Wording.safe(file.name()) + ", " + ByteCounts.of(file.sizeBytes()) + "]" + caption;
        }
        return SafeText.lines(isAction(entry) ? said.substring(ACTION.length()) : said);
    }

    private static String setting(String by, String room, Notice notice) {
        String value = Wording.safe(notice.text());
        if (notice.subject().equals(RoomSetting.TOPIC.word())) {
            return value.isEmpty()
                    ? by + " took the topic of " + room + " away"
                    : by + " set the topic of " + room + ": " + value;
        }
        return by + " set " + Wording.safe(notice.subject()) + " of " + room + (value.isEmpty() ? "" : ": " + value);
    }

    private static String reactions(ShownEntry entry) {
        List<ShownEntry.Reaction> reactions = entry.reactions();
        return reactions.isEmpty()
                ? ""
                : reactions.stream()
                        .map(reaction -> Wording.safe(reaction.emoji())
                                + (reaction.names().size() == 1
                                        ? ""
                                        : " " + reaction.names().size()))
                        .collect(Collectors.joining(" ", " [", "]"));
    }
}
