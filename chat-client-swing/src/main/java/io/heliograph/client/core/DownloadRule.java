package io.heliograph.client.core;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which files are fetched without being asked for.
 *
 * @param maxBytes larger ones are not
 * @param folder where they go; null before one was named
 */
public record DownloadRule(
        From from, long maxBytes, @Nullable Path folder) {
    /** Chosen by us: what nobody minds on a disk. */
    public static final long DEFAULT_MAX_BYTES = 50_000_000;

    public static final DownloadRule OFF = new DownloadRule(From.NOBODY, DEFAULT_MAX_BYTES, null);

    /** Whose files. */
    public enum From {
        NOBODY("off"),
        VERIFIED("verified"),
        EVERYBODY("all");

        private final String word;

        From(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** Null for another word. */
        public static @Nullable From ofWord(String word) {
            for (From from : values()) {
                if (from.word.equals(word.toLowerCase(Locale.ROOT))) {
                    return from;
                }
            }
            return null;
        }
    }
}
