package io.heliograph.client.swing.command;

/** Makes everything larger. */
final class ZoomInCommand implements DeskCommand {
    @Override
    public String id() {
        return "zoom-in";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.shell().changeAppearance(look -> look.zoomedBy(1));
    }
}
