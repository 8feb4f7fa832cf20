package io.heliograph.client.swing.command;

/** Opens one more server beside those that are open. */
final class ServerCommand implements DeskCommand {
    @Override
    public String id() {
        return "server";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.shell().addServer();
    }
}
