package io.heliograph.client.swing.command;

/** Shows the next of several servers. */
final class NextServerCommand implements DeskCommand {
    @Override
    public String id() {
        return "next-server";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.shell().showNextServer();
    }
}
