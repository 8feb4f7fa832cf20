package io.heliograph.client.swing.actions;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.command.DeskCommand;
import java.util.List;

/** What a part of the desktop adds to the menu of a message. Event dispatch thread only. */
public interface MessageExtras {
    /** The commands that fit to {@code entry}, in the order of the menu; each acts on the message that is selected. */
    List<DeskCommand> fitting(ShownEntry entry);
}
