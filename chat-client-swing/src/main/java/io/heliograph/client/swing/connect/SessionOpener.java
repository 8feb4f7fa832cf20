package io.heliograph.client.swing.connect;

import io.heliograph.client.core.ClientEvent;
import java.util.function.Consumer;

/** Opens profiles and starts clients, away from the event dispatch thread. */
public interface SessionOpener {
    /**
     * Brings the outcome, and behind it the events, to the event dispatch thread. What is returned gives the session
     * up, come what may of its opening: whatever is opened later finds the profile free.
     */
    Runnable open(EntryRequest request, Consumer<OpenOutcome> outcome, Consumer<ClientEvent> events);
}
