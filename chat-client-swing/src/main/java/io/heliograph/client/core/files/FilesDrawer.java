package io.heliograph.client.core.files;

import io.heliograph.client.core.DownloadRule;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where transfers survive the death of the process: a drawer of the profile's store, each in the order of its
 * beginning. What is put is on disk after the session's next commit.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class FilesDrawer {
    private static final String UPLOADS = "files.up";
    private static final String DOWNLOADS = "files.down";
    /** How many chunks of a download stand in its part, by its blob: small, because it is written for each chunk. */
    private static final String PROGRESS = "files.progress";
    /** What was fetched unasked: not to be fetched again when the message is shown again. */
    private static final String FETCHED = "files.fetched";

    private static final String RULE = "files.rule";
    private static final Bytes RULE_KEY = Bytes.copyOf("rule".getBytes(StandardCharsets.UTF_8));
    /** Chosen by us: more messages than are ever shown again. */
    private static final int MAX_FETCHED = 4_096;

    private final LocalStore store;

    FilesDrawer(LocalStore store) {
        this.store = store;
    }

    List<UploadRecord> uploads() {
        List<UploadRecord> found = new ArrayList<>();
        for (Bytes value : store.all(UPLOADS).values()) {
            UploadRecord upload = RecordFormat.upload(value);
            if (upload != null) {
                found.add(upload);
            }
        }
        return found;
    }

    void put(UploadRecord upload) {
        store.put(UPLOADS, upload.id().octets(), RecordFormat.encode(upload));
    }

    void removeUpload(MessageId id) {
        store.remove(UPLOADS, id.octets());
    }

    List<DownloadRecord> downloads() {
        List<DownloadRecord> found = new ArrayList<>();
        for (Bytes value : store.all(DOWNLOADS).values()) {
            DownloadRecord download = RecordFormat.download(value);
            if (download != null) {
                found.add(download);
            }
        }
        return found;
    }

    void put(DownloadRecord download) {
        store.put(DOWNLOADS, download.id().octets(), RecordFormat.encode(download));
    }

    void removeDownload(MessageId id) {
        store.remove(DOWNLOADS, id.octets());
        store.remove(PROGRESS, id.octets());
    }

    /** 0 if nothing was noted. */
    long doneChunks(MessageId id) {
        Bytes value = store.get(PROGRESS, id.octets());
        return value == null || value.length() != Long.BYTES
                ? 0
                : ByteBuffer.wrap(value.toArray()).getLong();
    }

    void putDoneChunks(MessageId id, long count) {
        byte[] octets = ByteBuffer.allocate(Long.BYTES).putLong(count).array();
        store.put(PROGRESS, id.octets(), Bytes.takingOver(octets));
    }

    boolean wasFetched(Bytes blob) {
        return store.get(FETCHED, blob) != null;
    }

    void putFetched(Bytes blob) {
        store.put(FETCHED, blob, Bytes.EMPTY);
        List<Bytes> all = new ArrayList<>(store.all(FETCHED).keySet());
        all.stream().limit(Math.max(0, all.size() - MAX_FETCHED)).forEach(old -> store.remove(FETCHED, old));
    }

    DownloadRule rule() {
        Bytes value = store.get(RULE, RULE_KEY);
        @Nullable DownloadRule rule = value == null ? null : RecordFormat.rule(value);
        return Objects.requireNonNullElse(rule, DownloadRule.OFF);
    }

    void put(DownloadRule rule) {
        store.put(RULE, RULE_KEY, RecordFormat.encode(rule));
    }
}
