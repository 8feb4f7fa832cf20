package io.heliograph.client.swing.theme;

import java.util.Locale;

/** The colours that a user can choose for what is active; each for light and for dark ground. */
public enum Accent {
    BLUE("#2C6BED", "#4C82F2"),
    TEAL("#0B7A75", "#2FA8A1"),
    GREEN("#2E7D32", "#58A85C"),
    PLUM("#8E3A9D", "#B267C0"),
    ROSE("#C2255C", "#E0648F"),
    ORANGE("#B4540A", "#DB8540");

    private final String onLight;
    private final String onDark;

    Accent(String onLight, String onDark) {
        this.onLight = onLight;
        this.onDark = onDark;
    }

    /** As the theme files take it. */
    String value(boolean dark) {
        return dark ? onDark : onLight;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code fallback} for a word that is none. */
    public static Accent of(String word, Accent fallback) {
        for (Accent accent : values()) {
            if (accent.word().equals(word.toLowerCase(Locale.ROOT))) {
                return accent;
            }
        }
        return fallback;
    }
}
