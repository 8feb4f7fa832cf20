package io.heliograph.client.core;

import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a conversation as it stands now: a message with its edits and reactions, or what the server says. Text
 * is as it was sent: a face makes it safe to show.
 *
 * @param seq its number in the conversation; 0 while the relay has not stored it
 * @param id the author's name for it; null for what the server says
 * @param kind {@link EntryKind#MESSAGE}, or a kind from 16 on
 * @param from the author, or who did it; empty for the server
 * @param own written by this user, on any device
 * @param timeMs milliseconds since 1970, UTC; to be shown, never to be ordered by
 * @param text null for a body that this version cannot show; empty if deleted or not a message
 * @param replyToSeq the entry that it answers; 0 for none
 * @param refSeq the entry that a notice is about; 0 for none
 * @param mentionsMe the text names this user, or everybody
 * @param notice what the server says; null for a message
 * @param note what there is to say about the sealing; null for nothing
 * @param file the file that the message offers, {@code text} being its caption; null for none
 */
public record ShownEntry(
        long seq,
        @Nullable MessageId id,
        EntryKind kind,
        String from,
        boolean own,
        long timeMs,
        @Nullable String text,
        long replyToSeq,
        long refSeq,
        boolean edited,
        boolean deleted,
        boolean mentionsMe,
        List<Reaction> reactions,
        @Nullable Notice notice,
        @Nullable SealNote note,
        @Nullable FileInfo file) {

    /** An emoji and who chose it, in the order of their choice. */
    public record Reaction(String emoji, List<String> names) {
        public Reaction {
            names = List.copyOf(names);
        }
    }

    public ShownEntry {
        reactions = List.copyOf(reactions);
    }

    public boolean isMessage() {
        return kind == EntryKind.MESSAGE;
    }

    /** The same at its place in the log. */
    public ShownEntry placedAt(long placeSeq, long storedMs) {
        return new ShownEntry(
                placeSeq,
                id,
                kind,
                from,
                own,
                storedMs,
                text,
                replyToSeq,
                refSeq,
                edited,
                deleted,
                mentionsMe,
                reactions,
                notice,
                note,
                file);
    }
}
