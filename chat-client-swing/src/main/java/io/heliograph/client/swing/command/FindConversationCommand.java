package io.heliograph.client.swing.command;

/** Goes to the search over the conversations. */
final class FindConversationCommand implements DeskCommand {
    @Override
    public String id() {
        return "switch";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.shell().focusSearch();
    }
}
