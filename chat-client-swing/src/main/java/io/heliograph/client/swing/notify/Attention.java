package io.heliograph.client.swing.notify;

import io.heliograph.client.swing.settings.Settings;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When the user wants to be left alone, and which words are for them. Event dispatch thread only; no component. */
final class Attention {
    static final String QUIET = "notify.quiet";
    static final String FROM = "notify.quietFrom";
    static final String TO = "notify.quietTo";
    static final String WORDS = "notify.words";

    /** What holds before others are chosen; the settings show the same. */
    private static final LocalTime USUAL_FROM = LocalTime.of(22, 0);

    private static final LocalTime USUAL_TO = LocalTime.of(7, 0);

    private final Settings settings;
    private final ZoneId zone;

    Attention(Settings settings, ZoneId zone) {
        this.settings = settings;
        this.zone = zone;
    }

    /** Within the quiet hours, which may go over midnight; the same hour twice is the whole day. */
    boolean isQuiet(long nowMs) {
        if (!settings.get().kept(QUIET).equals("yes")) {
            return false;
        }
        LocalTime now = Instant.ofEpochMilli(nowMs).atZone(zone).toLocalTime();
        LocalTime from = time(FROM, USUAL_FROM);
        LocalTime to = time(TO, USUAL_TO);
        return from.isBefore(to) ? !now.isBefore(from) && now.isBefore(to) : !now.isBefore(from) || now.isBefore(to);
    }

    /** One of the user's words stands in {@code text}, as a word of its own, however it is written. */
    boolean isNamed(@Nullable String text) {
        String kept = settings.get().kept(WORDS);
        if (text == null || kept.isBlank()) {
            return false;
        }
        String said = text.toLowerCase(Locale.ROOT);
        for (String word : kept.toLowerCase(Locale.ROOT).split(",", -1)) {
            if (!word.isBlank() && holds(said, word.strip())) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(String said, String word) {
        for (int at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + 1)) {
            boolean begins = at == 0 || !Character.isLetterOrDigit(said.codePointBefore(at));
            int end = at + word.length();
            boolean ends = end == said.length() || !Character.isLetterOrDigit(said.codePointAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    private LocalTime time(String key, LocalTime usual) {
        try {
            return LocalTime.parse(settings.get().kept(key));
        } catch (DateTimeParseException other) {
            return usual;
        }
    }
}
