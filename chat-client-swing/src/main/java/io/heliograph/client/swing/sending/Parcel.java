package io.heliograph.client.swing.sending;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file or a folder that may be sent, as it was looked at. Immutable.
 *
 * @param name safe to show
 * @param sizeBytes of a folder: of all that is in it
 * @param fileCount of a folder: how many files; 1 for a file
 * @param preview a small picture of it; null for none
 * @param shrinkable a picture that is larger than people look at
 */
record Parcel(
        Path path,
        String name,
        long sizeBytes,
        boolean folder,
        int fileCount,
        @Nullable BufferedImage preview,
        boolean shrinkable) {}
