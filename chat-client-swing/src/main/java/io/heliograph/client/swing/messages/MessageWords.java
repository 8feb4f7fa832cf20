package io.heliograph.client.swing.messages;

import io.heliograph.client.swing.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/**
 * The words of the list in one language, and how it writes times and days.
 *
 * <p>Immutable.
 */
public final class MessageWords {
    private static final String PREFIX = "messages.";

    private final Words words;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayAndTime;

    public MessageWords(Words words, ZoneId zone) {
        Locale locale = words.locale();
        this.words = words;
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone);
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        this.dayAndTime = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone);
    }

    /** The words of a key with what belongs into them. */
    String text(String key, Object... arguments) {
        return arguments.length == 0 ? words.get(PREFIX + key) : words.get(PREFIX + key, arguments);
    }

    String time(long timeMs) {
        return time.format(Instant.ofEpochMilli(timeMs));
    }

    public String dayAndTime(long timeMs) {
        return dayAndTime.format(Instant.ofEpochMilli(timeMs));
    }

    String day(LocalDate date, LocalDate today) {
        if (date.equals(today)) {
            return text("day.today");
        }
        return date.equals(today.minusDays(1)) ? text("day.yesterday") : day.format(date);
    }
}
