package io.heliograph.client.swing.dialog;

import io.heliograph.client.swing.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Days and times in full, as the user's language writes them. Immutable. */
public final class Moments {
    private final Words words;
    private final ZoneId zone;

    public Moments(Words words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    /** Empty for 0. */
    public String day(long timeMs) {
        return timeMs <= 0
                ? ""
                : at(timeMs)
                        .format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(words.locale()));
    }

    /** The time alone where it is today; empty for 0. */
    public String moment(long timeMs, long nowMs) {
        if (timeMs <= 0) {
            return "";
        }
        LocalDate today = at(nowMs).toLocalDate();
        String time = at(timeMs)
                .format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(words.locale()));
        return at(timeMs).toLocalDate().equals(today) ? time : day(timeMs) + ", " + time;
    }

    private ZonedDateTime at(long timeMs) {
        return Instant.ofEpochMilli(timeMs).atZone(zone);
    }
}
