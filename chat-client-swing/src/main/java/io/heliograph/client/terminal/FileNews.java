package io.heliograph.client.terminal;

import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.common.message.MessageId;
import java.util.HashMap;
import java.util.Map;

/**
 * Picks out of what is told of a file what is worth a line: that it goes, that it stopped, how it ended.
 *
 * <p>Thread-safe.
 */
final class FileNews {
    private final Map<MessageId, FileState> told = new HashMap<>();

    synchronized boolean isNews(FileTransfer file) {
        FileState now =
                switch (file.state()) {
                    case SENDING, RECEIVING -> FileState.SENDING;
                    case PAUSED, DONE, FAILED, CANCELLED -> file.state();
                    case QUEUED, HASHING, WAITING, VERIFYING -> null;
                };
        if (now == null || now == told.get(file.id())) {
            return false;
        }
        if (now == FileState.DONE || now == FileState.CANCELLED) {
            told.remove(file.id());
        } else {
            told.put(file.id(), now);
        }
        return true;
    }
}
