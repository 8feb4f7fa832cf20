package io.heliograph.client.swing.notify;

import io.heliograph.client.swing.settings.NotificationKeys;
import io.heliograph.client.swing.settings.Settings;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** When the user wants to be left alone, and which words are for them. Event dispatch thread only; no component. */
final class Attention {
    private final Settings settings;
    private final ZoneId zone;

    Attention(Settings settings, ZoneId zone) {
        this.settings = settings;
        this.zone = zone;
    }

    /** Within the quiet hours, which may go over midnight; the same hour twice is the whole day. */
    boolean isQuiet(long nowMs) {
        if (!settings.get().kept(NotificationKeys.QUIET).equals("yes")) {
            return false;
        }
        LocalTime now = Instant.ofEpochMilli(nowMs).atZone(zone).toLocalTime();
        LocalTime from = time(NotificationKeys.QUIET_FROM, NotificationKeys.USUAL_QUIET_FROM);
        LocalTime to = time(NotificationKeys.QUIET_TO, NotificationKeys.USUAL_QUIET_TO);
        return from.isBefore(to) ? !now.isBefore(from) && now.isBefore(to) : !now.isBefore(from) || now.isBefore(to);
    }

    /** One of the user's words stands in {@code text}, as a word of its own, however it is written. */
    boolean isNamed(@Nullable String text) {
        String kept = settings.get().kept(NotificationKeys.WORDS);
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

    private LocalTime time(String key, String usual) {
        try {
            return LocalTime.parse(settings.get().kept(key));
        } catch (DateTimeParseException other) {
            return LocalTime.parse(usual);
        }
    }
}
