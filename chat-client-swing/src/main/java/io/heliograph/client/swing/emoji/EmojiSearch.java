package io.heliograph.client.swing.emoji;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Finds emoji by what people call them. Immutable. */
public final class EmojiSearch {
    private static final int NOT_AT_ALL = 9;

    private final List<Emoji> all;

    public EmojiSearch(EmojiTable table) {
        this.all = table.all().stream().filter(EmojiSearch::isOffered).toList();
    }

    /** The best first, {@code max} at most; each word of {@code query} begins a word of the emoji. */
    public List<Emoji> find(String query, int max) {
        List<String> words = Arrays.stream(EmojiNames.fold(query).split("[\\s:_]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        for (Emoji emoji : all) {
            int rank = words.stream().mapToInt(word -> rank(emoji, word)).max().orElse(NOT_AT_ALL);
            if (rank < NOT_AT_ALL) {
                found.add(new Found(emoji, rank));
            }
        }
        found.sort(Comparator.comparingInt(Found::rank)); // keeps the usual order among equals
        return found.stream().limit(max).map(Found::emoji).toList();
    }

    /** Parts of others, and letters of flags, are in the table for reading alone. */
    static boolean isOffered(Emoji emoji) {
        return emoji.group() >= 0 && emoji.group() != 2;
    }

    private static int rank(Emoji emoji, String word) {
        boolean translated = !emoji.english().isEmpty();
        if (emoji.shortcodes().contains(word)) {
            return 0;
        } else if (translated && begins(emoji.names(), word)) {
            return 1; // before codes, which are English and begin with the same letters by chance
        } else if (translated && begins(emoji.tags(), word)) {
            return 2;
        } else if (begins(emoji.shortcodes(), word)) {
            return 3;
        } else if (emoji.shortcodes().stream().anyMatch(code -> code.contains("_" + word))) {
            return 4;
        } else if (begins(emoji.names(), word)) {
            return 5;
        }
        return begins(emoji.tags(), word) || begins(emoji.english(), word) ? 6 : NOT_AT_ALL;
    }

    private static boolean begins(List<String> words, String beginning) {
        return words.stream().anyMatch(word -> word.startsWith(beginning));
    }

    private record Found(Emoji emoji, int rank) {}
}
