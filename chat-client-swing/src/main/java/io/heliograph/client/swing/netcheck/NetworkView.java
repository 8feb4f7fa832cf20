package io.heliograph.client.swing.netcheck;

import io.heliograph.client.core.netcheck.Finding.Mark;
import java.util.List;

/** What a check of the network shows; all of it safe to show. Event dispatch thread only. */
interface NetworkView {
    /** It has begun. */
    void showRunning(String server, String line);

    void showReport(Report report);

    /**
     * The result.
     *
     * @param mark of the verdict
     */
    record Report(List<Seen> seen, Mark mark, String verdict, String advice, List<Line> lines) {
        public Report {
            seen = List.copyOf(seen);
            lines = List.copyOf(lines);
        }
    }

    /** A piece of evidence; {@code spoken} says the mark as well. */
    record Seen(Mark mark, String text, String spoken) {}

    /** Something to copy, and where it is to be put. */
    record Line(String label, String text) {}
}
