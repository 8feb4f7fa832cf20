package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ShownEntry;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/**
 * Where the list gets the pictures and the progress of files from. Asked on the event thread, so it answers at
 * once:
 * whoever decodes a picture or moves a file does so elsewhere and says so to the list when there is
 * news.
 */
public interface FilePictures {
    /** Knows nothing: files are shown by name and size. */
    FilePictures NONE = new FilePictures() {
        @Override
        public @Nullable BufferedImage thumbnail(ShownEntry entry) {
            return null;
        }

        @Override
        public Progress progress(ShownEntry entry) {
            return Progress.AT_REST;
        }
    };

    /** The decoded thumbnail; null if there is none, or not yet. */
    @Nullable
    BufferedImage thumbnail(ShownEntry entry);

    Progress progress(ShownEntry entry);

    /**
     * How far a file has come.
     *
     * @param words what to say of it; empty for nothing but the size
     * @param part from 0 to 1 of it is here; below 0 while nothing moves
     * @param icon what a press on it does next
     */
    record Progress(String words, float part, String icon) {
        static final Progress AT_REST = new Progress("", -1, "file-text");

        boolean isMoving() {
            return part >= 0;
        }
    }
}
