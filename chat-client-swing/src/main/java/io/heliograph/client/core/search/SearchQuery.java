package io.heliograph.client.core.search;

import io.heliograph.client.core.SearchHit.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is looked for: every clause has to hold, and of a clause one alternative.
 *
 * @param wanted the words and phrases that are marked in what is found, folded
 */
record SearchQuery(List<Clause> clauses, List<String> wanted) {

    /** Alternatives, joined by OR. */
    record Clause(List<Predicate<Saying>> alternatives) {
        Clause {
            alternatives = List.copyOf(alternatives);
        }

        private boolean holds(Saying saying) {
            for (Predicate<Saying> alternative : alternatives) {
                if (alternative.test(saying)) {
                    return true;
                }
            }
            return false;
        }
    }

    SearchQuery {
        clauses = List.copyOf(clauses);
        wanted = List.copyOf(wanted);
    }

    boolean matches(Saying saying) {
        for (Clause clause : clauses) {
            if (!clause.holds(saying)) {
                return false;
            }
        }
        return true;
    }

    /** Where the words stand in {@code text}, as it was written. */
    List<Mark> marks(String text, Folding folding) {
        String folded = folding.fold(text);
        int[] origins = folding.origins(text);
        List<Mark> marks = new ArrayList<>();
        for (String word : wanted) {
            int at = folded.indexOf(word);
            while (at >= 0) {
                int start = origins[at];
                int last = origins[at + word.length() - 1];
                int next = at + word.length();
                while (next < origins.length - 1 && origins[next] == last) {
                    next++; // a letter that is folded into several is marked as a whole
                }
                marks.add(new Mark(start, origins[next]));
                at = folded.indexOf(word, at + 1);
            }
        }
        marks.sort(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end));
        return joined(marks);
    }

    private static List<Mark> joined(List<Mark> sorted) {
        List<Mark> joined = new ArrayList<>();
        for (Mark mark : sorted) {
            Mark before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && mark.start() <= before.end()) {
                joined.set(joined.size() - 1, new Mark(before.start(), Math.max(before.end(), mark.end())));
            } else {
                joined.add(mark);
            }
        }
        return joined;
    }
}
