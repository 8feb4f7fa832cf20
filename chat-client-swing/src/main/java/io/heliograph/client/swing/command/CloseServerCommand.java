package io.heliograph.client.swing.command;

/** Leaves the server that is shown. */
final class CloseServerCommand implements DeskCommand {
    @Override
    public String id() {
        return "close-server";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.shell().closeServer();
    }
}
