package io.heliograph.client.core;

import io.heliograph.common.message.Body;
import io.heliograph.common.util.Bytes;

/**
 * A file that a message offers, as a face needs to know it: without the key that opens it. {@code name} is what its
 * sender calls it, not to be taken for a path; the caption is the text of the entry.
 *
 * @param name 1 to 255 bytes, as it was sent
 * @param sizeBytes of the file
 * @param thumbnail PNG or JPEG of a stranger, at most 40,000 bytes, or empty
 * @param blob its name at the relay, 16 bytes: the id of the transfer that fetches it
 */
public record FileInfo(String name, long sizeBytes, Bytes thumbnail, Bytes blob) {

    /** What a face may know of {@code file}. */
    public static FileInfo of(Body.File file) {
        return new FileInfo(file.name(), file.sizeBytes(), file.thumbnail(), file.blob());
    }
}
