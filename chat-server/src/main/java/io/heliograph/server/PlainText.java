package io.heliograph.server;

/** Text for a terminal: what users chose must not move the cursor or hide itself. */
final class PlainText {
    private PlainText() {}

    /** Control and format characters, and what has no meaning, become {@code ?}. */
    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> plain.appendCodePoint(isPlain(point) ? point : '?'));
        return plain.toString();
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
