package io.heliograph.client.core.files;

import io.heliograph.common.util.Bytes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The SHA-256 of a file, taken piece by piece.
 *
 * <p>Not thread-safe; whoever holds a job of the disk for it owns it.
 */
public final class FileHash {
    private final SourceFile source;
    private final MessageDigest digest;
    private long doneBytes;

    public FileHash(SourceFile source) {
        this.source = source;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public SourceFile source() {
        return source;
    }

    /** Where the next piece begins. */
    public long doneBytes() {
        return doneBytes;
    }

    public boolean isComplete() {
        return doneBytes == source.sizeBytes();
    }

    public void update(byte[] octets, int length) {
        digest.update(octets, 0, length);
        doneBytes += length;
    }

    /** Once, when it is complete. */
    public Bytes finish() {
        return Bytes.takingOver(digest.digest());
    }
}
