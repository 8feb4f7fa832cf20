package io.heliograph.client.swing.viewer;

/**
 * Which part of a picture is seen, and how large. Lengths are pixels of the view; a scale of 1 shows each pixel of the
 * picture as one. Immutable.
 *
 * @param left where the picture's left is in the view
 * @param top where its top is
 */
record ViewPort(double scale, double left, double top) {
    static final double MAX_SCALE = 16;
    static final double MIN_SCALE = 0.02;

    /** All of a picture in the middle, never larger than it is. */
    static ViewPort fit(int pictureWidth, int pictureHeight, int width, int height) {
        double scale = Math.min(1, Math.min(width / (double) pictureWidth, height / (double) pictureHeight));
        return centred(Math.max(MIN_SCALE, scale), pictureWidth, pictureHeight, width, height);
    }

    static ViewPort centred(double scale, int pictureWidth, int pictureHeight, int width, int height) {
        return new ViewPort(scale, (width - pictureWidth * scale) / 2, (height - pictureHeight * scale) / 2);
    }

    /** Larger or smaller; what is at a place of the view stays there. */
    ViewPort zoomed(double factor, double x, double y) {
        double next = Math.max(MIN_SCALE, Math.min(MAX_SCALE, scale * factor));
        double real = next / scale;
        return new ViewPort(next, x - (x - left) * real, y - (y - top) * real);
    }

    ViewPort moved(double byX, double byY) {
        return new ViewPort(scale, left + byX, top + byY);
    }
}
