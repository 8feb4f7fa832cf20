package io.heliograph.client.swing.messages;

import io.heliograph.client.core.ShownEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which entries quote which: a change of the one is seen in the others. Not thread-safe; owned by the event thread. */
final class Answers {
    private final Map<Long, Set<Long>> answers = new HashMap<>();

    void remember(ShownEntry entry) {
        if (entry.replyToSeq() != 0) {
            answers.computeIfAbsent(entry.replyToSeq(), seq -> new HashSet<>()).add(entry.seq());
        }
    }

    /** The numbers of those that quote {@code seq}. */
    Set<Long> to(long seq) {
        return answers.getOrDefault(seq, Set.of());
    }

    boolean isEmpty() {
        return answers.isEmpty();
    }

    void clear() {
        answers.clear();
    }
}
