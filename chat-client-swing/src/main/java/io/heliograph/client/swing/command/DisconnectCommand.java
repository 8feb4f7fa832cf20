package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;

/** Stays offline until told otherwise. */
final class DisconnectCommand implements DeskCommand {
    @Override
    public String id() {
        return "disconnect";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.submit(new ClientCommand.Disconnect());
    }
}
