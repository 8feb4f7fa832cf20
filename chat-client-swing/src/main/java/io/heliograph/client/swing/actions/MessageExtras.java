package io.heliograph.client.swing.actions;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.swing.command.DeskCommand;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a part of the desktop adds to the menu of a message. Event dispatch thread only. */
public interface MessageExtras {
    /** The commands that fit to {@code entry}, in the order of the menu; each acts on the message that is selected. */
    List<DeskCommand> fitting(ShownEntry entry);

    /** Where the file of {@code entry} is on this machine; null where it is not. */
    default @Nullable Path kept(ShownEntry entry) {
        return null;
    }
}
