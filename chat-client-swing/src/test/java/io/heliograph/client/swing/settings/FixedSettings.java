package io.heliograph.client.swing.settings;

import java.util.function.UnaryOperator;

/** The usual settings; nothing is remembered. */
public final class FixedSettings implements Settings {
    @Override
    public DesktopSettings get() {
        return DesktopSettings.DEFAULT;
    }

    @Override
    public void change(UnaryOperator<DesktopSettings> change) {}
}
