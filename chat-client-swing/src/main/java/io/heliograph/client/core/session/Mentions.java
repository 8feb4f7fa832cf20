package io.heliograph.client.core.session;

import java.util.Locale;

/**
 * Whether a text is meant for a user: it holds the name as a word, {@code @here} or {@code @all}.
 *
 * <p>Thread-safe: pure functions.
 */
final class Mentions {
    private Mentions() {}

    static boolean isFor(String text, String name) {
        String lower = text.toLowerCase(Locale.ROOT);
        return holdsWord(lower, name.toLowerCase(Locale.ROOT)) || holdsWord(lower, "@here") || holdsWord(lower, "@all");
    }

    private static boolean holdsWord(String text, String word) {
        int from = word.isEmpty() ? -1 : text.indexOf(word);
        while (from >= 0) {
            int end = from + word.length();
            boolean begins = from == 0 || !isOfWord(text.codePointBefore(from));
            boolean ends = end == text.length() || !isOfWord(text.codePointAt(end));
            if (begins && ends) {
                return true;
            }
            from = text.indexOf(word, from + 1);
        }
        return false;
    }

    private static boolean isOfWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || codePoint == '_';
    }
}
