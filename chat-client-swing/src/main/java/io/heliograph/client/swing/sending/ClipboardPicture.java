package io.heliograph.client.swing.sending;

import java.awt.Image;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Fetches a picture from the clipboard into a file. Event dispatch thread only; other threads do the work. */
final class ClipboardPicture {
    private static final int MAX_SIDE = 20_000;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss", Locale.ROOT);

    private final PackingRoom room;
    private final Executor worker;
    private final Executor events;

    ClipboardPicture(PackingRoom room, Executor worker, Executor events) {
        this.room = room;
        this.worker = worker;
        this.events = events;
    }

    /** Calls one of the two, later. */
    void take(Consumer<Path> taken, Runnable none) {
        String name = "Picture " + STAMP.format(LocalDateTime.now(ZoneId.systemDefault())) + ".png";
        worker.execute(() -> {
            try {
                Path file = room.keep(picture(), name);
                events.execute(() -> taken.accept(file));
            } catch (IOException | UnsupportedFlavorException | PackingException | IllegalStateException e) {
                events.execute(none); // who copied it has ended, or holds the clipboard
            }
        });
    }

    private static BufferedImage picture() throws IOException, UnsupportedFlavorException {
        Image image = (Image) Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.imageFlavor);
        if (image instanceof BufferedImage ready && Math.max(ready.getWidth(), ready.getHeight()) <= MAX_SIDE) {
            return ready;
        }
        throw new IOException("no picture that can be read");
    }
}
