package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.common.message.PresenceState;

/** You are here. */
final class BackCommand implements DeskCommand {
    @Override
    public String id() {
        return "back";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.submit(new ClientCommand.SetPresence(PresenceState.ONLINE, argument, 0));
    }
}
