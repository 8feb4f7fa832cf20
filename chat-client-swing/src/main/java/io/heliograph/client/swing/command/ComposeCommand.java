package io.heliograph.client.swing.command;

/** Goes to the composer. */
final class ComposeCommand implements DeskCommand {
    @Override
    public String id() {
        return "compose";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.shell().focusComposer();
    }
}
