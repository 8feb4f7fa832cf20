package io.heliograph.server.session;

/**
 * How far a session has been sent the boxes of its device (protocol.md 13.3). What does not fit into the link waits in
 * the store, not here.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class MailCursor {
    private long sentNumber;
    private long newestNumber;
    private boolean reading;

    /** The session has been sent all there are up to {@code number}. */
    public void begin(long number) {
        sentNumber = number;
        newestNumber = number;
    }

    /** There is a newer box; true if it is the session's next one. */
    public boolean onStored(long number) {
        boolean next = sentNumber == newestNumber;
        newestNumber = Math.max(newestNumber, number);
        return next;
    }

    public void onSent(long number) {
        sentNumber = number;
    }

    /** Nothing that was not sent is left: it was taken, or its time was over. */
    public void skip() {
        sentNumber = newestNumber;
    }

    public long sentNumber() {
        return sentNumber;
    }

    /** True if there is something to read and nobody reads it. */
    public boolean mayRead() {
        return !reading && sentNumber < newestNumber;
    }

    public void setReading(boolean now) {
        reading = now;
    }
}
