package io.heliograph.client.swing.command;

/** Sets, changes or takes away what opens the profile. */
final class PassphraseCommand implements DeskCommand {
    @Override
    public String id() {
        return "passphrase";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.shell().askPassphrase();
    }
}
