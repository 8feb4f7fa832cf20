package io.heliograph.client.core.files;

import io.heliograph.common.message.Body;
import io.heliograph.common.util.Bytes;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What has to be read of a file before the relay is told of it: that it is there, its hash, its small picture. One job
 * of the disk at a time.
 *
 * <p>Not thread-safe; owned by its upload.
 */
final class UploadReading {
    private final FileDisk disk;
    private final Consumer<UploadRecord> onRead;
    private final ObjLongConsumer<String> onFailure;
    private @Nullable FileHash hash;
    private boolean busy;
    /** Changes when the work is stopped: what the disk does then comes to nothing. */
    private int run;

    /** {@code onRead} is given the record with what was found out, {@code onFailure} why the file cannot be read. */
    UploadReading(FileDisk disk, Consumer<UploadRecord> onRead, ObjLongConsumer<String> onFailure) {
        this.disk = disk;
        this.onRead = onRead;
        this.onFailure = onFailure;
    }

    void look(UploadRecord record) {
        int mine = begin();
        disk.look(record.path(), (looked, atNs) -> {
            if (mine == run) {
                busy = false;
                if (looked.whyNot().isEmpty()) {
                    onRead.accept(record.looked(looked.source()));
                } else {
                    onFailure.accept(looked.whyNot(), atNs);
                }
            }
        });
    }

    /** The next piece; behind the last one comes the picture. */
    void read(UploadRecord record) {
        FileHash hashing = hash == null ? new FileHash(record.source()) : hash;
        hash = hashing;
        int mine = begin();
        disk.hash(hashing, (hashed, atNs) -> {
            if (mine != run) {
                return;
            }
            busy = false;
            if (!hashed.whyNot().isEmpty()) {
                onFailure.accept(hashed.whyNot(), atNs);
            } else if (!hashed.sha256().isEmpty()) {
                picture(record, hashed.sha256());
            }
        });
    }

    void stop() {
        run++;
        busy = false;
        hash = null;
    }

    boolean isBusy() {
        return busy;
    }

    /** From the first piece until the picture is made. */
    boolean isHashing() {
        return hash != null;
    }

    /** Hashed so far. */
    long doneBytes() {
        return hash == null ? 0 : hash.doneBytes();
    }

    private void picture(UploadRecord record, Bytes sha256) {
        int mine = begin();
        disk.picture(record.path(), (picture, atNs) -> {
            if (mine == run) {
                busy = false;
                hash = null;
                boolean fits = picture.length() <= Body.File.MAX_THUMBNAIL_BYTES;
                onRead.accept(record.hashed(sha256, fits ? picture : Bytes.EMPTY));
            }
        });
    }

    private int begin() {
        busy = true;
        return run;
    }
}
