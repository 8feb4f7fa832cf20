package io.heliograph.client.swing.messages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Tells the day of an instant; quick when asked for one day again and again, as a list of messages does.
 *
 * <p>Not thread-safe; owned by the event thread.
 */
final class Days {
    private final ZoneId zone;
    private LocalDate day = LocalDate.EPOCH;
    private long beginMs;
    /** Nothing is known yet: an empty span. */
    private long endMs;

    Days(ZoneId zone) {
        this.zone = zone;
    }

    LocalDate of(long timeMs) {
        if (timeMs < beginMs || timeMs >= endMs) {
            day = LocalDate.ofInstant(Instant.ofEpochMilli(timeMs), zone);
            beginMs = day.atStartOfDay(zone).toInstant().toEpochMilli();
            endMs = day.plusDays(1).atStartOfDay(zone).toInstant().toEpochMilli();
        }
        return day;
    }

    boolean isSame(long oneMs, long otherMs) {
        LocalDate one = of(oneMs);
        return (otherMs >= beginMs && otherMs < endMs) || one.equals(of(otherMs));
    }
}
