package io.heliograph.client.core;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads how long something is to hold, as people write it: {@code 30m}, {@code 8h}, {@code 2d}, {@code tomorrow}. */
public final class Until {
    /** What stands for the next morning. */
    public static final String TOMORROW = "tomorrow";

    /** Chosen by us: when a day's work begins. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,3})([mhdw])");

    private Until() {}

    /** In milliseconds since 1970; below 0 for a word that says nothing of the kind. */
    public static long parse(String word, long nowMs, ZoneId zone) {
        String plain = word.toLowerCase(Locale.ROOT);
        if (plain.equals(TOMORROW)) {
            Instant now = Instant.ofEpochMilli(nowMs);
            return now.atZone(zone)
                    .toLocalDate()
                    .plusDays(1)
                    .atTime(MORNING)
                    .atZone(zone)
                    .toInstant()
                    .toEpochMilli();
        }
        Matcher matcher = SPAN.matcher(plain);
        if (!matcher.matches()) {
            return -1;
        }
        long unitMs =
                switch (matcher.group(2)) {
                    case "m" -> 60_000L;
                    case "h" -> 3_600_000L;
                    case "d" -> 86_400_000L;
                    default -> 604_800_000L;
                };
        return nowMs + Long.parseLong(matcher.group(1)) * unitMs;
    }
}
