package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A picture of somebody else is looked at closely, copied and kept. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WindowViewerTest {
    private static final int WIDTH = 1_600;
    private static final int HEIGHT = 1_000;
    private static final Color SUN = new Color(0xF2A65A);

    @TempDir
    Path folder;

    @Test
    void aPictureIsOpenedZoomedMovedCopiedAndSaved() throws Exception {
        Path picture = folder.resolve("harbour.png");
        ImageIO.write(harbour(), "png", picture.toFile());
        Path kept = folder.resolve("kept.png");
        try (Day day = Day.begin(folder)) {
            Window window = day.open("ann", "--user", "ann", day.relay().invite());
            Talk talk = Talk.at(window, "viewer");
            talk.isIn("lobby");
            TerminalPeer ben = day.meets("ben");
            ben.says("/send " + picture);
            talk.sees("harbour.png");
            open(talk);
            look(talk);
            copy(window);
            save(talk, kept);
            assertTrue(Arrays.equals(Files.readAllBytes(picture), Files.readAllBytes(kept)));
            window.click(JComponent.class, "picture");
            talk.escape("viewer");
            day.leave();
        }
    }

    /** By a click at the small one; what is missing is fetched. */
    private static void open(Talk talk) throws Exception {
        Window window = talk.window();
        window.focus("messages");
        window.key(KeyEvent.VK_END);
        Point at = window.middle("messages", JComponent.class);
        Rectangle bounds =
                Window.edt(() -> window.find(JComponent.class, "messages").getVisibleRect());
        window.clickAt(new Point(at.x - bounds.width / 2 + 200, at.y + bounds.height / 2 - 120));
        window.until("the viewer", () -> window.shows("viewer"));
        talk.shoot("small");
        talk.unnamedIsNothing();
        if (Window.edt(() -> window.shows("viewer.fetch"))) {
            window.click(JButton.class, "viewer.fetch");
            window.until("all of it", () -> !window.shows("viewer.fetch"));
            window.until(
                    "the keys", () -> window.find(JComponent.class, "picture").isFocusOwner());
        }
    }

    /** Nearer, aside, and as it was. */
    private static void look(Talk talk) throws Exception {
        Window window = talk.window();
        Point middle = window.middle("picture", JComponent.class);
        Robot robot = new Robot();
        window.until("the sun", () -> near(robot.getPixelColor(middle.x, middle.y), SUN));
        talk.shoot("fitting");
        Point edge = new Point(middle.x + 150, middle.y);
        assertTrue(!near(robot.getPixelColor(edge.x, edge.y), SUN), "the sun is small at first");
        window.key(KeyEvent.VK_ADD);
        window.key(KeyEvent.VK_ADD);
        window.key(KeyEvent.VK_ADD);
        window.until("it larger", () -> near(robot.getPixelColor(edge.x, edge.y), SUN));
        window.drag(middle, new Point(middle.x + 400, middle.y));
        window.until("it aside", () -> !near(robot.getPixelColor(middle.x, middle.y), SUN));
        talk.shoot("closer");
        window.turnWheel(middle, 2);
        window.key(KeyEvent.VK_0);
        window.until(
                "all of it",
                () -> near(robot.getPixelColor(middle.x, middle.y), SUN)
                        && !near(robot.getPixelColor(edge.x, edge.y), SUN));
    }

    private static void copy(Window window) throws Exception {
        window.key(KeyEvent.VK_C, KeyEvent.VK_CONTROL);
        Image copied = Window.edt(
                () -> (Image) Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.imageFlavor));
        assertEquals(WIDTH, copied.getWidth(null));
        assertEquals(HEIGHT, copied.getHeight(null));
    }

    private static void save(Talk talk, Path kept) throws Exception {
        Window window = talk.window();
        window.key(KeyEvent.VK_S, KeyEvent.VK_CONTROL);
        window.until("where to", () -> window.chooser() != null);
        talk.shoot("save");
        window.chooseFile(kept);
        window.until("it kept", () -> Files.exists(kept) && window.shows("viewer"));
        talk.shoot("saved");
    }

    private static boolean near(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed())
                        + Math.abs(one.getGreen() - other.getGreen())
                        + Math.abs(one.getBlue() - other.getBlue())
                < 30;
    }

    /** A sun in the middle. */
    private static BufferedImage harbour() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(new Color(0x2B3A67));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(SUN);
        g.fillOval(WIDTH / 2 - 150, HEIGHT / 2 - 150, 300, 300);
        g.dispose();
        return image;
    }
}
