package io.heliograph.client.core.files;

import io.heliograph.client.core.Target;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.time.NanoClock;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files that are being fetched: so many at a time, the others in the order in which they were wanted.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Downloads {
    /** Chosen by us, as for uploads. */
    static final int AT_A_TIME = 2;
    /** Fixed by the protocol: requests that wait for their answer. */
    static final int MAX_REQUESTS = 4;

    private final Map<MessageId, Download> downloads = new LinkedHashMap<>();
    private final Ground ground;
    private boolean online;

    Downloads(Ground ground) {
        this.ground = ground;
    }

    void restore(long nowNs) {
        for (DownloadRecord record : ground.drawer().downloads()) {
            add(record, nowNs);
        }
    }

    /** One that is known already is tried again. */
    void begin(Body.File file, Target where, Path folder, long nowNs) {
        Download known = downloads.get(new MessageId(file.blob()));
        if (known != null && !known.isOver()) {
            known.resume(nowNs);
            return;
        }
        DownloadRecord record = new DownloadRecord(file, where, folder, null, Stage.ACTIVE, "");
        ground.drawer().put(record);
        ground.drawer().putDoneChunks(record.id(), 0);
        add(record, nowNs);
    }

    /** Null if there is none of that name. */
    @Nullable
    Download find(MessageId id) {
        return downloads.get(id);
    }

    int size() {
        return downloads.size();
    }

    // Inputs

    void onWelcome() {
        online = true;
        downloads.values().forEach(Download::onWelcome);
    }

    void onConnectionLost(long nowNs) {
        online = false;
        downloads.values().forEach(download -> download.onConnectionLost(nowNs));
    }

    // Outputs

    void advance() {
        downloads.values().removeIf(Download::isOver);
    }

    void pump(long nowNs) {
        long wanting = downloads.values().stream().filter(Download::wantsTurn).count();
        int each = MAX_REQUESTS / (int) Math.max(1, Math.min(AT_A_TIME, wanting));
        int taken = 0;
        for (Download download : List.copyOf(downloads.values())) {
            boolean turn = download.wantsTurn() && taken < AT_A_TIME;
            taken += turn ? 1 : 0;
            download.pump(turn, each, nowNs);
        }
    }

    long nextTimeoutNs(long nowNs) {
        long next = NanoClock.NEVER_NS;
        for (Download download : downloads.values()) {
            next = Math.min(next, download.nextTimeoutNs(nowNs));
        }
        return next;
    }

    private void add(DownloadRecord record, long nowNs) {
        Download download = new Download(record, ground);
        if (online) {
            download.onWelcome();
        }
        downloads.put(record.id(), download);
        download.tell(nowNs);
    }
}
