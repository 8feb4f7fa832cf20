package io.heliograph.client.swing.command;

/** Makes everything smaller. */
final class ZoomOutCommand implements DeskCommand {
    @Override
    public String id() {
        return "zoom-out";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.shell().changeAppearance(look -> look.zoomedBy(-1));
    }
}
