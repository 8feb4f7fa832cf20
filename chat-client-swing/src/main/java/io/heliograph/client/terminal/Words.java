package io.heliograph.client.terminal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the arguments of a command apart. Thread-safe: pure functions. */
final class Words {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,6})(s|m|h|d|w)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    private Words() {}

    /** The first word; empty if there is none. */
    static String first(String text) {
        return text.isEmpty() ? "" : text.split("\\s+", 2)[0];
    }

    /** What stands behind the first word. */
    static String rest(String text) {
        String[] parts = text.split("\\s+", 2);
        return parts.length < 2 ? "" : parts[1].strip();
    }

    /** The last word; empty if there is only one. */
    static String last(String text) {
        int space = text.lastIndexOf(' ');
        return space < 0 ? "" : text.substring(space + 1);
    }

    /** Below 0 if it is no number. */
    static int number(String word) {
        return NUMBER.matcher(word).matches() ? Integer.parseInt(word) : -1;
    }

    /** {@code 90s}, {@code 10m}, {@code 2h}, {@code 1d}, {@code 1w} in seconds; below 0 if it is none. */
    static long durationS(String word) {
        Matcher matcher = DURATION.matcher(word.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            return -1;
        }
        long unit =
                switch (matcher.group(2)) {
                    case "s" -> 1;
                    case "m" -> 60;
                    case "h" -> 3_600;
                    case "d" -> 86_400;
                    default -> 604_800;
                };
        return Long.parseLong(matcher.group(1)) * unit;
    }
}
