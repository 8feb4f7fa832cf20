package io.heliograph.client.swing.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** The texts of the desktop in one language. Immutable. */
public final class Words {
    private static final String BUNDLE = "io.heliograph.client.swing.words.Desktop";

    private final ResourceBundle bundle;
    private final Locale locale;

    private Words(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The language of {@code locale}, or English where there is none. */
    public static Words in(Locale locale) {
        ResourceBundle.Control noDetour =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Words(ResourceBundle.getBundle(BUNDLE, locale, noDetour), locale);
    }

    public Locale locale() {
        return locale;
    }

    /** A text as it stands. */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** A text with its places filled. */
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** {@code fallback} where there is no such text. */
    public String orElse(String key, String fallback) {
        try {
            return bundle.getString(key);
        } catch (MissingResourceException e) {
            return fallback;
        }
    }
}
