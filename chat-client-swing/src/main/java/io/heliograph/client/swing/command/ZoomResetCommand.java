package io.heliograph.client.swing.command;

import io.heliograph.client.swing.theme.Appearance;

/** Makes everything as large as at first. */
final class ZoomResetCommand implements DeskCommand {
    @Override
    public String id() {
        return "zoom-reset";
    }

    @Override
    public void run(Desk desk, String argument) {
        desk.shell().changeAppearance(Appearance::unzoomed);
    }
}
