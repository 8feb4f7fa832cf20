package io.heliograph.client.swing.images;

import io.heliograph.client.core.files.Thumbnails;
import io.heliograph.common.message.Body;
import io.heliograph.common.util.Bytes;
import java.awt.AWTError;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Small pictures of PNG, JPEG, GIF (its first) and BMP files. What a file says of its size is looked at before
 * anything is decoded, and of a large picture only every so many pixels are kept.
 *
 * <p>Thread-safe: holds no state. Blocks; for the thread that does the disk's work.
 */
public final class ImageThumbnails implements Thumbnails {
    /** Chosen by us: as large as a face shows one, in pixels. */
    static final int MAX_SIDE = 400;
    /** Chosen by us: what a good camera makes; beyond that a few octets can promise gigabytes. */
    static final long MAX_PIXELS = 40_000_000;
    /** Chosen by us: decoders hold a whole line. */
    static final int MAX_DECODED_SIDE = 30_000;

    /** Enough for what stands before a photograph: one segment has 64 KiB at most. */
    private static final int HEAD_BYTES = 128 * 1024;
    /** So many times larger than it will be shown: what is averaged looks better than what is left out. */
    private static final int OVERSAMPLING = 2;

    @Override
    public Bytes of(Path source) {
        try (FileImageInputStream file = new FileImageInputStream(source.toFile())) {
            byte[] head = head(file);
            PictureFormat format = PictureFormat.of(head);
            BufferedImage decoded = format == null ? null : decode(file, format);
            if (decoded == null) {
                return Bytes.EMPTY;
            }
            int orientation = format == PictureFormat.JPEG ? ExifOrientation.of(head) : ExifOrientation.UPRIGHT;
            BufferedImage small = PictureScaling.shrink(decoded, MAX_SIDE);
            return PictureWriting.write(PictureScaling.turn(small, orientation), Body.File.MAX_THUMBNAIL_BYTES);
        } catch (IOException | RuntimeException | LinkageError | VirtualMachineError | AWTError e) {
            // Decoders throw whatever they like, and some platforms come without them, or with a display that does not
            // answer: then there is no picture, and the file is sent all the same.
            return Bytes.EMPTY;
        }
    }

    private static byte[] head(ImageInputStream file) throws IOException {
        byte[] head = new byte[(int) Math.min(HEAD_BYTES, Math.max(0, file.length()))];
        file.readFully(head);
        file.seek(0);
        return head;
    }

    /** Null if it is too large. */
    private static @Nullable BufferedImage decode(ImageInputStream file, PictureFormat format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.word()).next();
        try {
            reader.setInput(file, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            int longer = Math.max(width, height);
            if ((long) width * height > MAX_PIXELS || longer > MAX_DECODED_SIDE) {
                return null;
            }
            int every = Math.max(1, longer / (OVERSAMPLING * MAX_SIDE));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }
}
