package io.heliograph.client.swing.messages;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words of the list in one language, and how it writes times and days.
 *
 * <p>Immutable.
 */
public final class MessageWords {
    private static final String BUNDLE = "io.heliograph.client.swing.messages.messages";

    private final Locale locale;
    private final ResourceBundle bundle;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day;
    private final DateTimeFormatter dayAndTime;

    public MessageWords(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale);
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
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    String time(long timeMs) {
        return time.format(Instant.ofEpochMilli(timeMs));
    }

    String dayAndTime(long timeMs) {
        return dayAndTime.format(Instant.ofEpochMilli(timeMs));
    }

    String day(LocalDate date, LocalDate today) {
        if (date.equals(today)) {
            return text("day.today");
        }
        return date.equals(today.minusDays(1)) ? text("day.yesterday") : day.format(date);
    }
}
