package io.heliograph.client.swing.images;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes photographs as large as people look at them: {@value #MAX_SIDE} pixels on the longer side, as JPEG, with
 * nothing in the file but the picture. What a file says of its size is looked at before anything is decoded.
 *
 * <p>Thread-safe: pure functions. Blocks.
 */
public final class SmallerPictures {
    /** Chosen by us: fills a large screen. */
    static final int MAX_SIDE = 2_048;

    private static final float QUALITY = 0.85f;
    private static final int HEAD_BYTES = 128 * 1024;
    private static final long WORTHWHILE_BYTES = 400_000;

    private SmallerPictures() {}

    /** Whether {@link #write} would save much. */
    public static boolean isWorthwhile(Path source) {
        try (FileImageInputStream file = new FileImageInputStream(source.toFile())) {
            PictureFormat format = PictureFormat.of(head(file));
            if (format == null || format == PictureFormat.GIF || Files.size(source) < WORTHWHILE_BYTES) {
                return false; // a GIF may move
            }
            ImageReader reader = reader(file, format);
            try {
                return isBounded(reader)
                        && (Math.max(reader.getWidth(0), reader.getHeight(0)) > MAX_SIDE
                                || format != PictureFormat.JPEG);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return false; // decoders throw whatever they like
        }
    }

    /** Throws for what cannot be read as a picture. */
    public static void write(Path source, Path jpeg) throws IOException {
        try (FileImageInputStream file = new FileImageInputStream(source.toFile())) {
            byte[] head = head(file);
            PictureFormat format = PictureFormat.of(head);
            BufferedImage decoded = format == null ? null : decode(file, format);
            if (decoded == null) {
                throw new IOException("no picture, or too large a one");
            }
            int orientation = format == PictureFormat.JPEG ? ExifOrientation.of(head) : ExifOrientation.UPRIGHT;
            BufferedImage small = PictureScaling.turn(PictureScaling.shrink(decoded, MAX_SIDE), orientation);
            write(PictureScaling.onWhite(small), jpeg);
        } catch (RuntimeException e) {
            throw new IOException("the decoder has failed", e);
        }
    }

    private static void write(BufferedImage picture, Path jpeg) throws IOException {
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(PictureFormat.JPEG.word()).next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(QUALITY);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(jpeg.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
    }

    private static @Nullable BufferedImage decode(FileImageInputStream file, PictureFormat format) throws IOException {
        ImageReader reader = reader(file, format);
        try {
            if (!isBounded(reader)) {
                return null;
            }
            int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
            int every = Math.max(1, longer / (2 * MAX_SIDE));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static boolean isBounded(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        return (long) width * height <= ImageThumbnails.MAX_PIXELS
                && Math.max(width, height) <= ImageThumbnails.MAX_DECODED_SIDE;
    }

    private static ImageReader reader(FileImageInputStream file, PictureFormat format) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.word()).next();
        reader.setInput(file, true, true);
        return reader;
    }

    private static byte[] head(FileImageInputStream file) throws IOException {
        byte[] head = new byte[(int) Math.min(HEAD_BYTES, Math.max(0, file.length()))];
        file.readFully(head);
        file.seek(0);
        return head;
    }
}
