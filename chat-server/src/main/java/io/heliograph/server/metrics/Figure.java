package io.heliograph.server.metrics;

/**
 * One number about the server.
 *
 * @param name lower case, words joined by underscores, the unit last
 * @param reason tells apart figures of the same name; empty where there is one
 * @param growing true: only grows; false: goes up and down
 * @param sentence what it counts
 */
public record Figure(String name, String reason, double value, boolean growing, String sentence) {
    private static final double NS_PER_S = 1e9;

    /** One that only grows. */
    public static Figure count(String name, long value, String sentence) {
        return new Figure(name, "", (double) value, true, sentence);
    }

    /** One of several of the same name that only grow. */
    public static Figure countBy(String name, String reason, long value, String sentence) {
        return new Figure(name, reason, (double) value, true, sentence);
    }

    /** Time that only grows. */
    public static Figure spentSeconds(String name, long ns, String sentence) {
        return new Figure(name, "", ns / NS_PER_S, true, sentence);
    }

    /** One that goes up and down. */
    public static Figure level(String name, long value, String sentence) {
        return new Figure(name, "", (double) value, false, sentence);
    }

    /** A time that goes up and down. */
    public static Figure seconds(String name, long ns, String sentence) {
        return new Figure(name, "", ns / NS_PER_S, false, sentence);
    }
}
