package io.heliograph.server.blob;

import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Where the octets of blobs are kept. Every method may block, so none is called on the relay loop; failures are logged
 * where they happen.
 *
 * <p>Used by one thread at a time.
 */
public interface Blobs {
    /** Whether so many bytes more may be taken. */
    boolean hasRoomFor(long bytes);

    /** Makes the blob have exactly {@code bytes} bytes by cutting; false if that many are not there. */
    boolean cut(Bytes blob, long bytes);

    /** Writes at {@code offset}; with {@code durable} everything so far is on the disk when it returns. */
    boolean write(Bytes blob, long offset, Bytes octets, boolean durable);

    /** Null where that many octets are not there. */
    @Nullable
    Bytes read(Bytes blob, long offset, int length);

    /** One that is not there is as good as deleted. */
    boolean delete(Bytes blob);
}
