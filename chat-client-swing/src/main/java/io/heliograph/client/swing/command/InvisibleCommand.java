package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.common.message.PresenceState;

/** Others see you offline. */
final class InvisibleCommand implements DeskCommand {
    @Override
    public String id() {
        return "invisible";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.submit(new ClientCommand.SetPresence(PresenceState.INVISIBLE, argument, 0));
    }
}
