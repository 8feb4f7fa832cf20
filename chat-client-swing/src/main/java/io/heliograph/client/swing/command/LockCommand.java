package io.heliograph.client.swing.command;

/** Hides everything until the passphrase is given. */
final class LockCommand implements DeskCommand {
    @Override
    public String id() {
        return "lock";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.shell().lock();
    }
}
