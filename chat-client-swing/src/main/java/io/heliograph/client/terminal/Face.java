package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;

/** One way to use the client in a terminal. */
interface Face {
    /** Called on the event thread, one event after the other. */
    void onEvent(ClientEvent event);

    /** Returns when the client has ended, or should. */
    Exit await() throws InterruptedException;

    /** A signal asks the process to end. */
    void interrupt();
}
