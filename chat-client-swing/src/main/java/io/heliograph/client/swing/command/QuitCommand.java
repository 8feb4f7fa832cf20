package io.heliograph.client.swing.command;

/** Says goodbye and leaves. */
final class QuitCommand implements DeskCommand {
    @Override
    public String id() {
        return "quit";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.shell().quit();
    }
}
