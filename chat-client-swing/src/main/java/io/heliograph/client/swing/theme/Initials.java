package io.heliograph.client.swing.theme;

import java.util.Locale;

/** The letters that stand for somebody without a picture. */
public final class Initials {
    private Initials() {}

    /** The first letters of the first and the last word, in capitals; {@code ?} for a name without letters. */
    public static String of(String name) {
        String[] words = name.strip().split("[\\s._#@-]+", -1);
        String first = "";
        String last = "";
        for (String word : words) {
            if (!word.isEmpty()) {
                String letter = word.substring(0, word.offsetByCodePoints(0, 1));
                last = first.isEmpty() ? "" : letter;
                first = first.isEmpty() ? letter : first;
            }
        }
        return first.isEmpty() ? "?" : (first + last).toUpperCase(Locale.ROOT);
    }
}
