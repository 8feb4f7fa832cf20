package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heliograph.client.launch.ClientOptions;
import io.heliograph.client.launch.DesktopLaunch;
import io.heliograph.client.launch.UsageException;
import io.heliograph.common.net.NamedThreads;
import java.awt.GraphicsEnvironment;
import java.awt.event.KeyEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * A real window at a real relay, from an empty profile to a talk with a terminal. Needs a display, and the relay's
 * jar, which the build makes before this module only when it makes all.
 */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class WindowTest {
    private static final Path RELAY_JAR = Path.of("..", "chat-server", "target", "chat-server.jar");
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final long LONGEST_TURN_MS = 50;

    @TempDir
    Path folder;

    private @Nullable Process relay;
    private String invite = "";

    @BeforeEach
    void startRelay() throws IOException {
        assumeFalse(GraphicsEnvironment.isHeadless(), "no display: start the tests under Xvfb");
        assumeTrue(Files.exists(RELAY_JAR), "no relay: package chat-server first");
        relay = new ProcessBuilder(
                        java(),
                        "-jar",
                        RELAY_JAR.toString(),
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("relay").toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(relay.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.startsWith("Invite ")) {
            line = out.readLine();
        }
        invite = line == null ? "" : line.substring("Invite ".length());
        assertFalse(invite.isEmpty(), "the relay has not started");
    }

    @AfterEach
    void stopRelay() throws InterruptedException {
        if (relay != null) {
            relay.destroy();
            relay.waitFor();
        }
    }

    @Test
    void aNewcomerConnectsTalksAndLeaves() throws Exception {
        DesktopLaunch start = launch(
                "--user", "ann", "--light", "--profile", folder.resolve("ann").toString());
        Thread app = NamedThreads.make("app", () -> assertEquals("", SwingApp.run(start, "test")));
        app.start();
        Window window = Window.await("Heliograph");
        try {
            talk(window);
        } finally {
            window.key(KeyEvent.VK_Q, KeyEvent.VK_CONTROL);
        }
        app.join(TimeUnit.SECONDS.toMillis(20));
        assertFalse(app.isAlive(), "the window was closed and the program goes on");
        String settings = Files.readString(folder.resolve("heliograph").resolve("desktop.properties"));
        assertTrue(settings.contains("server.0.user=ann"), settings);
    }

    private DesktopLaunch launch(String... arguments) throws UsageException {
        ClientOptions options = new ClientOptions();
        new CommandLine(options).parseArgs(arguments);
        return DesktopLaunch.of(
                options,
                Map.of("XDG_CONFIG_HOME", folder.toAbsolutePath().toString(), "HELIOGRAPH_REDUCED_MOTION", "1"));
    }

    private void talk(Window window) throws Exception {
        window.until("the form", () -> window.shown(JTextComponent.class, "field.SERVER"));
        // An address instead of the invite: so that first contact is asked.
        String address = invite.substring("heliograph://".length(), invite.indexOf("/#"));
        window.fill("field.SERVER", address);
        window.shoot(SHOTS.resolve("connect-light.png"));
        assertEquals(List.of(), window.unnamed());
        window.click(JButton.class, "connect");
        window.until("first contact", () -> window.shown(JButton.class, "trust.yes"));
        assertTrue(invite.endsWith(
                window.find(JTextComponent.class, "trust.fingerprint").getText()));
        window.shoot(SHOTS.resolve("trust-light.png"));
        window.click(JButton.class, "trust.yes");
        window.until(
                "the room", () -> window.find(JLabel.class, "header").getText().equals("lobby"));
        EdtWatchdog watchdog = EdtWatchdog.install();
        window.focus("composer");
        window.type("hello from the desktop");
        window.key(KeyEvent.VK_ENTER);
        window.until(
                "my message",
                () -> window.shown(JComponent.class, "messages")
                        && window.names("messages").size() > 1);
        assertEquals("", window.find(JTextComponent.class, "composer").getText());
        tellFromTerminal("hello from a terminal");
        window.until("the answer", () -> window.names("messages").stream().anyMatch(name -> name.contains("terminal")));
        write(window);
        window.key(KeyEvent.VK_UP);
        window.until(
                "the edit",
                () -> window.find(JTextComponent.class, "composer").getText().equals("hello from the desktop"));
        window.key(KeyEvent.VK_ESCAPE);
        react(window);
        find(window);
        watchdog.remove();
        window.shoot(SHOTS.resolve("chat-light.png"));
        assertEquals(List.of(), window.unnamed());
        window.key(KeyEvent.VK_I, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        window.key(KeyEvent.VK_T, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        window.shoot(SHOTS.resolve("chat-dark.png"));
        window.key(KeyEvent.VK_T, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        window.key(KeyEvent.VK_EQUALS, KeyEvent.VK_CONTROL);
        window.shoot(SHOTS.resolve("chat-contrast-zoomed.png"));
        assertEquals(List.of(), window.unnamed());
        assertTrue(
                watchdog.longestMs() <= LONGEST_TURN_MS,
                "the event thread was busy for " + watchdog.longestMs() + " ms");
    }

    /** By keys alone: the newest message, the six emoji, the first of them. */
    private static void react(Window window) throws Exception {
        window.focus("messages");
        window.key(KeyEvent.VK_UP);
        window.key(KeyEvent.VK_ADD);
        window.until("the emoji", () -> window.shows("reactions"));
        window.shoot(SHOTS.resolve("reactions-light.png"));
        window.key(KeyEvent.VK_ENTER);
        window.until(
                "the reaction", () -> window.names("messages").stream().anyMatch(name -> name.contains("reactions:")));
        window.key(KeyEvent.VK_F10, KeyEvent.VK_SHIFT);
        window.until("the menu", () -> window.shows("message.menu"));
        window.shoot(SHOTS.resolve("menu-light.png"));
        window.key(KeyEvent.VK_ESCAPE);
        window.focus("composer");
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

    private static String text(Window window) {
        return window.find(JTextComponent.class, "composer").getText();
    }

    /** In the open conversation, then in all of them. */
    private static void find(Window window) throws Exception {
        window.key(KeyEvent.VK_F, KeyEvent.VK_CONTROL);
        window.until("the bar", () -> window.shows("find.field"));
        window.type("terminal");
        window.until(
                "one result",
                () -> window.find(JLabel.class, "find.count").getText().equals("1 of 1"));
        window.shoot(SHOTS.resolve("find-light.png"));
        window.key(KeyEvent.VK_ESCAPE);
        window.key(KeyEvent.VK_F, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        window.until("the panel", () -> window.shows("search.query"));
        window.type("hello");
        window.until("both results", () -> window.names("search.hits").size() == 2);
        window.shoot(SHOTS.resolve("search-light.png"));
        assertEquals(List.of(), window.unnamed());
        window.key(KeyEvent.VK_ESCAPE);
        window.until("the end of the search", () -> !window.shows("search.query"));
        window.focus("composer");
    }

    private void tellFromTerminal(String text) throws IOException, InterruptedException {
        Process terminal = new ProcessBuilder(
                        java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.heliograph.client.ClientMain",
                        "--nogui",
                        invite,
                        "--user",
                        "ben",
                        "--register",
                        "--profile",
                        folder.resolve("ben").toString(),
                        "--send",
                        "#lobby")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("ben.out").toFile())
                .start();
        terminal.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        terminal.getOutputStream().close();
        assertTrue(terminal.waitFor(40, TimeUnit.SECONDS), "the terminal does not end");
        assertEquals(0, terminal.exitValue(), Files.readString(folder.resolve("ben.out")));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
