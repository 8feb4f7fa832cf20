package io.heliograph.client.swing.command;

/** Shows or hides what is beside the conversation. */
final class DetailsCommand implements DeskCommand {
    @Override
    public String id() {
        return "details";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.shell().toggleDetails();
    }
}
