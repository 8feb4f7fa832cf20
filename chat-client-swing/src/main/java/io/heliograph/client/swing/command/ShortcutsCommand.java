package io.heliograph.client.swing.command;

/** Shows all keys. */
final class ShortcutsCommand implements DeskCommand {
    @Override
    public String id() {
        return "shortcuts";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.shell().showShortcuts();
    }
}
