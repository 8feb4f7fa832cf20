package io.heliograph.client.swing.compose;

import java.util.List;

/**
 * What could stand in place of the characters from {@code start} to {@code end}.
 *
 * @param candidates the best first; none hides the list
 */
public record Completion(int start, int end, List<Candidate> candidates) {
    public static final Completion NONE = new Completion(0, 0, List.of());

    public Completion {
        candidates = List.copyOf(candidates);
    }
}
