package io.heliograph.client.core.files;

import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.Target;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.nio.file.Path;

/**
 * A file that is being sent, as the profile keeps it. {@link #toString} hides the key.
 *
 * @param id of the message that will offer it
 * @param blob its name at the relay, 16 random bytes
 * @param key 32 random bytes, for this file alone
 * @param sizeBytes below 0 before somebody has looked
 * @param sha256 of the whole; empty before it was read
 * @param thumbnail empty for none
 * @param begun the relay was told of the blob
 * @param reason of a failure; else empty
 */
record UploadRecord(
        MessageId id,
        Target to,
        Path path,
        String name,
        String caption,
        Bytes blob,
        Bytes key,
        long sizeBytes,
        long modifiedMs,
        Bytes sha256,
        Bytes thumbnail,
        boolean begun,
        Stage stage,
        String reason) {
    static final long UNKNOWN_SIZE = -1;

    SourceFile source() {
        return new SourceFile(path, sizeBytes, modifiedMs);
    }

    UploadRecord at(Stage next, String why) {
        return with(source(), sha256, thumbnail, begun, next, why);
    }

    UploadRecord looked(SourceFile source) {
        return with(source, sha256, thumbnail, begun, stage, reason);
    }

    UploadRecord hashed(Bytes hash, Bytes picture) {
        return with(source(), hash, picture, begun, stage, reason);
    }

    UploadRecord announced() {
        return with(source(), sha256, thumbnail, true, stage, reason);
    }

    /** What the message says of it. */
    Body.File offer() {
        return new Body.File(name, sizeBytes, blob, key, sha256, thumbnail, caption);
    }

    FileSeal seal() {
        SecretBytes secret = SecretBytes.copyOf(key.asReadOnlyArray());
        FileSeal made = new FileSeal(blob, secret, sizeBytes);
        secret.erase();
        return made;
    }

    /** As a face is told of it, without its pace. */
    FileTransfer told(FileState state, long doneBytes, String why) {
        return new FileTransfer(id, to, name, true, state, doneBytes, sizeBytes, 0, 0, path, why);
    }

    @Override
    public String toString() {
        return "UploadRecord[id=" + id + ", stage=" + stage + "]";
    }

    private UploadRecord with(SourceFile source, Bytes hash, Bytes picture, boolean told, Stage next, String why) {
        return new UploadRecord(
                id,
                to,
                path,
                name,
                caption,
                blob,
                key,
                source.sizeBytes(),
                source.modifiedMs(),
                hash,
                picture,
                told,
                next,
                why);
    }
}
