package io.heliograph.client.core.files;

import java.nio.file.Path;

/**
 * A file as it was looked at: with another size or another time it is another file.
 *
 * @param modifiedMs milliseconds since 1970; {@link #ANY_TIME} for a file that this program writes itself
 */
public record SourceFile(Path path, long sizeBytes, long modifiedMs) {
    public static final long ANY_TIME = -1;
}
