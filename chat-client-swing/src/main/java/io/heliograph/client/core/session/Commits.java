package io.heliograph.client.core.session;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.e2e.EndToEndLayer;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Writes down what has changed, and says once when that is not possible.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Commits {
    private final EndToEndLayer layer;
    private final Consumer<ClientEvent> events;
    private boolean complained;

    Commits(EndToEndLayer layer, Consumer<ClientEvent> events) {
        this.layer = layer;
        this.events = events;
    }

    /** False if the profile cannot be written. */
    boolean commit() {
        try {
            layer.commit();
            complained = false;
            return true;
        } catch (IOException e) {
            if (!complained) {
                complained = true;
                String text = "the profile cannot be written (" + e.getMessage() + ")";
                events.accept(new ClientEvent.Problem("disk", text));
            }
            return false;
        }
    }
}
