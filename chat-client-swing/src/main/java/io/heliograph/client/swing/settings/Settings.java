package io.heliograph.client.swing.settings;

import java.util.function.UnaryOperator;

/** The settings of this run. Thread-safe. */
public interface Settings {
    DesktopSettings get();

    /** Takes effect at once and is written soon. */
    void change(UnaryOperator<DesktopSettings> change);
}
