package io.heliograph.client.swing.theme;

import com.formdev.flatlaf.extras.FlatSVGUtils;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.List;

/** The sign of the program, in the sizes that window managers and trays ask for. */
public final class AppIcon {
    private static final String FILE = "/io/heliograph/client/swing/icons/heliograph.svg";

    private AppIcon() {}

    /** {@code size} in pixels of the screen. */
    public static BufferedImage image(int size) {
        return FlatSVGUtils.svg2image(FILE, size, size);
    }

    /** From 16 to 128 pixels. */
    public static List<Image> all() {
        return FlatSVGUtils.createWindowIconImages(FILE);
    }
}
