package io.heliograph.client.core.session;

import io.heliograph.common.message.MessageId;
import java.io.IOException;
import java.util.List;

/**
 * Where the outbox survives a crash.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
public interface OutboxStore {
    /** What an earlier run left unanswered, in the order in which it was written. */
    List<OutboxEntry> restored();

    /** Writes an entry; it counts as kept only after the next {@link #sync}. */
    void append(OutboxEntry entry) throws IOException;

    /**
     * The entry is answered or taken back. Need not be durable: a message that goes out twice is one message to the
     * relay.
     */
    void settle(MessageId id) throws IOException;

    /** Returns when everything appended would survive a loss of power. */
    void sync() throws IOException;
}
