package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day in a real window at a real relay, from an empty profile, with somebody at a terminal. Needs a display, and the
 * relay's jar, which the build makes before this module only when it makes all. The pictures are those of the user
 * guide.
 */
@Timeout(value = 280, unit = TimeUnit.SECONDS)
class WindowTest {
    private static final Path SHOTS = Path.of("target", "screenshots");

    @TempDir
    Path folder;

    @Test
    void aNewcomerSpendsADay() throws Exception {
        try (Day day = Day.begin(folder)) {
            Window window = day.open("ann", "--user", "ann");
            enter(window, day.relay());
            live(window, day);
            day.rest();
            day.leave();
        }
        String settings = Files.readString(folder.resolve("heliograph").resolve("desktop.properties"));
        assertTrue(settings.contains("server.0.user=ann"), settings);
    }

    private void live(Window window, Day day) throws Exception {
        TerminalPeer ben = day.meets("ben");
        talk(window, ben);
        write(window);
        react(window);
        change(window, ben);
        sendFiles(window, ben);
        search(window);
        look(window);
        lock(window);
        endure(window, day.relay(), ben);
    }

    /** An address instead of the invite: so that first contact is asked. */
    private static void enter(Window window, RelayProcess relay) throws Exception {
        window.until("the form", () -> window.shown(JTextComponent.class, "field.SERVER"));
        window.fill("field.SERVER", relay.address());
        window.shoot(SHOTS.resolve("connect-light.png"));
        assertEquals(List.of(), window.unnamed());
        window.click(JButton.class, "connect");
        window.until("first contact", () -> window.shown(JButton.class, "trust.yes"));
        String fingerprint =
                window.find(JTextComponent.class, "trust.fingerprint").getText();
        assertTrue(relay.invite().endsWith(fingerprint));
        window.shoot(SHOTS.resolve("trust-light.png"));
        assertEquals(List.of(), window.unnamed());
        window.click(JButton.class, "trust.yes");
        window.until(
                "the room", () -> window.find(JLabel.class, "header").getText().equals("lobby"));
    }

    private static void talk(Window window, TerminalPeer ben) throws Exception {
        say(window, "hello from the desktop");
        ben.await("\"message\"", "hello from the desktop");
        ben.says("Good morning @ann, **this** is the terminal \uD83D\uDE42");
        await(window, "this is the terminal");
        ben.says("The list for today: https://relay.example/today and `deploy/heliograph.service`");
        await(window, "The list for today");
        window.shoot(SHOTS.resolve("chat-light.png"));
        assertEquals(List.of(), window.unnamed());
    }

    /** A word is completed, an emoji chosen, a caret moved over both; nothing of it is sent. */
    private static void write(Window window) throws Exception {
        window.focus("composer");
        window.type("/topi");
        window.until("the words", () -> window.has("completion"));
        window.shoot(SHOTS.resolve("completion-light.png"));
        window.key(KeyEvent.VK_TAB);
        window.until("the command", () -> text(window).equals("/topic "));
        window.key(KeyEvent.VK_PERIOD, KeyEvent.VK_CONTROL);
        window.until("the picker", () -> window.has("emoji.search"));
        window.type("tada");
        window.shoot(SHOTS.resolve("picker-light.png"));
        window.key(KeyEvent.VK_ENTER);
        window.until("the emoji", () -> text(window).equals("/topic \uD83C\uDF89"));
        window.key(KeyEvent.VK_LEFT);
        window.key(KeyEvent.VK_DELETE);
        window.until("it gone as a whole", () -> text(window).equals("/topic "));
        window.fill("composer", "");
    }

    /** By keys alone: the newest message, the six emoji, the first of them. */
    private static void react(Window window) throws Exception {
        window.focus("messages");
        window.key(KeyEvent.VK_UP);
        window.key(KeyEvent.VK_ADD);
        window.until("the emoji", () -> window.shows("reactions"));
        window.shootScreen(SHOTS.resolve("reactions-light.png"));
        window.key(KeyEvent.VK_ENTER);
        await(window, "reactions:");
        window.key(KeyEvent.VK_F10, KeyEvent.VK_SHIFT);
        window.until("the menu", () -> window.shows("message.menu"));
        window.shootScreen(SHOTS.resolve("menu-light.png"));
        window.key(KeyEvent.VK_ESCAPE);
    }

    /** An answer, an edit and a deletion, seen by both. */
    private static void change(Window window, TerminalPeer ben) throws Exception {
        window.focus("messages");
        window.key(KeyEvent.VK_UP);
        window.key(KeyEvent.VK_R);
        window.until(
                "the composer", () -> window.find(JComponent.class, "composer").isFocusOwner());
        window.type("on my way");
        window.shoot(SHOTS.resolve("reply-light.png"));
        window.key(KeyEvent.VK_ENTER);
        ben.await("\"message\"", "on my way", "reply_to");
        window.key(KeyEvent.VK_UP);
        window.until("the edit", () -> text(window).equals("on my way"));
        window.key(KeyEvent.VK_END);
        window.type(" now");
        window.key(KeyEvent.VK_ENTER);
        ben.await("on my way now");
        await(window, "on my way now");
        say(window, "this was wrong");
        ben.await("this was wrong");
        window.focus("messages");
        window.key(KeyEvent.VK_END);
        window.key(KeyEvent.VK_DELETE);
        window.until("the question", () -> window.shows("delete.yes"));
        window.press("delete.yes");
        ben.await("\"deleted\"");
        window.until(
                "it gone", () -> window.names("messages").stream().noneMatch(name -> name.contains("this was wrong")));
    }

    /** A picture and a file each way, with what is in them compared. */
    private void sendFiles(Window window, TerminalPeer ben) throws Exception {
        Path picture = folder.resolve("harbour.png");
        ImageIO.write(sunset(), "png", picture.toFile());
        Path file = folder.resolve("watch list.csv");
        Files.writeString(file, "watch,who\nfirst,ann\n".repeat(4_000), StandardCharsets.UTF_8);
        say(window, "/send " + picture + " The view from the pier");
        ben.await("harbour.png");
        await(window, "harbour.png");
        ben.says("/send \"" + file + "\"");
        await(window, "watch list.csv");
        window.shoot(SHOTS.resolve("files-light.png"));
        assertEquals(List.of(), window.unnamed());
    }

    private static void search(Window window) throws Exception {
        window.focus("composer");
        window.key(KeyEvent.VK_F, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        window.until("the search", () -> window.has("search.query"));
        window.focus("search.query");
        window.type("terminal");
        window.until("hits", () -> !window.names("search.hits").isEmpty());
        window.shoot(SHOTS.resolve("search-light.png"));
        assertEquals(List.of(), window.unnamed());
        window.key(KeyEvent.VK_ESCAPE);
    }

    /** Every theme, while it runs, and larger. */
    private static void look(Window window) throws Exception {
        window.key(KeyEvent.VK_I, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        window.shoot(SHOTS.resolve("details-light.png"));
        window.key(KeyEvent.VK_T, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        window.shoot(SHOTS.resolve("chat-dark.png"));
        assertEquals(List.of(), window.unnamed());
        window.key(KeyEvent.VK_COMMA, KeyEvent.VK_CONTROL);
        window.until("the settings", () -> window.shows("prefs.close"));
        window.shootScreen(SHOTS.resolve("settings-dark.png"));
        assertEquals(List.of(), window.unnamed());
        window.press("prefs.close");
        window.until("the window in front", window::isInFront);
        window.key(KeyEvent.VK_F1);
        window.until("the keys", () -> window.shows("keys.close"));
        window.shootScreen(SHOTS.resolve("keys-dark.png"));
        assertEquals(List.of(), window.unnamed());
        window.press("keys.close");
        window.until("the window in front", window::isInFront);
        window.key(KeyEvent.VK_T, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        window.key(KeyEvent.VK_EQUALS, KeyEvent.VK_CONTROL);
        window.shoot(SHOTS.resolve("chat-contrast-zoomed.png"));
        window.key(KeyEvent.VK_0, KeyEvent.VK_CONTROL);
        window.key(KeyEvent.VK_I, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
    }

    private static void lock(Window window) throws Exception {
        say(window, "/theme light");
        say(window, "/passphrase");
        window.until("the question", () -> window.shows("passphrase.new"));
        window.fill("passphrase.new", "harbour lights");
        window.fill("passphrase.again", "harbour lights");
        window.focus("passphrase.again");
        window.key(KeyEvent.VK_ENTER);
        window.until("it set", () -> !window.shows("passphrase.new") && window.isInFront());
        window.key(KeyEvent.VK_L, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        window.until("the lock", () -> window.has("lock.passphrase"));
        window.shoot(SHOTS.resolve("locked-light.png"));
        assertEquals(List.of(), window.unnamed());
        window.fill("lock.passphrase", "harbour lights");
        window.focus("lock.passphrase");
        window.key(KeyEvent.VK_ENTER);
        window.until("the room", () -> window.shown(JComponent.class, "composer"));
    }

    /** The relay dies and comes back: what is said meanwhile goes out then. */
    private static void endure(Window window, RelayProcess relay, TerminalPeer ben) throws Exception {
        relay.kill();
        say(window, "said while the relay was away");
        window.until("the banner", () -> window.has("banner"));
        window.shoot(SHOTS.resolve("offline-light.png"));
        relay.restart();
        window.until("the connection", () -> !window.has("banner"));
        ben.await("said while the relay was away");
        ben.says("welcome back");
        await(window, "welcome back");
        window.shoot(SHOTS.resolve("again-light.png"));
    }

    private static void say(Window window, String line) throws Exception {
        window.focus("composer");
        window.fill("composer", line);
        window.key(KeyEvent.VK_ENTER);
        window.until("it sent", () -> text(window).isEmpty());
    }

    private static void await(Window window, String part) throws Exception {
        window.until(part, () -> window.names("messages").stream().anyMatch(name -> name.contains(part)));
    }

    private static String text(Window window) {
        return window.find(JTextComponent.class, "composer").getText();
    }

    private static BufferedImage sunset() {
        BufferedImage image = new BufferedImage(1_200, 800, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setPaint(new GradientPaint(0, 0, new Color(0x2B3A67), 0, 800, new Color(0xF2A65A)));
        g.fillRect(0, 0, 1_200, 800);
        g.setColor(new Color(0xFFE8B8));
        g.fillOval(780, 180, 160, 160);
        g.setColor(new Color(0x22223B));
        g.fillPolygon(new int[] {0, 300, 520, 760, 1_200, 1_200, 0}, new int[] {560, 300, 480, 340, 620, 800, 800}, 7);
        g.dispose();
        return image;
    }
}
