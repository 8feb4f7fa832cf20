package io.heliograph.client.swing.model;

import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files that are being sent, each as a message on its way: its sender sees it where it will stand, before there is
 * anything that could be posted.
 *
 * <p>Not thread-safe; owned by the event dispatch thread.
 */
final class Sendings {
    private final Map<MessageId, ShownEntry> waiting = new HashMap<>();
    private final Set<MessageId> posted = new HashSet<>();

    /** The line of a file that is seen for the first time, or more is known of; null if nothing is new. */
    @Nullable
    ShownEntry line(FileTransfer file, String user, long nowMs) {
        if (!file.sending() || hasEnded(file.state()) || posted.contains(file.id())) {
            return null;
        }
        ShownEntry known = waiting.get(file.id());
        FileInfo info = info(file);
        if (known != null && info.equals(known.file())) {
            return null;
        }
        ShownEntry line = line(file.id(), user, known == null ? nowMs : known.timeMs(), info);
        waiting.put(file.id(), line);
        return line;
    }

    /** Its message stands in the log, or there will be none; true if it was shown here. */
    boolean ended(FileTransfer file) {
        boolean known = waiting.containsKey(file.id()) || posted.contains(file.id());
        if (known && hasEnded(file.state())) {
            waiting.remove(file.id());
            posted.remove(file.id());
            return true;
        }
        return false;
    }

    /** There is a message that offers it, which stands for it from now on. */
    void posted(MessageId id) {
        waiting.remove(id);
        posted.add(id);
    }

    /** Its name at the relay comes with the message; before that there is only this one. */
    private static FileInfo info(FileTransfer file) {
        return new FileInfo(
                file.name(),
                Math.max(0, file.sizeBytes()),
                Bytes.EMPTY,
                file.id().octets());
    }

    private static ShownEntry line(MessageId id, String user, long timeMs, FileInfo info) {
        return new ShownEntry(
                0,
                id,
                EntryKind.MESSAGE,
                user,
                true,
                timeMs,
                "",
                0,
                0,
                false,
                false,
                false,
                List.of(),
                null,
                null,
                info);
    }

    private static boolean hasEnded(FileState state) {
        return state == FileState.DONE || state == FileState.CANCELLED;
    }
}
