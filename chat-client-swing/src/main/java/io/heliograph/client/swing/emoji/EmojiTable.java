package io.heliograph.client.swing.emoji;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which characters are emoji, and the name of the picture of each. Characters that are text unless a U+FE0F follows
 * them stay text (Unicode UTS 51, 2.2).
 *
 * <p>Immutable after construction; reading the table takes some 40 ms.
 */
public final class EmojiTable {
    private static final String RESOURCE = "emoji.tsv";
    private static final String AS_EMOJI = "\uFE0F";
    private static final char AS_TEXT = '\uFE0E';
    private static final int COLUMNS = 9;
    private static final int TEXT_COLUMN = 1;
    private static final int GROUP_COLUMN = 2;
    private static final int LABEL_COLUMN = 4;
    private static final int CODES_COLUMN = 5;
    private static final int TAGS_COLUMN = 6;
    private static final int PICTURE_COLUMN = 7;
    private static final int SKINS_COLUMN = 8;
    private static final char FIRST_OUTSIDE_LATIN = 0x2000;

    private final Map<String, String> pictures = new HashMap<>();
    private final Map<String, Emoji> byShortcode = new HashMap<>();
    private final Set<String> textByDefault = new HashSet<>();
    private final List<Emoji> all = new ArrayList<>();

    /** Reads the table that comes with the program, with names in the language of {@code locale} where there are. */
    public EmojiTable(Locale locale) {
        EmojiNames translated = new EmojiNames(locale);
        InputStream resource = Objects.requireNonNull(EmojiTable.class.getResourceAsStream(RESOURCE), RESOURCE);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(line -> line.split("\t", COLUMNS))
                    .forEach(columns -> add(columns, translated.of(columns[0])));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The name of the picture of a grapheme cluster; null for one that stays text. */
    public @Nullable String picture(String cluster) {
        if (cluster.isEmpty()
                || (cluster.charAt(0) < FIRST_OUTSIDE_LATIN && cluster.length() == 1)
                || cluster.indexOf(AS_TEXT) > 0) {
            return null;
        }
        String key = bare(cluster);
        return key.length() == cluster.length() && textByDefault.contains(key) ? null : pictures.get(key);
    }

    /** The emoji that people write as {@code :code:}; null for none. */
    public @Nullable Emoji byShortcode(String code) {
        return byShortcode.get(code);
    }

    /** All that have a picture, in the order in which they are offered. */
    public List<Emoji> all() {
        return List.copyOf(all);
    }

    private void add(String[] columns, EmojiNames.@Nullable Name translated) {
        String sequence = sequence(columns[0]);
        List<String> skins = new ArrayList<>();
        for (String skin : list(columns[SKINS_COLUMN], " ")) {
            String[] parts = skin.split("=", 2);
            if (parts.length == 2 && !parts[1].isEmpty()) {
                pictures.put(bare(sequence(parts[0])), parts[1]);
                skins.add(sequence(parts[0]));
            }
        }
        String picture = columns[PICTURE_COLUMN];
        if (picture.isEmpty()) {
            return;
        }
        pictures.put(bare(sequence), picture);
        if (columns[TEXT_COLUMN].equals("0")
                && bare(sequence).codePointCount(0, bare(sequence).length()) == 1) {
            textByDefault.add(bare(sequence));
            sequence = bare(sequence) + AS_EMOJI; // to be seen as what was chosen
        }
        int group = columns[GROUP_COLUMN].isEmpty() ? -1 : Integer.parseInt(columns[GROUP_COLUMN]);
        List<String> codes = list(columns[CODES_COLUMN], ",");
        EmojiNames.Name english = new EmojiNames.Name(columns[LABEL_COLUMN], list(columns[TAGS_COLUMN], ","));
        EmojiNames.Name spoken = translated == null ? english : translated;
        Emoji emoji = new Emoji(
                sequence,
                group,
                spoken.label(),
                codes,
                EmojiNames.words(spoken.label()),
                words(spoken.tags()),
                translated == null ? List.of() : words(List.of(english.label(), String.join(" ", english.tags()))),
                picture,
                skins);
        all.add(emoji);
        codes.forEach(code -> byShortcode.put(code, emoji));
    }

    private static List<String> list(String column, String separator) {
        return column.isEmpty() ? List.of() : List.of(column.split(separator, -1));
    }

    private static List<String> words(List<String> texts) {
        return texts.stream().flatMap(text -> EmojiNames.words(text).stream()).toList();
    }

    private static String sequence(String hex) {
        StringBuilder sequence = new StringBuilder();
        for (String codePoint : hex.split("-", -1)) {
            sequence.appendCodePoint(Integer.parseInt(codePoint, 16));
        }
        return sequence.toString();
    }

    private static String bare(String sequence) {
        return sequence.contains(AS_EMOJI) ? sequence.replace(AS_EMOJI, "") : sequence;
    }
}
