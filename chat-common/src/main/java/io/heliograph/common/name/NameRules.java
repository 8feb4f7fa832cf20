package io.heliograph.common.name;

import java.text.Normalizer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user or a room may be called (protocol.md 7.2).
 *
 * <p>Thread-safe: pure functions.
 */
public final class NameRules {
    public static final int MAX_NAME_CODE_POINTS = 32;
    public static final int MAX_ROOM_CODE_POINTS = 64;

    private static final Set<String> RESERVED_SKELETONS = Set.of(
            Skeleton.of("server"),
            Skeleton.of("system"),
            Skeleton.of("admin"),
            Skeleton.of("root"),
            Skeleton.of("heliograph"),
            Skeleton.of("here"),
            Skeleton.of("all"));

    /**
     * Letters and marks that show nothing: with them two equal names could differ (Unicode,
     * Default_Ignorable_Code_Point).
     */
    private static final Set<Integer> INVISIBLE =
            Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x3164, 0xFFA0);

    private NameRules() {}

    /** The name in normal form, as it is stored and shown. */
    public static String normalise(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Null if a user may be called {@code name} (in normal form), else one sentence that says why not. */
    public static @Nullable String whyNotAName(String name) {
        String reason = whyNot("A name", name, MAX_NAME_CODE_POINTS);
        if (reason == null && RESERVED_SKELETONS.contains(Skeleton.of(name))) {
            return "The name \"" + name + "\" is reserved: choose another one.";
        }
        return reason;
    }

    /** Null if a room may be called {@code room} (in normal form), else one sentence that says why not. */
    public static @Nullable String whyNotARoom(String room) {
        if (!room.startsWith("#")) {
            return "A room's name begins with #.";
        }
        return whyNot("A room's name", room.substring(1), MAX_ROOM_CODE_POINTS);
    }

    private static @Nullable String whyNot(String what, String name, int maxCodePoints) {
        int count = name.codePointCount(0, name.length());
        if (count == 0) {
            return what + " cannot be empty.";
        }
        if (count > maxCodePoints) {
            return what + " has at most " + maxCodePoints + " characters; this one has " + count + ".";
        }
        int first = name.codePointAt(0);
        if (!Character.isLetterOrDigit(first)) {
            return what + " begins with a letter or a digit.";
        }
        return name.codePoints().allMatch(NameRules::isAllowed)
                ? null
                : what + " is made of letters, digits and _ - . ' only (no spaces).";
    }

    private static boolean isInvisible(int codePoint) {
        boolean variationSelector =
                (codePoint >= 0xFE00 && codePoint <= 0xFE0F) || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
        return variationSelector || INVISIBLE.contains(codePoint);
    }

    private static boolean isAllowed(int codePoint) {
        if (isInvisible(codePoint)) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.NON_SPACING_MARK,
                    Character.COMBINING_SPACING_MARK -> true;
            default -> codePoint == '_' || codePoint == '-' || codePoint == '.' || codePoint == '\'';
        };
    }
}
