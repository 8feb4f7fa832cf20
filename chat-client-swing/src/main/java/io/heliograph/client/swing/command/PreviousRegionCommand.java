package io.heliograph.client.swing.command;

/** Goes to the region before. */
final class PreviousRegionCommand implements DeskCommand {
    @Override
    public String id() {
        return "previous-region";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.shell().cycleRegion(false);
    }
}
