package io.heliograph.client.swing.files;

import java.awt.Desktop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands files to the programs of the desktop, away from the event thread. */
final class FileOpening {
    private static final Logger LOG = LoggerFactory.getLogger(FileOpening.class);

    private final Executor worker;

    FileOpening(Executor worker) {
        this.worker = worker;
    }

    void open(Path file) {
        worker.execute(() -> hand(Desktop.Action.OPEN, file));
    }

    /** In the file manager, with the file marked where it can do that. */
    void showInFolder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        worker.execute(() -> {
            // Asking the desktop what it can do loads its libraries.
            if (folder == null || isAble(Desktop.Action.BROWSE_FILE_DIR)) {
                hand(Desktop.Action.BROWSE_FILE_DIR, file);
            } else {
                hand(Desktop.Action.OPEN, folder);
            }
        });
    }

    private static boolean isAble(Desktop.Action action) {
        return Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(action);
    }

    private static void hand(Desktop.Action action, Path what) {
        try {
            boolean able = isAble(action);
            if (able && action == Desktop.Action.BROWSE_FILE_DIR) {
                Desktop.getDesktop().browseFileDirectory(what.toFile());
            } else if (able) {
                Desktop.getDesktop().open(what.toFile());
            } else {
                new ProcessBuilder("xdg-open", what.toString()).start();
            }
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException e) {
            LOG.warn("nothing opens this file: {}", e.getClass().getSimpleName());
        }
    }
}
