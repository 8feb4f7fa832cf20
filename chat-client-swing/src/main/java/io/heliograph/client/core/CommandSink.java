package io.heliograph.client.core;

import io.heliograph.common.message.MessageId;

/** Where a face puts what its user wants. Thread-safe; never blocks. */
public interface CommandSink {
    /** False if too much waits already, or the client has ended: nothing was taken. */
    boolean submit(ClientCommand command);

    /** For a message that is about to be said. */
    MessageId newMessageId();
}
