package io.heliograph.client.swing.theme;

import java.util.Locale;

/** The looks there are to choose from. */
public enum ThemeName {
    /** As the desktop environment says; light where it says nothing. */
    SYSTEM,
    LIGHT,
    DARK,
    CONTRAST;

    /** As settings and slash commands write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code fallback} for a word that is none. */
    public static ThemeName of(String word, ThemeName fallback) {
        for (ThemeName name : values()) {
            if (name.word().equals(word.toLowerCase(Locale.ROOT))) {
                return name;
            }
        }
        return fallback;
    }
}
