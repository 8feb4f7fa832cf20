package io.heliograph.client.swing.dialog;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The squares of a QR code.
 *
 * @param size of one side, in squares
 * @param dark row by row
 */
public record QrCode(int size, BitSet dark) {
    /** Takes a few milliseconds; null for a text that is too long for one. */
    public static @Nullable QrCode of(String text) {
        try {
            ByteMatrix matrix = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            BitSet dark = new BitSet();
            for (int y = 0; y < matrix.getHeight(); y++) {
                for (int x = 0; x < matrix.getWidth(); x++) {
                    dark.set(y * matrix.getWidth() + x, matrix.get(x, y) == 1);
                }
            }
            return new QrCode(matrix.getWidth(), dark);
        } catch (WriterException e) {
            return null;
        }
    }

    boolean isDark(int x, int y) {
        return dark.get(y * size + x);
    }
}
