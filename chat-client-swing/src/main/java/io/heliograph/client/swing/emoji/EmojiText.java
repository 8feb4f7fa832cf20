package io.heliograph.client.swing.emoji;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the emoji in a text. Clusters are those of {@code \X}: it takes every emoji of Unicode 17 for one, which
 * BreakIterator on Java 17 does not.
 *
 * <p>Immutable.
 */
public final class EmojiText {
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final char FIRST_SYMBOL = 0x2000;

    private final Supplier<@Nullable EmojiTable> table;

    public EmojiText(EmojiTable table) {
        this(() -> table);
    }

    /** {@code table} is asked each time, and null while it is still on its way: all is text until then. */
    public EmojiText(Supplier<@Nullable EmojiTable> table) {
        this.table = table;
    }

    /**
     * An emoji in a text.
     *
     * @param start where its characters begin
     * @param end after its last character
     * @param picture its name among the pictures
     */
    public record Found(int start, int end, String picture) {}

    /** In the order of the text. */
    public List<Found> find(String text) {
        EmojiTable known = mayHaveEmoji(text) ? table.get() : null;
        if (known == null) {
            return List.of();
        }
        List<Found> found = new ArrayList<>();
        Matcher clusters = CLUSTER.matcher(text);
        while (clusters.find()) {
            String picture = known.picture(clusters.group());
            if (picture != null) {
                found.add(new Found(clusters.start(), clusters.end(), picture));
            }
        }
        return found;
    }

    /** How many emoji {@code text} has, if it has nothing else but spaces; else 0. */
    public int countIfAlone(String text) {
        String bare = text.strip();
        int at = 0;
        int count = 0;
        for (Found emoji : find(bare)) {
            if (!bare.substring(at, emoji.start()).isBlank()) {
                return 0;
            }
            at = emoji.end();
            count++;
        }
        return bare.substring(at).isBlank() ? count : 0;
    }

    private static boolean mayHaveEmoji(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) >= FIRST_SYMBOL) {
                return true;
            }
        }
        return false;
    }
}
