package io.heliograph.server.config;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What values a key takes. Immutable. */
sealed interface ValueRule {
    /** Null if {@code text} is such a value, else what it must be instead. */
    @Nullable
    String whyNot(String text);

    /** For the list of keys: what to write. */
    String form();

    /** Anything on one line. */
    record Text(int maxBytes) implements ValueRule {
        @Override
        public @Nullable String whyNot(String text) {
            int length = text.getBytes(StandardCharsets.UTF_8).length;
            return length <= maxBytes ? null : "must be at most " + maxBytes + " bytes long, not " + length;
        }

        @Override
        public String form() {
            return "text, at most " + maxBytes + " bytes";
        }
    }

    /** A whole number. */
    record Whole(int min, int max) implements ValueRule {
        @Override
        public @Nullable String whyNot(String text) {
            try {
                int value = Integer.parseInt(text);
                return value >= min && value <= max ? null : "must be from " + min + " to " + max + ", not " + value;
            } catch (NumberFormatException e) {
                return "must be a whole " + form() + ", not \"" + text + "\"";
            }
        }

        @Override
        public String form() {
            return "number from " + min + " to " + max;
        }
    }

    /** A time with its unit. */
    record Time(long minMs, long maxMs) implements ValueRule {
        @Override
        public @Nullable String whyNot(String text) {
            OptionalLong value = Units.timeMs(text);
            if (value.isEmpty()) {
                return "must be a time with its unit, such as 30s, 10m, 24h or 7d, not \"" + text + "\"";
            }
            return value.getAsLong() >= minMs && value.getAsLong() <= maxMs
                    ? null
                    : "must be from " + Units.ofTime(minMs) + " to " + Units.ofTime(maxMs) + ", not " + text;
        }

        @Override
        public String form() {
            return "time from " + Units.ofTime(minMs) + " to " + Units.ofTime(maxMs);
        }
    }

    /** A number of bytes with its unit. */
    record Size(long minBytes, long maxBytes) implements ValueRule {
        @Override
        public @Nullable String whyNot(String text) {
            OptionalLong value = Units.sizeBytes(text);
            if (value.isEmpty()) {
                return "must be a size with its unit, such as 64KiB, 10MiB or 1GiB, not \"" + text + "\"";
            }
            return value.getAsLong() >= minBytes && value.getAsLong() <= maxBytes
                    ? null
                    : "must be from " + Units.ofSize(minBytes) + " to " + Units.ofSize(maxBytes) + ", not " + text;
        }

        @Override
        public String form() {
            return "size from " + Units.ofSize(minBytes) + " to " + Units.ofSize(maxBytes);
        }
    }

    /** One of a few words. */
    record Choice(List<String> words) implements ValueRule {
        Choice(String... words) {
            this(List.of(words));
        }

        @Override
        public @Nullable String whyNot(String text) {
            return words.contains(text) ? null : "must be " + form() + ", not \"" + text + "\"";
        }

        @Override
        public String form() {
            return String.join(" or ", words);
        }
    }

    /** Names of rooms, with commas between them; may be empty. */
    record Rooms() implements ValueRule {
        static List<String> split(String text) {
            return Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(name -> !name.isEmpty())
                    .toList();
        }

        @Override
        public @Nullable String whyNot(String text) {
            for (String name : split(text)) {
                if (!name.startsWith("#") || name.length() < 2) {
                    return "must be names of rooms such as #lobby with commas between them, not \"" + name + "\"";
                }
            }
            return null;
        }

        @Override
        public String form() {
            return "names of rooms with commas between them";
        }
    }
}
