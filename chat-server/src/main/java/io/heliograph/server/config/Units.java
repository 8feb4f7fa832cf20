package io.heliograph.server.config;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times and sizes as people write them: a whole number with its unit; {@code 0} needs none. */
public final class Units {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([0-9]{1,18})([A-Za-z]*)");

    private static final Map<String, Long> TIMES_MS = Map.of(
            "s", TimeUnit.SECONDS.toMillis(1),
            "m", TimeUnit.MINUTES.toMillis(1),
            "h", TimeUnit.HOURS.toMillis(1),
            "d", TimeUnit.DAYS.toMillis(1));

    private static final Map<String, Long> SIZES_BYTES =
            Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    private Units() {}

    /** Milliseconds in {@code 30s}, {@code 10m}, {@code 24h} or {@code 7d}; empty for anything else. */
    public static OptionalLong timeMs(String text) {
        return parse(text, TIMES_MS);
    }

    /** Bytes in {@code 512B}, {@code 64KiB}, {@code 10MiB} or {@code 1GiB}; empty for anything else. */
    public static OptionalLong sizeBytes(String text) {
        return parse(text, SIZES_BYTES);
    }

    static String ofTime(long ms) {
        return format(ms, TIMES_MS);
    }

    static String ofSize(long bytes) {
        return format(bytes, SIZES_BYTES);
    }

    private static OptionalLong parse(String text, Map<String, Long> units) {
        Matcher parts = NUMBER_AND_UNIT.matcher(text);
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(parts.group(1));
        Long unit = units.get(parts.group(2));
        if (number == 0 && (unit != null || parts.group(2).isEmpty())) {
            return OptionalLong.of(0);
        }
        return unit == null || number > Long.MAX_VALUE / unit ? OptionalLong.empty() : OptionalLong.of(number * unit);
    }

    /** In the largest unit that divides it. */
    private static String format(long value, Map<String, Long> units) {
        TreeMap<Long, String> ascending = new TreeMap<>();
        units.forEach((name, unit) -> ascending.put(unit, name));
        for (Map.Entry<Long, String> unit : ascending.descendingMap().entrySet()) {
            if (value != 0 && value % unit.getKey() == 0) {
                return value / unit.getKey() + unit.getValue();
            }
        }
        return Long.toString(value);
    }
}
