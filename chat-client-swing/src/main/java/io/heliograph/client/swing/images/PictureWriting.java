package io.heliograph.client.swing.images;

import io.heliograph.common.util.Bytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes a picture so that it fits into so many bytes: JPEG, and PNG for what is seen through. Nothing but the pixels
 * goes in: not where a photograph was taken, nor with what. Thread-safe: pure functions.
 */
final class PictureWriting {
    /** Chosen by us: tried one after the other; a PNG of the last one fits whatever it shows. */
    private static final int[] SIDES = {ImageThumbnails.MAX_SIDE, 280, 200, 140, 90};
    /** Chosen by us: below the last one a smaller picture shows more. */
    private static final float[] QUALITIES = {0.8f, 0.65f, 0.5f, 0.35f};

    private PictureWriting() {}

    /** At most {@code maxBytes}; empty if nothing fits. */
    static Bytes write(BufferedImage picture, int maxBytes) throws IOException {
        boolean seeThrough = PictureScaling.isSeeThrough(picture);
        for (int side : SIDES) {
            BufferedImage small = PictureScaling.shrink(picture, side);
            byte[] written = seeThrough ? png(small) : jpeg(PictureScaling.onWhite(small), maxBytes);
            if (written.length <= maxBytes) {
                return Bytes.takingOver(written);
            }
        }
        return Bytes.EMPTY;
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ImageWriter writer = writer(PictureFormat.PNG);
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(0); // of PNG: the smallest, nothing is lost
        return write(writer, param, picture);
    }

    /** In the best quality that fits, else in the worst. */
    private static byte[] jpeg(BufferedImage picture, int maxBytes) throws IOException {
        byte[] written = {};
        for (float quality : QUALITIES) {
            ImageWriter writer = writer(PictureFormat.JPEG);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            written = write(writer, param, picture);
            if (written.length <= maxBytes) {
                break;
            }
        }
        return written;
    }

    private static ImageWriter writer(PictureFormat format) {
        return ImageIO.getImageWritersByFormatName(format.word()).next();
    }

    private static byte[] write(ImageWriter writer, ImageWriteParam param, BufferedImage picture) throws IOException {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(octets)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return octets.toByteArray();
    }
}
