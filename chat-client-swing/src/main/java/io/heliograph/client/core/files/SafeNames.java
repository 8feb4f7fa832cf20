package io.heliograph.client.core.files;

import io.heliograph.common.text.SafeText;
import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes names for files out of what strangers call theirs: one name on every system, never a path, never hidden, never
 * an option of a command. Thread-safe: pure functions.
 */
public final class SafeNames {
    /** What Linux, macOS and Windows take alike. */
    static final int MAX_NAME_BYTES = 255;

    private static final String NAMELESS = "file";
    private static final int MAX_EXTENSION_BYTES = 32;
    private static final int PART_ID_CHARS = 8;
    private static final String PART_ENDING = ".part";
    /** Room for {@code " (10000)"}. */
    private static final int NUMBER_BYTES = 8;

    /** Windows has taken these for devices since 1981, with any extension and in any case. */
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)( *\\..*)?");

    private SafeNames() {}

    /** 1 to 247 bytes of UTF-8. */
    public static String of(String name) {
        StringBuilder safe = new StringBuilder(name.length());
        name.codePoints().map(SafeNames::safe).forEach(safe::appendCodePoint);
        String trimmed = trimmed(safe.toString());
        if (DEVICE.matcher(trimmed.toLowerCase(Locale.ROOT)).matches()) {
            trimmed = "_" + trimmed;
        }
        String shortened = fitting(trimmed, MAX_NAME_BYTES - NUMBER_BYTES);
        return shortened.isEmpty() ? NAMELESS : shortened;
    }

    /** What others are told that a file of one's own is called: as it is, if that is not too long. */
    public static String told(String name) {
        return fitting(name, MAX_NAME_BYTES);
    }

    /** Of a file that is being fetched: hidden, and not to be taken for the file. */
    static String ofPart(String name, Bytes blob) {
        String ending = "." + blob.toHex().substring(0, PART_ID_CHARS) + PART_ENDING;
        return "." + fitting(of(name), MAX_NAME_BYTES - 1 - ending.length()) + ending;
    }

    /** {@code number} 1 is {@code safeName} itself, then come {@code name (2).ext} and so on. */
    public static String numbered(String safeName, int number) {
        if (number == 1) {
            return safeName;
        }
        String extension = extensionOf(safeName);
        String stem = safeName.substring(0, safeName.length() - extension.length());
        return stem + " (" + number + ")" + extension;
    }

    private static int safe(int codePoint) {
        boolean bad = "/\\:*?\"<>|".indexOf(codePoint) >= 0
                || SafeText.isHarmful(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE
                || Character.getType(codePoint) == Character.UNASSIGNED
                || Character.getType(codePoint) == Character.FORMAT;
        return bad ? '_' : codePoint;
    }

    /** Windows drops dots and spaces at the end; at the front they hide a file, and a dash makes it an option. */
    private static String trimmed(String name) {
        int from = 0;
        int to = name.length();
        while (from < to && isLoose(name.charAt(from), "-~")) {
            from++;
        }
        while (to > from && isLoose(name.charAt(to - 1), "")) {
            to--;
        }
        return name.substring(from, to);
    }

    private static boolean isLoose(char letter, String further) {
        return letter == '.'
                || Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || further.indexOf(letter) >= 0;
    }

    /** Cut in front of the extension. */
    private static String fitting(String name, int maxBytes) {
        if (bytes(name) <= maxBytes) {
            return name;
        }
        String extension = extensionOf(name);
        StringBuilder stem = new StringBuilder();
        int left = maxBytes - bytes(extension);
        for (int index = 0; index < name.length() - extension.length(); ) {
            String letter = Character.toString(name.codePointAt(index));
            left -= bytes(letter);
            if (left < 0) {
                break;
            }
            stem.append(letter);
            index += letter.length();
        }
        String cut = trimmed(stem.toString());
        return (cut.isEmpty() ? NAMELESS : cut) + extension;
    }

    /** With its dot; empty for none, or for one too long to be one. */
    private static String extensionOf(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot <= 0 ? "" : name.substring(dot);
        return bytes(extension) <= MAX_EXTENSION_BYTES ? extension : "";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
