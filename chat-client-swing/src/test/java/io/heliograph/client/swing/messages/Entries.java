package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.SealNote;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.Notice;
import io.heliograph.common.util.Bytes;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes entries for tests: a draft with what matters to the test, the rest plain. */
final class Entries {
    static final Target ROOM = new Target("#platform");
    static final ZoneId ZONE = ZoneOffset.UTC;
    static final long NOON_MS = Instant.parse("2026-11-12T12:00:00Z").toEpochMilli();
    static final long MINUTE_MS = 60_000;

    private Entries() {}

    static ShownEntry say(long seq, String from, String text) {
        return new Draft(seq, from, text).make();
    }

    static MessageId id(long number) {
        return new MessageId(
                Bytes.copyOf(ByteBuffer.allocate(16).putLong(number).putLong(7).array()));
    }

    static ClientEvent.EntryShown shown(ShownEntry entry) {
        return new ClientEvent.EntryShown(ROOM, entry, true);
    }

    static ClientEvent.PageShown page(List<ShownEntry> entries) {
        return new ClientEvent.PageShown(ROOM, entries, true);
    }

    /** An entry before it is made. Not thread-safe. */
    static final class Draft {
        private final long seq;
        private final String from;
        private final @Nullable String text;
        private EntryKind kind = EntryKind.MESSAGE;
        private long number;
        private boolean own;
        private long timeMs;
        private long replyTo;
        private boolean edited;
        private boolean deleted;
        private List<ShownEntry.Reaction> reactions = List.of();
        private @Nullable Notice notice;
        private @Nullable SealNote note;
        private @Nullable FileInfo file;

        Draft(long seq, String from, @Nullable String text) {
            this.seq = seq;
            this.from = from;
            this.text = text;
            this.number = seq;
            this.timeMs = NOON_MS + seq * 10 * MINUTE_MS;
        }

        Draft own(long id) {
            own = true;
            number = id;
            return this;
        }

        Draft at(String instant) {
            timeMs = Instant.parse(instant).toEpochMilli();
            return this;
        }

        Draft atMs(long time) {
            timeMs = time;
            return this;
        }

        Draft answers(long originalSeq) {
            replyTo = originalSeq;
            return this;
        }

        Draft edited() {
            edited = true;
            return this;
        }

        Draft deleted() {
            deleted = true;
            return this;
        }

        Draft reactions(ShownEntry.Reaction... all) {
            reactions = List.of(all);
            return this;
        }

        Draft notice(EntryKind what, String subject, String words) {
            kind = what;
            notice = new Notice(subject, words);
            return this;
        }

        Draft note(SealNote.Kind what, String words) {
            note = new SealNote(what, words);
            return this;
        }

        Draft file(String name, long sizeBytes) {
            file = new FileInfo(name, sizeBytes, Bytes.EMPTY, Bytes.copyOf(new byte[16]));
            return this;
        }

        ShownEntry make() {
            MessageId id = kind == EntryKind.MESSAGE ? Entries.id(number) : null;
            return new ShownEntry(
                    seq, id, kind, from, own, timeMs, text, replyTo, 0, edited, deleted, false, reactions, notice, note,
                    file);
        }
    }
}
