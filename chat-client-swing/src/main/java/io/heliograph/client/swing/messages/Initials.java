package io.heliograph.client.swing.messages;

import java.util.Locale;

/** The letters that stand for a name. Pure functions. */
public final class Initials {
    private Initials() {}

    /** The first letters of the first and the last word, or a question mark. */
    public static String of(String name) {
        String[] words = name.strip().split("[\\s._-]+", -1);
        String first = letter(words[0]);
        String last = words.length > 1 ? letter(words[words.length - 1]) : "";
        String both = first + last;
        return both.isEmpty() ? "?" : both.toUpperCase(Locale.ROOT);
    }

    private static String letter(String word) {
        return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
