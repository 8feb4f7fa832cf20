package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;

/** Tries now what would be tried later. */
final class ReconnectCommand implements DeskCommand {
    @Override
    public String id() {
        return "reconnect";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.submit(new ClientCommand.Reconnect());
    }
}
