package io.heliograph.common.message;

import org.jspecify.annotations.Nullable;

/** An enumeration whose values have numbers on the wire and words for people (protocol.md 6). */
public interface Coded {
    /** The number on the wire. */
    int code();

    /** As commands and {@code --json} write it: lower case, words joined by a hyphen. */
    String word();

    /** The value of that number; null if this version knows none. */
    static <E extends Enum<E> & Coded> @Nullable E ofCode(Class<E> type, long code) {
        for (E value : type.getEnumConstants()) {
            if (value.code() == code) {
                return value;
            }
        }
        return null;
    }

    /** The value of that word; null if there is none. */
    static <E extends Enum<E> & Coded> @Nullable E ofWord(Class<E> type, String word) {
        for (E value : type.getEnumConstants()) {
            if (value.word().equals(word)) {
                return value;
            }
        }
        return null;
    }
}
