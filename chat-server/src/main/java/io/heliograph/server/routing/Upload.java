package io.heliograph.server.routing;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.FileTable.FileRow;

/**
 * A blob that a session is bringing.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Upload {
    /** What is not durable yet is lost with the process; a sender is told at least so often how far it is safe. */
    private static final long DURABLE_EVERY_BYTES = 1024 * 1024;

    /** A sender keeps 4 MiB ahead (protocol.md 14); one that does not look at what is durable is stopped. */
    private static final long MAX_AHEAD_BYTES = 8 * 1024 * 1024;

    private final Session session;
    private final FileRow row;
    private long nextOffset;
    private long durableOffset;
    private long askedOffset;
    private int writingCount;
    private boolean ended;

    Upload(Session session, FileRow row) {
        this.session = session;
        this.row = row;
        this.nextOffset = row.haveBytes();
        this.durableOffset = row.haveBytes();
        this.askedOffset = row.haveBytes();
    }

    Session session() {
        return session;
    }

    FileRow row() {
        return row;
    }

    Bytes blob() {
        return row.blob();
    }

    /** Where what comes next belongs. */
    long nextOffset() {
        return nextOffset;
    }

    /** True if what ends at {@code offset} is to be durable before more is taken for safe. */
    boolean mustBeDurable(long offset) {
        return offset == row.bytes() || offset - askedOffset >= DURABLE_EVERY_BYTES;
    }

    boolean isTooFarAhead(long offset) {
        return offset - durableOffset > MAX_AHEAD_BYTES;
    }

    /** What ends at {@code offset} is on its way to the disk. */
    void onWriting(long offset, boolean durable) {
        writingCount++;
        nextOffset = offset;
        if (durable) {
            askedOffset = offset;
        }
    }

    void onWritten() {
        writingCount--;
    }

    boolean isWriting() {
        return writingCount > 0;
    }

    void onDurable(long offset) {
        durableOffset = offset;
    }

    /** Nothing more is taken, and what is on its way counts for nothing: behind a failure there may be a hole. */
    void end() {
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }
}
