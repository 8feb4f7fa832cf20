package io.heliograph.client.core.files;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which chunks of a file that is being fetched are written, and which are under way. Chunks may come in any order; what
 * is kept is how many stand at the front without a hole.
 *
 * <p>Holds as much as may be under way. Not thread-safe; owned by its download.
 */
final class ChunkLedger {
    /** Chosen by us: a path that spoils a chunk as often spoils everything. */
    static final int MAX_TRIES = 3;

    /** Chunks from {@code first} on, {@code end} not included. */
    record Span(long first, long end) {}

    private final TreeSet<Long> ahead = new TreeSet<>();
    private final Set<Long> underWay = new HashSet<>();
    private final Map<Long, Integer> failures = new HashMap<>();
    private final long chunkCount;
    private long doneCount;

    ChunkLedger(long chunkCount, long doneCount) {
        this.chunkCount = chunkCount;
        this.doneCount = Math.max(0, Math.min(doneCount, chunkCount));
    }

    /** The next chunks that nobody has asked for; null if there are none, or too many are under way. */
    @Nullable
    Span take(int maxChunks, int maxUnderWay) {
        long first = doneCount;
        while (isTaken(first)) {
            first++;
        }
        if (first >= chunkCount || underWay.size() + maxChunks > maxUnderWay) {
            return null;
        }
        long end = first;
        while (end < chunkCount && end - first < maxChunks && !isTaken(end)) {
            underWay.add(end);
            end++;
        }
        return new Span(first, end);
    }

    /** They are not under way any more. */
    void release(long first, long end) {
        for (long chunk = first; chunk < end; chunk++) {
            underWay.remove(chunk);
        }
    }

    void forgetUnderWay() {
        underWay.clear();
        failures.clear();
    }

    void onWritten(long chunk) {
        underWay.remove(chunk);
        failures.remove(chunk);
        if (chunk >= doneCount) {
            ahead.add(chunk);
        }
        while (ahead.remove(doneCount)) {
            doneCount++;
        }
    }

    /** What was written behind {@code count} is not there any more. */
    void limitTo(long count) {
        doneCount = Math.min(doneCount, count);
        ahead.clear();
    }

    /** Counts a failure; false if that was the last try. */
    boolean mayTryAgain(long chunk) {
        return failures.merge(chunk, 1, Integer::sum) < MAX_TRIES;
    }

    boolean isComplete() {
        return doneCount == chunkCount;
    }

    /** Written without a hole from the front. */
    long doneCount() {
        return doneCount;
    }

    long writtenCount() {
        return doneCount + ahead.size();
    }

    private boolean isTaken(long chunk) {
        return underWay.contains(chunk) || ahead.contains(chunk);
    }
}
