package io.heliograph.client.core;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Takes a path off the front of a line, as it is typed: in quotes, with a backslash before a space, with a tilde for
 * the user's own folder. Thread-safe: pure functions.
 */
public final class PathWords {
    private PathWords() {}

    /** A path as it is written, and what stands behind it. */
    public record Split(String path, String rest) {}

    public static Split split(String text) {
        StringBuilder path = new StringBuilder();
        char quote = 0;
        int index = 0;
        for (; index < text.length(); index++) {
            char letter = text.charAt(index);
            if (quote != 0 ? letter == quote : letter == '"' || (letter == '\'' && path.isEmpty())) {
                quote = quote == 0 ? letter : 0;
            } else if (letter == '\\' && quote != '\'' && isEscaped(text, index + 1)) {
                index++;
                path.append(text.charAt(index));
            } else if (quote == 0 && Character.isWhitespace(letter)) {
                break;
            } else {
                path.append(letter);
            }
        }
        return new Split(path.toString(), text.substring(index).strip());
    }

    /** Absolute; null for what no path can be. */
    public static @Nullable Path pathOf(String written) {
        boolean home = written.equals("~") || written.startsWith("~/") || written.startsWith("~\\");
        String full = home ? System.getProperty("user.home", ".") + written.substring(1) : written;
        try {
            return full.isEmpty() ? null : Path.of(full).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Else a backslash is what Windows writes between folders. */
    private static boolean isEscaped(String text, int index) {
        return index < text.length() && " \t\"'".indexOf(text.charAt(index)) >= 0;
    }
}
