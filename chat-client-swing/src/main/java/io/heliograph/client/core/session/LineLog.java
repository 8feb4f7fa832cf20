package io.heliograph.client.core.session;

import io.heliograph.common.message.Entry;
import io.heliograph.common.message.MessageId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one conversation that are in memory, by number, the newest {@value #MAX_LINES} at most.
 *
 * <p>What is done to a line that is not here is kept for a while: news and pages take different lanes, so that an
 * edit may overtake the page with its line. Not thread-safe; owned by the client's loop.
 */
final class LineLog {
    static final int MAX_LINES = 5_000;
    static final long MAX_CHARS = 4_000_000;
    static final int MAX_EARLY_CHANGES = 256;

    private final NavigableMap<Long, Line> lines = new TreeMap<>();
    private final Deque<Entry> earlyChanges = new ArrayDeque<>();
    private long chars;

    /** Takes in a line with what was done to it early. */
    void add(Line line) {
        if (lines.putIfAbsent(line.seq(), line) == null) {
            chars += line.chars();
            earlyChanges.stream()
                    .filter(change -> change.refSeq() == line.seq())
                    .toList()
                    .forEach(line::amend);
        }
        while (lines.size() > MAX_LINES || (chars > MAX_CHARS && lines.size() > 1)) {
            chars -= lines.pollFirstEntry().getValue().chars();
        }
    }

    /** Null if nothing looks different now, or if the line is not here. */
    @Nullable
    Line amend(Entry change) {
        Line line = lines.get(change.refSeq());
        if (line == null) {
            earlyChanges.addLast(change);
            if (earlyChanges.size() > MAX_EARLY_CHANGES) {
                earlyChanges.removeFirst();
            }
            return null;
        }
        chars -= line.chars();
        boolean changed = line.amend(change);
        chars += line.chars();
        return changed ? line : null;
    }

    /** Null if the line is not here any more. */
    @Nullable
    Line reveal(Timeline.Opened opened) {
        Line line = lines.get(opened.entry().seq());
        if (line != null) {
            chars -= line.chars();
            line.reveal(opened.entry(), opened.note());
            chars += line.chars();
        }
        return line;
    }

    /** Null for a line that is not here, and for what the server said. */
    @Nullable
    MessageId idOf(long seq) {
        Line line = lines.get(seq);
        return line == null ? null : line.id();
    }

    boolean holds(long seq) {
        return lines.containsKey(seq);
    }

    @Nullable
    Line find(long seq) {
        return lines.get(seq);
    }

    /** Those behind {@code seq}, in order. */
    Collection<Line> after(long seq) {
        return lines.tailMap(seq, false).values();
    }

    List<Line> all() {
        return new ArrayList<>(lines.values());
    }
}
