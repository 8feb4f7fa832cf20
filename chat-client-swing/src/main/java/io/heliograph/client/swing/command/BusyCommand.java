package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.common.message.PresenceState;

/** You are not to be disturbed. */
final class BusyCommand implements DeskCommand {
    @Override
    public String id() {
        return "dnd";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.submit(new ClientCommand.SetPresence(PresenceState.BUSY, argument, 0));
    }
}
