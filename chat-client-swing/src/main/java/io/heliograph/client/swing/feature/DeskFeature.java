package io.heliograph.client.swing.feature;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.command.DeskCommand;
import java.util.List;

/**
 * One thing that the desktop offers around its conversations: it brings its own commands, hears what happens and shows
 * its own dialogs. The window knows none of them by name.
 *
 * <p>Event dispatch thread only. One object serves all sessions; it shows something of one of them at a time.
 */
public interface DeskFeature {
    /** Asked once, before there is a window. */
    List<DeskCommand> commands();

    /** The window shows a session from now on; what was shown of another one is gone. */
    default void begin(Desk desk) {}

    /** Something of the session that is shown, after the model has taken {@code event} in. */
    default void onEvent(ClientEvent event) {}

    /** The same of every session, also of those behind. */
    default void onEventOf(Desk desk, ClientEvent event) {}

    /** A session has ended. */
    default void onGone(Desk desk) {}

    /** Behind each burst of events: what is shown may follow once for all of them. */
    default void onBurst() {}

    /** Once a second. */
    default void onTick(long nowMs) {}
}
