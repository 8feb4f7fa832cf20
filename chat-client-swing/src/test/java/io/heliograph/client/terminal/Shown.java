package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.ConversationKind;
import io.heliograph.common.message.ConversationState;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.Notice;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.util.Bytes;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries and conversations as a session would tell of them. */
final class Shown {
    private Shown() {}

    static MessageId id(int number) {
        return new MessageId(Bytes.takingOver(
                ByteBuffer.allocate(MessageId.LENGTH_BYTES).putInt(number).array()));
    }

    static ShownEntry message(long seq, String from, boolean own, @Nullable String text) {
        return message(seq, id((int) seq), from, own, text);
    }

    static ShownEntry message(long seq, MessageId id, String from, boolean own, @Nullable String text) {
        return entry(seq, id, from, own, text, null);
    }

    static ShownEntry file(long seq, String from, boolean own, String caption, FileInfo file) {
        return entry(seq, id((int) seq), from, own, caption, file);
    }

    private static ShownEntry entry(
            long seq, MessageId id, String from, boolean own, @Nullable String text, @Nullable FileInfo file) {
        boolean mentions = text != null && !own && text.contains("ann");
        return new ShownEntry(
                seq,
                id,
                EntryKind.MESSAGE,
                from,
                own,
                0,
                text,
                0,
                0,
                false,
                false,
                mentions,
                List.of(),
                null,
                null,
                file);
    }

    /** Of a file of 100 bytes that ann sends to the lobby. */
    static FileTransfer transfer(MessageId id, FileState state, long doneBytes) {
        String reason = state == FileState.FAILED ? "the file is too large" : "";
        return new FileTransfer(
                id, Target.room("lobby"), "a.txt", true, state, doneBytes, 100, 10, 6, Path.of("a.txt"), reason);
    }

    static ShownEntry notice(long seq, EntryKind kind, String by, String subject, String text) {
        return new ShownEntry(
                seq,
                null,
                kind,
                by,
                false,
                0,
                "",
                0,
                0,
                false,
                false,
                false,
                List.of(),
                new Notice(subject, text),
                null,
                null);
    }

    static ClientEvent.ConversationChanged conversation(Target where, long nextSeq) {
        return new ClientEvent.ConversationChanged(
                where,
                new ConversationState(
                        7,
                        where.isRoom() ? ConversationKind.ROOM : ConversationKind.DIRECT,
                        where.address(),
                        "soup",
                        "",
                        RoomAccess.PUBLIC,
                        false,
                        0,
                        0,
                        Role.MEMBER,
                        0,
                        2,
                        nextSeq,
                        1,
                        0,
                        0,
                        0,
                        0,
                        List.of(1L),
                        0));
    }
}
