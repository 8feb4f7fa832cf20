package io.heliograph.client.swing;

import io.heliograph.client.swing.settings.DesktopSettings;
import io.heliograph.client.swing.settings.Settings;
import io.heliograph.client.swing.settings.SettingsFile;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of this run; each change is written, away from the event thread.
 *
 * <p>Thread-safe.
 */
final class SettingsKeeper implements Settings {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsKeeper.class);

    private final SettingsFile file;
    private final ExecutorService worker;
    private DesktopSettings settings;

    SettingsKeeper(SettingsFile file, ExecutorService worker) {
        this.file = file;
        this.worker = worker;
        this.settings = file.load();
    }

    @Override
    public synchronized DesktopSettings get() {
        return settings;
    }

    @Override
    public synchronized void change(UnaryOperator<DesktopSettings> change) {
        DesktopSettings changed = change.apply(settings);
        if (changed.equals(settings)) {
            return;
        }
        settings = changed;
        try {
            worker.execute(this::saveNow);
        } catch (RejectedExecutionException e) {
            LOG.debug("settings changed at the end: they are written by who ends");
        }
    }

    /** Blocks until it is written, or cannot be. */
    void saveNow() {
        try {
            file.save(get());
        } catch (IOException e) {
            LOG.warn(
                    "the settings of the desktop cannot be written: {}",
                    e.getClass().getSimpleName());
        }
    }
}
