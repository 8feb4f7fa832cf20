package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.common.message.PresenceState;

/** You are away. */
final class AwayCommand implements DeskCommand {
    @Override
    public String id() {
        return "away";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.submit(new ClientCommand.SetPresence(PresenceState.AWAY, argument, 0));
    }
}
