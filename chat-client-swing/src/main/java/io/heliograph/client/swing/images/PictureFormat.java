package io.heliograph.client.swing.images;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The formats of which pictures are made, told by how a file begins: its name says nothing. */
enum PictureFormat {
    PNG("png", "\211PNG\r\n\032\n"),
    JPEG("jpeg", "\377\330\377"),
    GIF("gif", "GIF8"),
    BMP("bmp", "BM");

    private static final int LONGEST = 8;

    private final String word;
    private final String magic;

    PictureFormat(String word, String magic) {
        this.word = word;
        this.magic = magic;
    }

    /** As the platform calls it. */
    String word() {
        return word;
    }

    /** Null for any other file. */
    static @Nullable PictureFormat of(byte[] head) {
        String octets = new String(head, 0, Math.min(head.length, LONGEST), StandardCharsets.ISO_8859_1);
        for (PictureFormat format : values()) {
            if (octets.startsWith(format.magic)) {
                return format;
            }
        }
        return null;
    }
}
