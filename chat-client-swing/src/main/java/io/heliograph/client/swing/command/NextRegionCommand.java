package io.heliograph.client.swing.command;

/** Goes to the next region of the window. */
final class NextRegionCommand implements DeskCommand {
    @Override
    public String id() {
        return "next-region";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.shell().cycleRegion(true);
    }
}
