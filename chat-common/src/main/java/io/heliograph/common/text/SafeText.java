package io.heliograph.common.text;

/**
 * Makes text from others safe to show: nothing in it moves the cursor, changes the terminal, or turns the direction
 * of what
 * follows.
 *
 * <p>Thread-safe: pure functions.
 */
public final class SafeText {
    private static final String TAB = "    ";
    private static final char SHOWN_CONTROL = '\uFFFD';
    /** More marks on one letter than any language uses climb over the lines above. */
    private static final int MAX_MARKS = 8;

    private SafeText() {}

    /** For a text that may have several lines: line feeds stay. */
    public static String lines(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        int marks = 0;
        for (int index = 0; index < text.length(); ) {
            int codePoint = text.codePointAt(index);
            index += Character.charCount(codePoint);
            marks = isMark(codePoint) ? marks + 1 : 0;
            if (marks <= MAX_MARKS) {
                append(safe, codePoint);
            }
        }
        return safe.toString();
    }

    /** For a name or anything else that has to stay on its line. */
    public static String line(String text) {
        return lines(text).replace('\n', ' ');
    }

    /** At most {@code maxChars} of {@link #line}, for hints. */
    public static String excerpt(String text, int maxChars) {
        String line = line(text);
        if (line.length() <= maxChars) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(maxChars - 2)) ? maxChars - 2 : maxChars - 1;
        return line.substring(0, end) + "…";
    }

    /** True for what a program that reads lines or shows text must not be given as it is. */
    public static boolean isHarmful(int codePoint) {
        return Character.isISOControl(codePoint)
                || isDirection(codePoint)
                || isSeparator(codePoint)
                || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    private static void append(StringBuilder safe, int codePoint) {
        if (codePoint == '\t') {
            safe.append(TAB);
        } else if (codePoint == '\n' || isSeparator(codePoint)) {
            safe.append('\n');
        } else if (isDirection(codePoint) || isInvisible(codePoint)) {
            return; // it has no width, so that nothing is missing where it was
        } else if (isHarmful(codePoint)) {
            safe.append(SHOWN_CONTROL);
        } else {
            safe.appendCodePoint(codePoint);
        }
    }

    /** Embeddings, overrides, isolates and their ends (Unicode UAX 9, section 2). */
    private static boolean isDirection(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069)
                || codePoint == 0x200E
                || codePoint == 0x200F
                || codePoint == 0x061C;
    }

    private static boolean isSeparator(int codePoint) {
        return codePoint == 0x2028 || codePoint == 0x2029;
    }

    /** The joiners stay: scripts and emoji need them. */
    private static boolean isInvisible(int codePoint) {
        return codePoint == 0x200B || codePoint == 0xFEFF || codePoint == 0x2060 || codePoint == 0x00AD;
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }
}
