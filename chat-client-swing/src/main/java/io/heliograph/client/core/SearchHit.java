package io.heliograph.client.core;

import java.util.List;

/**
 * A message that a search has found, as it stands now.
 *
 * @param from the author
 * @param own written by this user
 * @param timeMs milliseconds since 1970, UTC
 * @param text what was said; of a file its name and, behind a line feed, what was said of it
 * @param marks where in {@code text} the words stand, in order and apart from each other
 */
public record SearchHit(Target where, long seq, String from, boolean own, long timeMs, String text, List<Mark> marks) {

    /** From the character {@code start} to before the character {@code end}. */
    public record Mark(int start, int end) {}

    public SearchHit {
        marks = List.copyOf(marks);
    }
}
