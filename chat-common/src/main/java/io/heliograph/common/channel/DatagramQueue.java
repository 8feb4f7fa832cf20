package io.heliograph.common.channel;

import io.heliograph.common.codec.FrameWriter;
import io.heliograph.common.util.Bytes;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;

/** Unreliable messages on their way out: what cannot go soon is dropped, the oldest first. Not thread-safe. */
final class DatagramQueue {
    private static final long MAX_WAIT_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long NOT_SEEN = -1;

    private final ArrayDeque<Bytes> waiting = new ArrayDeque<>(1);
    private final int maxCount;
    private long headSinceNs = NOT_SEEN;
    private long droppedCount;

    DatagramQueue(int maxCount) {
        this.maxCount = maxCount;
    }

    void add(Bytes message) {
        if (waiting.size() == maxCount) {
            drop();
        }
        waiting.add(message);
    }

    /** To be called with the time before anything is taken. */
    void expire(long nowNs) {
        if (waiting.isEmpty()) {
            headSinceNs = NOT_SEEN;
        } else if (headSinceNs == NOT_SEEN) {
            headSinceNs = nowNs;
        } else if (nowNs - headSinceNs > MAX_WAIT_NS) {
            droppedCount += waiting.size(); // the window was closed all the time: none of them is news any more
            waiting.clear();
            headSinceNs = NOT_SEEN;
        }
    }

    void fill(RecordDraft draft) {
        Bytes next = waiting.peek();
        while (next != null && draft.fits(FrameWriter.datagramSize(next.length()))) {
            draft.addDatagram(next.asReadOnlyArray());
            waiting.remove();
            headSinceNs = NOT_SEEN;
            next = waiting.peek();
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    long droppedCount() {
        return droppedCount;
    }

    private void drop() {
        waiting.remove();
        droppedCount++;
    }
}
