package io.heliograph.client.swing.compose;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether a text calls everybody. Pure functions. */
final class Calls {
    private static final Pattern ALL = Pattern.compile("(?<![\\p{L}\\p{N}_])@(all|here)(?![\\p{L}\\p{N}_])");

    private Calls() {}

    static boolean everybody(String text) {
        return ALL.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}
