package io.heliograph.common.message;

import io.heliograph.common.util.Bytes;

/** What people say to each other, inside the body that the relay does not look into (protocol.md 6). */
public sealed interface Body {

    /**
     * A text of 1 to {@value Bounds#MAX_TEXT_BYTES} bytes of UTF-8.
     *
     * @param replyToSeq the entry of the same conversation that it answers; 0 for none
     */
    record Text(String text, long replyToSeq) implements Body {
        public Text {
            if (text.isEmpty()) {
                throw new IllegalArgumentException("an empty text");
            }
            Bounds.requireAtMost("text", text, Bounds.MAX_TEXT_BYTES);
        }
    }

    /** An emoji, or a short word, for the entry that REACT or UNREACT refers to. */
    record Reaction(String emoji) implements Body {
        public Reaction {
            if (emoji.isEmpty()) {
                throw new IllegalArgumentException("an empty reaction");
            }
            Bounds.requireAtMost("emoji", emoji, Bounds.MAX_EMOJI_BYTES);
        }
    }

    /**
     * A file that lies at the relay as a sealed blob (protocol.md 14).
     *
     * @param name 1 to {@value #MAX_NAME_BYTES} bytes, as its sender calls it: not to be taken for a path
     * @param sizeBytes of the file, not of the blob; at most {@value #MAX_SIZE_BYTES}
     * @param blob its name at the relay, {@value #BLOB_BYTES} random bytes
     * @param key 32 random bytes, for this file alone
     * @param sha256 of the whole file, 32 bytes
     * @param thumbnail PNG or JPEG, at most {@value #MAX_THUMBNAIL_BYTES} bytes, or empty
     * @param caption at most {@value #MAX_CAPTION_BYTES} bytes
     */
    record File(String name, long sizeBytes, Bytes blob, Bytes key, Bytes sha256, Bytes thumbnail, String caption)
            implements Body {
        public static final int MAX_NAME_BYTES = 255;
        public static final long MAX_SIZE_BYTES = 1L << 50;
        public static final int BLOB_BYTES = 16;
        public static final int KEY_BYTES = 32;
        public static final int MAX_THUMBNAIL_BYTES = 40_000;
        public static final int MAX_CAPTION_BYTES = 4_000;

        public File {
            if (name.isEmpty()) {
                throw new IllegalArgumentException("a file without a name");
            }
            Bounds.requireAtMost("file name", name, MAX_NAME_BYTES);
            Bounds.requireNotNegative("size", sizeBytes);
            Bounds.requireAtMost("size", sizeBytes, MAX_SIZE_BYTES);
            Bounds.requireLength("blob", blob, BLOB_BYTES);
            Bounds.requireLength("file key", key, KEY_BYTES);
            Bounds.requireLength("sha256", sha256, KEY_BYTES);
            if (thumbnail.length() > MAX_THUMBNAIL_BYTES) {
                throw new IllegalArgumentException("a thumbnail of " + thumbnail.length() + " bytes");
            }
            Bounds.requireAtMost("caption", caption, MAX_CAPTION_BYTES);
        }
    }

    /** A body of a later version; shown as something this version cannot show. */
    record Unknown(long kind) implements Body {}
}
