package io.heliograph.client.swing.images;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * How a camera was held, as a JPEG tells it (Exif 2.32, 4.6.4, tag 0x0112): 1 for upright to 8. What makes no sense
 * counts as upright. Thread-safe: pure functions.
 */
final class ExifOrientation {
    static final int UPRIGHT = 1;

    private static final int LAST = 8;
    private static final int START_OF_IMAGE = 0xffd8;
    private static final int APP1 = 0xffe1;
    private static final int START_OF_SCAN = 0xffda;
    private static final int FIRST_MARKER = 0xffc0;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final int TIFF_MAGIC = 42;
    private static final int TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int FIELD_BYTES = 12;

    private ExifOrientation() {}

    /** {@code head}: how the file begins. */
    static int of(byte[] head) {
        try {
            ByteBuffer tiff = tiff(ByteBuffer.wrap(head));
            return tiff == null ? UPRIGHT : orientation(tiff);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException cutShort) {
            return UPRIGHT;
        }
    }

    /** The first segment that holds one; null if there is none before the picture. */
    private static @Nullable ByteBuffer tiff(ByteBuffer jpeg) {
        if (word(jpeg) != START_OF_IMAGE) {
            return null;
        }
        int marker = word(jpeg);
        while (marker >= FIRST_MARKER && marker != START_OF_SCAN) {
            int length = word(jpeg) - Short.BYTES;
            ByteBuffer segment = jpeg.slice(jpeg.position(), length);
            if (marker == APP1 && startsWithExif(segment)) {
                return segment.slice();
            }
            jpeg.position(jpeg.position() + length);
            marker = word(jpeg);
        }
        return null;
    }

    private static boolean startsWithExif(ByteBuffer segment) {
        boolean same = segment.remaining() >= EXIF.length;
        for (int i = 0; same && i < EXIF.length; i++) {
            same = segment.get() == EXIF[i];
        }
        return same;
    }

    private static int orientation(ByteBuffer tiff) {
        boolean little = tiff.get(0) == 'I' && tiff.get(1) == 'I';
        tiff.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        if (tiff.getShort(Short.BYTES) != TIFF_MAGIC) {
            return UPRIGHT;
        }
        tiff.position(tiff.getInt(Integer.BYTES));
        int fields = word(tiff);
        for (int field = 0; field < fields; field++) {
            int at = tiff.position();
            if (word(tiff) == TAG && word(tiff) == SHORT) {
                int value = tiff.getShort(at + 2 * Integer.BYTES);
                return value >= UPRIGHT && value <= LAST ? value : UPRIGHT;
            }
            tiff.position(at + FIELD_BYTES);
        }
        return UPRIGHT;
    }

    private static int word(ByteBuffer from) {
        return Short.toUnsignedInt(from.getShort());
    }
}
