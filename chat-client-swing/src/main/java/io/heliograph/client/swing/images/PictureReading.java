package io.heliograph.client.swing.images;

import java.awt.AWTError;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of strangers, decoded with distrust: what one says of its size is looked at before anything is decoded, and
 * of a large one only every so many pixels are kept.
 *
 * <p>Thread-safe: holds no state. Blocks; never for the event thread.
 */
public final class PictureReading {
    private static final int HEAD_BYTES = 128 * 1024;

    private PictureReading() {}

    /** Null if it is no picture, or too large to be decoded. */
    public static @Nullable BufferedImage of(byte[] octets, int maxSide) {
        return read(new MemoryCacheImageInputStream(new ByteArrayInputStream(octets)), maxSide);
    }

    /** As somebody sees it who holds the camera upright, with {@code maxSide} pixels or less than twice as many. */
    public static @Nullable BufferedImage of(Path file, int maxSide) {
        try {
            return read(new FileImageInputStream(file.toFile()), maxSide);
        } catch (IOException e) {
            return null; // it is gone: there is nothing to show
        }
    }

    private static @Nullable BufferedImage read(ImageInputStream input, int maxSide) {
        try (ImageInputStream open = input) {
            byte[] head = new byte[HEAD_BYTES];
            int count = open.read(head);
            open.seek(0);
            PictureFormat format = PictureFormat.of(head);
            BufferedImage decoded = format == null || count <= 0 ? null : decode(open, format, maxSide);
            if (decoded == null) {
                return null;
            }
            return format == PictureFormat.JPEG ? PictureScaling.turn(decoded, ExifOrientation.of(head)) : decoded;
        } catch (IOException | RuntimeException | LinkageError | VirtualMachineError | AWTError e) {
            return null; // decoders throw whatever they like
        }
    }

    private static @Nullable BufferedImage decode(ImageInputStream input, PictureFormat format, int maxSide)
            throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.word()).next();
        try {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            int longer = Math.max(width, height);
            if ((long) width * height > ImageThumbnails.MAX_PIXELS || longer > ImageThumbnails.MAX_DECODED_SIDE) {
                return null;
            }
            int every = Math.max(1, longer / maxSide);
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }
}
