package io.heliograph.client.swing.connect;

import java.util.function.Consumer;

/** Looks for servers on the local network. */
public interface ServerFinder {
    /** Brings each answer to the event dispatch thread, and {@code done} when the search has ended. */
    void search(Consumer<ServerCard> found, Runnable done);
}
