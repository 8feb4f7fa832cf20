package io.heliograph.client.swing.words;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The texts of the desktop in one language. Immutable. */
public final class Words {
    /** Each part of the desktop has a file of its own; no key is in two of them. */
    static final List<String> FILES =
            List.of("Desktop", "Talk", "Messages", "Compose", "Files", "People", "Prefs", "Network");

    /** The languages there are, as tags of BCP 47. */
    public static final List<String> LANGUAGES = List.of("en", "de", "fr");

    private final List<ResourceBundle> bundles;
    private final Locale locale;

    private Words(List<ResourceBundle> bundles, Locale locale) {
        this.bundles = bundles;
        this.locale = locale;
    }

    /** The language of {@code locale}, or English where there is none. */
    public static Words in(Locale locale) {
        ResourceBundle.Control noDetour =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        String folder = Words.class.getPackageName() + ".";
        List<ResourceBundle> bundles = FILES.stream()
                .map(file -> ResourceBundle.getBundle(folder + file, locale, noDetour))
                .toList();
        return new Words(bundles, locale);
    }

    public Locale locale() {
        return locale;
    }

    /** A text as it stands. */
    public String get(String key) {
        String text = find(key);
        if (text == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return text;
    }

    /** A text with its places filled. */
    public String get(String key, Object... values) {
        return new MessageFormat(get(key), locale).format(values);
    }

    /** {@code fallback} where there is no such text. */
    public String orElse(String key, String fallback) {
        String text = find(key);
        return text == null ? fallback : text;
    }

    private @Nullable String find(String key) {
        for (ResourceBundle bundle : bundles) {
            if (bundle.containsKey(key)) {
                return bundle.getString(key);
            }
        }
        return null;
    }
}
