package io.heliograph.common.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Folds a name to what the eye sees of it: two names that look the same have the same skeleton.
 *
 * <p>The skeleton of Unicode UTS 39, section 4, over the lower case of the compatibility normal form. It is
 * for comparison alone and is
 * never shown. Thread-safe.
 */
public final class Skeleton {
    private static final Map<Integer, String> PROTOTYPES = load();

    private Skeleton() {}

    /** The skeleton of {@code name}. */
    public static String of(String name) {
        String plain =
                Normalizer.normalize(lower(Normalizer.normalize(name, Normalizer.Form.NFKC)), Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(plain.length());
        plain.codePoints().forEach(codePoint -> {
            String prototype = PROTOTYPES.get(codePoint);
            if (prototype == null) {
                folded.appendCodePoint(codePoint);
            } else {
                folded.append(prototype);
            }
        });
        // A prototype may be a capital letter ("0" looks like "O"), so the case is folded once more.
        return Normalizer.normalize(lower(folded.toString()), Normalizer.Form.NFD);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Map<Integer, String> load() {
        InputStream resource =
                Objects.requireNonNull(Skeleton.class.getResourceAsStream("confusables.tsv"), "resource");
        Map<Integer, String> prototypes = new HashMap<>(4_096);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int tab = line.indexOf('\t');
                prototypes.put(Integer.parseInt(line, 0, tab, 16), textOf(line.substring(tab + 1)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(prototypes);
    }

    private static String textOf(String hexCodePoints) {
        StringBuilder text = new StringBuilder();
        if (hexCodePoints.isEmpty()) {
            return ""; // an invisible character
        }
        for (String hex : hexCodePoints.split(" ", -1)) {
            text.appendCodePoint(Integer.parseInt(hex, 16));
        }
        return text.toString();
    }
}
