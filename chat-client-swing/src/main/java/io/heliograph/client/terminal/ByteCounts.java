package io.heliograph.client.terminal;

import java.util.Locale;

/** How many bytes something has, for people: {@code 812 B}, {@code 3.4 MB}. Thread-safe: pure functions. */
final class ByteCounts {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};
    private static final double STEP = 1_000;

    /** From here on no decimal place is worth its width. */
    private static final double WHOLE_FROM = 100;

    private ByteCounts() {}

    static String of(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= STEP && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        String form = unit == 0 || value >= WHOLE_FROM ? "%.0f %s" : "%.1f %s";
        return String.format(Locale.ROOT, form, value, UNITS[unit]);
    }
}
