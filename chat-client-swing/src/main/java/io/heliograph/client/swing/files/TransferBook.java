package io.heliograph.client.swing.files;

import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.common.message.MessageId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files on their way, and the last of those that have ended.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class TransferBook {
    private static final int MAX_ENDED = 100;

    private final Map<MessageId, FileTransfer> transfers = new LinkedHashMap<>();

    void put(FileTransfer transfer) {
        transfers.put(transfer.id(), transfer);
        long ended = transfers.values().stream()
                .filter(file -> file.state().isOver())
                .count();
        Iterator<FileTransfer> eldest = transfers.values().iterator();
        while (ended > MAX_ENDED && eldest.hasNext()) {
            if (eldest.next().state().isOver()) {
                eldest.remove();
                ended--;
            }
        }
    }

    /** The newest first. */
    List<FileTransfer> all() {
        List<FileTransfer> all = new ArrayList<>(transfers.values());
        java.util.Collections.reverse(all);
        return all;
    }

    @Nullable
    FileTransfer find(MessageId id) {
        return transfers.get(id);
    }

    /** What fetches a file; null for nothing. */
    @Nullable
    FileTransfer fetching(FileInfo file) {
        return transfers.get(new MessageId(file.blob()));
    }

    /** What has sent or fetched the file of a message; null for nothing. */
    @Nullable
    FileTransfer of(ShownEntry entry) {
        FileInfo file = entry.file();
        MessageId id = entry.id();
        FileTransfer fetched = file == null ? null : fetching(file);
        return fetched != null || id == null ? fetched : transfers.get(id);
    }
}
