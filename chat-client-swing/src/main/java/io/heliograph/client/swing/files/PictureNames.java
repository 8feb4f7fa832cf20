package io.heliograph.client.swing.files;

import java.util.Locale;

/** Which files are looked at as pictures, by their names. Pure functions. */
final class PictureNames {
    private PictureNames() {}

    static boolean isPicture(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|gif|bmp)");
    }
}
