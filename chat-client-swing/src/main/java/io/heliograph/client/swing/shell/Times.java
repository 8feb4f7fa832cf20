package io.heliograph.client.swing.shell;

import io.heliograph.client.swing.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Times as short as can be told apart. Immutable. */
final class Times {
    private static final int WEEK_DAYS = 7;

    private final ZoneId zone;
    private final Words words;

    Times(ZoneId zone, Words words) {
        this.zone = zone;
        this.words = words;
    }

    ZoneId zone() {
        return zone;
    }

    /** The time of today, "yesterday", the day of this week, or the date; empty for 0. */
    String brief(long timeMs, long nowMs) {
        if (timeMs <= 0) {
            return "";
        }
        ZonedDateTime then = Instant.ofEpochMilli(timeMs).atZone(zone);
        LocalDate today = Instant.ofEpochMilli(nowMs).atZone(zone).toLocalDate();
        LocalDate day = then.toLocalDate();
        if (!day.isBefore(today)) {
            return then.format(
                    DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(words.locale()));
        } else if (day.equals(today.minusDays(1))) {
            return words.get("time.yesterday");
        } else if (day.isAfter(today.minusDays(WEEK_DAYS))) {
            return then.format(DateTimeFormatter.ofPattern("EEE", words.locale()));
        }
        return then.format(DateTimeFormatter.ofPattern("d MMM", words.locale()));
    }
}
