package io.heliograph.client.core.search;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Makes texts alike that a person takes for the same: upper and lower case, with and without diacritics, and every
 * white space a blank.
 *
 * <p>Works code point by code point, so that a place in the folded text leads back to one in the original. Remembers
 * what it has folded: not thread-safe.
 */
final class Folding {
    private static final int FIRST_BEYOND_ASCII = 0x80;
    private static final int FIRST_SUPPLEMENTARY = 0x10000;
    /** Letters with a stroke or joined: Unicode decomposes none of them. */
    private static final String JOINED = "øđłħŧæœß";

    private static final String[] APART = {"o", "d", "l", "h", "t", "ae", "oe", "ss"};

    private final @Nullable String[] known = new @Nullable String[FIRST_SUPPLEMENTARY];

    String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int index = 0;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            append(folded, codePoint);
            index += Character.charCount(codePoint);
        }
        return folded.toString();
    }

    /** For each character of the folded text the index of the one it comes from, and behind them the text's length. */
    int[] origins(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        int[] origins = new int[text.length() + 1];
        int index = 0;
        while (index < text.length()) {
            int codePoint = text.codePointAt(index);
            int before = folded.length();
            append(folded, codePoint);
            if (folded.length() + 1 > origins.length) {
                origins = Arrays.copyOf(origins, 2 * folded.length() + 1);
            }
            Arrays.fill(origins, before, folded.length(), index);
            index += Character.charCount(codePoint);
        }
        int[] exact = Arrays.copyOf(origins, folded.length() + 1);
        exact[folded.length()] = text.length();
        return exact;
    }

    private void append(StringBuilder folded, int codePoint) {
        if (codePoint < FIRST_BEYOND_ASCII) {
            folded.append(Character.isWhitespace(codePoint) ? ' ' : (char) Character.toLowerCase(codePoint));
        } else if (codePoint >= FIRST_SUPPLEMENTARY) {
            folded.append(folded(codePoint));
        } else {
            String letters = known[codePoint];
            if (letters == null) {
                letters = folded(codePoint);
                known[codePoint] = letters;
            }
            folded.append(letters);
        }
    }

    private static String folded(int codePoint) {
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            return " ";
        }
        StringBuilder letters = new StringBuilder();
        String apart = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        apart.codePoints().filter(part -> !isMark(part)).forEach(part -> appendLetter(letters, part));
        return letters.toString();
    }

    private static void appendLetter(StringBuilder folded, int codePoint) {
        // By way of the upper case, which joins what has two lower cases, such as both forms of sigma.
        int lower = Character.toLowerCase(Character.toUpperCase(codePoint));
        int joined = JOINED.indexOf(lower);
        if (joined >= 0) {
            folded.append(APART[joined]);
        } else {
            folded.appendCodePoint(Character.isWhitespace(lower) ? ' ' : lower);
        }
    }

    /** Also the selectors between the pictures of an emoji. */
    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT;
    }
}
