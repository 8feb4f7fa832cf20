package io.heliograph.client.swing.images;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Makes pictures smaller and turns them. Thread-safe: pure functions, on pictures that nobody else holds. */
final class PictureScaling {
    /** The longest step down at which two neighbours of four are still all looked at. */
    private static final int STEP = 2;

    private static final int ALPHA_SHIFT = 24;
    private static final int OPAQUE = 0xff;

    private PictureScaling() {}

    /** At most {@code maxSide} pixels on the longer side; never larger than it was. */
    static BufferedImage shrink(BufferedImage picture, int maxSide) {
        double scale = Math.min(1, maxSide / (double) longerSide(picture));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage current = picture;
        while (longerSide(current) > STEP * Math.max(width, height)) {
            current = scaled(current, (current.getWidth() + 1) / STEP, (current.getHeight() + 1) / STEP);
        }
        return scaled(current, width, height);
    }

    /** As somebody sees it who holds the camera upright; {@code orientation} is {@link ExifOrientation}'s. */
    static BufferedImage turn(BufferedImage picture, int orientation) {
        if (orientation == ExifOrientation.UPRIGHT) {
            return picture;
        }
        boolean lies = orientation > 4;
        int width = lies ? picture.getHeight() : picture.getWidth();
        int height = lies ? picture.getWidth() : picture.getHeight();
        BufferedImage turned = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = turned.createGraphics();
        graphics.drawImage(picture, turning(orientation, width, height), null);
        graphics.dispose();
        return turned;
    }

    /** What is seen through shows white. */
    static BufferedImage onWhite(BufferedImage picture) {
        BufferedImage solid = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = solid.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return solid;
    }

    /** Whether any pixel lets something through; that a format could do so says little. */
    static boolean isSeeThrough(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (picture.getRGB(x, y) >>> ALPHA_SHIFT != OPAQUE) {
                    return true;
                }
            }
        }
        return false;
    }

    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage made = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = made.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return made;
    }

    /** {@code width} and {@code height} of what is made. */
    private static AffineTransform turning(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, width, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, width, height);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, height);
            default -> new AffineTransform();
        };
    }

    private static int longerSide(BufferedImage picture) {
        return Math.max(picture.getWidth(), picture.getHeight());
    }
}
