package io.heliograph.client.swing.emoji;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** What emoji are called in a language that is not that of the table. Immutable; reading takes some 20 ms. */
final class EmojiNames {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,:()\u2019'-]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int COLUMNS = 3;

    private final Map<String, Name> names = new HashMap<>();

    /** The name, and all words to find it by. */
    record Name(String label, List<String> tags) {}

    /** Nothing has a name where there is no table for the language of {@code locale}. */
    EmojiNames(Locale locale) {
        InputStream resource = EmojiNames.class.getResourceAsStream("emoji-" + locale.getLanguage() + ".tsv.gz");
        if (resource == null) {
            return;
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(resource, 1 << 14), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split("\t", COLUMNS)).forEach(this::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** By the code points as the table writes them; null for none. */
    @Nullable
    Name of(String hex) {
        return names.get(hex);
    }

    /** In lower case and without accents, which many do not type. */
    static String fold(String text) {
        String low = text.toLowerCase(Locale.ROOT);
        return MARKS.matcher(Normalizer.normalize(low, Normalizer.Form.NFD)).replaceAll("");
    }

    /** Each word of a name or a tag, folded. */
    static List<String> words(String text) {
        return Arrays.stream(BETWEEN_WORDS.split(fold(text)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private void add(String[] columns) {
        names.put(columns[0], new Name(columns[1], columns[2].isEmpty() ? List.of() : List.of(columns[2].split(","))));
    }
}
