package io.heliograph.client.core.files;

import io.heliograph.common.util.Bytes;
import java.nio.file.Path;

/** Makes the small picture that is shown before a file is fetched. Called on the thread that does the disk's work. */
public interface Thumbnails {
    /** Of nothing: for a face that has no pictures. */
    Thumbnails NONE = source -> Bytes.EMPTY;

    /**
     * PNG or JPEG, at most {@link io.heliograph.common.message.Body.File#MAX_THUMBNAIL_BYTES} bytes; empty for what is
     * no picture, or one that is too large to be decoded.
     */
    Bytes of(Path source);
}
