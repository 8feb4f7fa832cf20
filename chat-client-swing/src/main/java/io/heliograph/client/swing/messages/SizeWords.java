package io.heliograph.client.swing.messages;

import java.util.Locale;

/** How sizes of files are written. Pure functions. */
public final class SizeWords {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};
    private static final double STEP = 1_000;

    private SizeWords() {}

    public static String of(long sizeBytes) {
        if (sizeBytes < STEP) {
            return sizeBytes + " B";
        }
        double size = sizeBytes / STEP;
        int unit = 0;
        while (size >= STEP && unit < UNITS.length - 1) {
            size /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, size < 10 ? "%.1f %s" : "%.0f %s", size, UNITS[unit]);
    }
}
