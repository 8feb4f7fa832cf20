package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files go out as people send them: dropped, pasted, stopped on their way and let go on. */
@Timeout(value = 150, unit = TimeUnit.SECONDS)
class WindowSendingTest {
    private static final long LARGE_BYTES = 400L * 1_024 * 1_024;

    @TempDir
    Path folder;

    @Test
    void filesAreDroppedPastedPausedAndStopped() throws Exception {
        try (Day day = Day.begin(folder)) {
            Window window = day.open("ann", "--user", "ann", day.relay().invite());
            Talk talk = Talk.at(window, "sending");
            talk.isIn("lobby");
            talk.say("/join tides");
            talk.isIn("tides");
            TerminalPeer ben = day.meets("ben");
            ben.says("/join tides");
            ben.await("\"joined\"", "#tides");
            ben.says("/msg ann hello, ann");
            window.until("him in the list", () -> window.names("conversations").stream()
                    .anyMatch(name -> name.contains("hello, ann")));
            drop(talk, ben);
            paste(talk, ben);
            stop(talk, ben);
            day.leave();
        }
    }

    /** Onto the messages, onto the row of another room, and onto a person's. */
    private void drop(Talk talk, TerminalPeer ben) throws Exception {
        Window window = talk.window();
        Path first = note("first.txt");
        Path second = note("second.txt");
        try (Elsewhere files = Elsewhere.open(window)) {
            Point from = files.offer(first, second);
            window.carry(from, window.middle("messages", JComponent.class));
            talk.shoot("drop-talk");
            window.letGo();
            talk.hasDialog("sending");
            assertTrue(Window.edt(() -> title(window)).contains("#tides"));
            window.fill("send.caption", "for the tides");
            window.press("sending.yes");
            ben.await("\"message\"", "#tides", "first.txt", "for the tides");
            ben.await("\"message\"", "#tides", "second.txt");
            from = files.offer(note("third.txt"));
            window.carry(from, window.rowAt("conversations", "lobby"));
            talk.shoot("drop-row");
            window.letGo();
            talk.hasDialog("sending");
            assertTrue(Window.edt(() -> title(window)).contains("#lobby"));
            window.press("sending.yes");
            ben.await("\"message\"", "#lobby", "third.txt");
            window.drag(files.offer(note("fourth.txt")), window.rowAt("conversations", "hello, ann"));
            window.until("the sheet", () -> window.shows("sending"));
            assertTrue(Window.edt(() -> title(window)).contains("@ben"));
            window.press("sending.yes");
            ben.await("\"direct\"", "fourth.txt");
        }
        talk.isIn("tides");
    }

    private static void paste(Talk talk, TerminalPeer ben) throws Exception {
        Window window = talk.window();
        window.click(JComponent.class, "composer");
        window.until("the window in front", window::isInFront);
        Window.edt(() -> {
            Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new Picture(picture()), null);
            return true;
        });
        window.focus("composer");
        window.key(KeyEvent.VK_V, KeyEvent.VK_CONTROL);
        window.until("the sheet", () -> window.shows("sending"));
        talk.escape("sending");
        window.key(KeyEvent.VK_V, KeyEvent.VK_CONTROL);
        talk.hasDialog("sending");
        window.press("sending.yes");
        talk.hasNoDialog("sending");
        ben.await("\"message\"", "#tides", ".png");
    }

    private void stop(Talk talk, TerminalPeer ben) throws Exception {
        Window window = talk.window();
        Path large = folder.resolve("large.bin");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(LARGE_BYTES);
        }
        talk.say("/send " + large);
        talk.sees("large.bin");
        talk.say("/transfers");
        talk.hasDialog("transfers");
        window.clickRow("transfers.rows", "large.bin", false);
        window.click(JButton.class, "transfers.pause");
        window.until("it at rest", () -> label(window).equals("Go on"));
        talk.shoot("paused");
        window.click(JButton.class, "transfers.pause");
        window.until("it on its way", () -> label(window).equals("Pause"));
        window.click(JButton.class, "transfers.cancel");
        window.until("it stopped", () -> !window.find(JButton.class, "transfers.cancel")
                .isEnabled());
        talk.shoot("stopped");
        talk.escape("transfers");
        talk.say("that was too large");
        ben.await("that was too large");
        assertFalse(ben.hasHeard("large.bin"));
        assertEquals("", Window.edt(talk::written));
    }

    private static String label(Window window) {
        return window.find(JButton.class, "transfers.pause").getText();
    }

    private static String title(Window window) {
        return window.find(JDialog.class, "sending").getTitle();
    }

    private Path note(String name) throws Exception {
        return Files.writeString(folder.resolve(name), "low water at six\n", StandardCharsets.UTF_8);
    }

    private static BufferedImage picture() {
        BufferedImage image = new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(0x2B3A67));
        g.fillRect(0, 0, 640, 400);
        g.setColor(new Color(0xF2A65A));
        g.fillOval(240, 120, 160, 160);
        g.dispose();
        return image;
    }

    /** What a program for pictures puts into the clipboard. */
    private record Picture(Image image) implements Transferable {
        @Override
        public DataFlavor[] getTransferDataFlavors() {
            return new DataFlavor[] {DataFlavor.imageFlavor};
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor flavor) {
            return DataFlavor.imageFlavor.equals(flavor);
        }

        @Override
        public Object getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
            if (!isDataFlavorSupported(flavor)) {
                throw new UnsupportedFlavorException(flavor);
            }
            return image;
        }
    }
}
