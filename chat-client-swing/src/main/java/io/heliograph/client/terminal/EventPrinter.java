package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;

/** Renders the events of a client as lines. */
@FunctionalInterface
interface EventPrinter {
    void print(ClientEvent event);

    /** For a face that shows nothing. */
    static EventPrinter silent() {
        return event -> {};
    }
}
