package io.heliograph.client.core.files;

import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.util.Bytes;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The disk, which takes its time: each job is done elsewhere, one after the other, and answered on the client's loop.
 * In every answer {@code whyNot} is empty, or one line that tells the user what is wrong and what to do.
 */
public interface FileDisk {
    /** How much of a file one job of {@link #hash} reads: other jobs come in between. */
    int HASH_STEP_BYTES = 4 * 1024 * 1024;

    /** What happens when a job is done; on the client's loop. */
    interface Answer<T> {
        void on(T result, long nowNs);
    }

    /** The file is there and can be read. */
    record Looked(String whyNot, SourceFile source) {}

    /** {@code sha256} is empty while there is more. */
    record Hashed(String whyNot, Bytes sha256) {}

    /** A sealed chunk. */
    record Chunk(String whyNot, Bytes octets) {}

    /** {@code bytes}: what an earlier run has left. */
    record Prepared(String whyNot, long bytes) {}

    /** {@code authentic} is false for a chunk that is not of this file: nothing was written. */
    record Written(String whyNot, boolean authentic) {}

    /** Where the file is now; null if it could not be put there. */
    record Kept(String whyNot, @Nullable Path path) {}

    // What is sent

    /** Whether a file can be sent. */
    void look(Path path, Answer<Looked> answer);

    /** Reads the next {@value #HASH_STEP_BYTES} bytes. */
    void hash(FileHash hash, Answer<Hashed> answer);

    /** Its small picture; empty for none. */
    void picture(Path path, Answer<Bytes> answer);

    /** Reads and seals a chunk, if the file is what it was. */
    void seal(SourceFile source, FileSeal seal, long chunk, Answer<Chunk> answer);

    // What is fetched

    /** Makes room for a file of {@code sizeBytes} that is being fetched; keeps what is there of it. */
    void prepare(Path part, long sizeBytes, Answer<Prepared> answer);

    /** Checks a chunk and writes it to its place. */
    void write(Path part, FileSeal seal, long chunk, Bytes sealed, Answer<Written> answer);

    /** Puts a complete file under a free name beside {@code part}, which stays; never over anything. */
    void keep(Path part, String name, Answer<Kept> answer);

    /** {@code part} is not needed any more; true always. */
    void discard(Path part, Answer<Boolean> answer);
}
