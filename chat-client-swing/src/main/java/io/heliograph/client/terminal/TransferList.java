package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.common.message.MessageId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files on their way, and the last of those that have ended.
 *
 * <p>Thread-safe: the event thread writes, the reading thread asks. Holds {@value #MAX_ENDED} that have ended.
 */
final class TransferList {
    static final int MAX_ENDED = 50;
    /** As many characters of its name as people have to type at most. */
    private static final int SHORT_CHARS = 8;

    private final Map<MessageId, FileTransfer> transfers = new LinkedHashMap<>();

    synchronized void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.FileProgress progress) {
            FileTransfer file = progress.file();
            transfers.put(file.id(), file);
            List<MessageId> ended = new ArrayList<>();
            transfers.forEach((id, one) -> {
                if (one.state() == FileState.DONE || one.state() == FileState.CANCELLED) {
                    ended.add(id);
                }
            });
            ended.stream().limit(Math.max(0, ended.size() - MAX_ENDED)).forEach(transfers::remove);
        }
    }

    synchronized List<FileTransfer> all() {
        return new ArrayList<>(transfers.values());
    }

    /** Those that move, or will by themselves. */
    List<FileTransfer> moving() {
        return all().stream().filter(file -> !file.state().isAtRest()).toList();
    }

    /** The one whose name begins so; null if there is none, or more than one. */
    @Nullable
    FileTransfer find(String prefix) {
        List<FileTransfer> found = prefix.isEmpty()
                ? List.of()
                : all().stream()
                        .filter(file -> file.id().toHex().startsWith(prefix))
                        .toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    /** What the user calls it. */
    static String shortId(MessageId id) {
        return id.toHex().substring(0, SHORT_CHARS);
    }
}
