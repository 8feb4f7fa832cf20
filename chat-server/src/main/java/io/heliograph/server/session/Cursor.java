package io.heliograph.server.session;

import io.heliograph.server.log.MessageLog;

/**
 * How far a session has been sent one log. Instead of a queue for each client there is one number for each: a
 * slow or silent client
 * costs no memory.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Cursor {
    private final long source;
    private final MessageLog log;
    private long nextSeq;

    /** {@code source}: the conversation. */
    Cursor(long source, MessageLog log, long nextSeq) {
        this.source = source;
        this.log = log;
        this.nextSeq = nextSeq;
    }

    long source() {
        return source;
    }

    MessageLog log() {
        return log;
    }

    long nextSeq() {
        return nextSeq;
    }

    void advanceTo(long seq) {
        nextSeq = seq;
    }

    boolean hasBacklog() {
        return nextSeq < log.nextSeq();
    }
}
