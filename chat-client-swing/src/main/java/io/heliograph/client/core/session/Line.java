package io.heliograph.client.core.session;

import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.SealNote;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.Entry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.Notice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of a log with all that was done to it. What is done may come in any order and more than once: of several
 * edits, and of a reaction and its end, the one with the greatest number counts (protocol.md 8.5).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Line {
    /** Chosen by us: more than a room full of people puts to one line. */
    static final int MAX_REACTIONS = 1_024;

    private record Choice(String name, String emoji) {}

    private record Put(long seq, boolean on) {}

    private final long seq;
    private final @Nullable MessageId id;
    private final EntryKind kind;
    private final String from;
    private final boolean own;
    private final long timeMs;
    private final long refSeq;
    private long replyToSeq;
    private final @Nullable Notice notice;
    private final String reader;
    private @Nullable SealNote note;
    private Body.@Nullable File file;
    private final Map<Choice, Put> reactions = new LinkedHashMap<>();
    private @Nullable String text;
    private boolean namesReader;
    private boolean deleted;
    private long editSeq;

    /** {@code reader} is the user of this client; {@code note}: what there is to say about the sealing. */
    Line(Entry entry, EntryKind kind, String reader, @Nullable SealNote note) {
        this.note = note;
        this.seq = entry.seq();
        this.id = entry.id();
        this.kind = kind;
        this.from = entry.from();
        this.own = kind == EntryKind.MESSAGE && entry.from().equals(reader);
        this.timeMs = entry.timeMs();
        this.refSeq = entry.refSeq();
        this.reader = reader;
        boolean message = kind == EntryKind.MESSAGE;
        this.deleted = message && entry.body().isEmpty();
        boolean readable = message && !deleted && isReadable(note);
        Body.Text said = readable ? Texts.text(entry.body()) : null;
        this.replyToSeq = said == null ? 0 : said.replyToSeq();
        this.notice = message ? null : Texts.notice(entry.body());
        this.file = readable ? Texts.file(entry.body()) : null;
        this.text = !message || deleted ? "" : textOf(said, file);
        this.namesReader = namesReader(text);
    }

    /** The line of an entry of this {@code kind} as it could be opened. */
    static Line of(Timeline.Opened opened, EntryKind kind, String reader) {
        return new Line(opened.entry(), kind, reader, opened.note());
    }

    /** It can be read, or is known to be unreadable for good. */
    void reveal(Entry opened, @Nullable SealNote now) {
        note = now;
        Body.Text said = isReadable(now) ? Texts.text(opened.body()) : null;
        file = !deleted && isReadable(now) ? Texts.file(opened.body()) : null;
        if (!deleted && editSeq == 0) {
            text = textOf(said, file);
            replyToSeq = said == null ? 0 : said.replyToSeq();
            namesReader = namesReader(text);
        }
    }

    /** True if the line looks different now. */
    boolean amend(Entry change) {
        EntryKind what = change.kind();
        if (kind != EntryKind.MESSAGE || deleted || what == null) {
            return false;
        }
        return switch (what) {
            case EDIT -> edit(change);
            case DELETE -> delete();
            case REACT, UNREACT -> react(change, what == EntryKind.REACT);
            default -> false;
        };
    }

    long seq() {
        return seq;
    }

    EntryKind kind() {
        return kind;
    }

    @Nullable
    MessageId id() {
        return id;
    }

    boolean isOwn() {
        return own;
    }

    /** A message that counts as unread until it is read. */
    boolean countsAsUnread() {
        return kind == EntryKind.MESSAGE && !own && !deleted;
    }

    boolean mentionsReader() {
        return namesReader && countsAsUnread();
    }

    /** About how many characters, or octets of a picture, it holds. */
    int chars() {
        String said = text;
        Body.File offered = file;
        return (said == null ? 0 : said.length())
                + (offered == null ? 0 : offered.thumbnail().length());
    }

    ShownEntry shown() {
        return new ShownEntry(
                seq,
                id,
                kind,
                from,
                own,
                timeMs,
                text,
                replyToSeq,
                refSeq,
                editSeq > 0,
                deleted,
                mentionsReader(),
                shownReactions(),
                notice,
                note,
                file == null ? null : FileInfo.of(file));
    }

    /** The file that it offers, with its key; null for none. */
    Body.@Nullable File file() {
        return file;
    }

    private boolean edit(Entry change) {
        // The relay lets nobody else edit; a line that seems to be from its author is worth a second look.
        Body.Text said = Texts.text(change.body());
        if (change.seq() <= editSeq || !change.from().equals(from)) {
            return false;
        }
        editSeq = change.seq();
        text = said == null ? null : said.text();
        namesReader = namesReader(text);
        return true;
    }

    /** A file's text is its caption, which an edit changes. */
    private static @Nullable String textOf(Body.@Nullable Text said, Body.@Nullable File offered) {
        String caption = offered == null ? null : offered.caption();
        return said == null ? caption : said.text();
    }

    private boolean namesReader(@Nullable String said) {
        return said != null && Mentions.isFor(said, reader);
    }

    private static boolean isReadable(@Nullable SealNote note) {
        return note == null || note.kind() == SealNote.Kind.WARNING;
    }

    private boolean delete() {
        deleted = true;
        note = null;
        file = null;
        text = "";
        reactions.clear();
        return true;
    }

    private boolean react(Entry change, boolean on) {
        String emoji = Texts.emoji(change.body());
        if (emoji == null) {
            return false;
        }
        Choice choice = new Choice(change.from(), emoji);
        Put before = reactions.get(choice);
        boolean isNew = before == null ? reactions.size() < MAX_REACTIONS : before.seq() < change.seq();
        if (isNew) {
            reactions.put(choice, new Put(change.seq(), on));
        }
        return isNew && (before == null ? on : before.on() != on);
    }

    private List<ShownEntry.Reaction> shownReactions() {
        Map<Long, Choice> inOrder = new TreeMap<>();
        reactions.forEach((choice, put) -> {
            if (put.on()) {
                inOrder.put(put.seq(), choice);
            }
        });
        Map<String, List<String>> names = new LinkedHashMap<>();
        inOrder.values().forEach(choice -> names.computeIfAbsent(choice.emoji(), emoji -> new ArrayList<>())
                .add(choice.name()));
        List<ShownEntry.Reaction> shown = new ArrayList<>();
        names.forEach((emoji, who) -> shown.add(new ShownEntry.Reaction(emoji, who)));
        return shown;
    }
}
