package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.event.KeyEvent;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.swing.JButton;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two servers in one window: while a file goes out on one, one talks on the other. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WindowServersTest {
    private static final long LARGE_BYTES = 12L * 1_024 * 1_024;

    @TempDir
    Path folder;

    @Test
    void aFileGoesOutHereWhileOneTalksThere() throws Exception {
        Path large = folder.resolve("large.bin");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(LARGE_BYTES);
        }
        Path abroad = folder.resolve("abroad");
        try (Day day = Day.begin(folder);
                RelayProcess second = RelayProcess.start(abroad.resolve("relay"));
                TerminalPeer eve = TerminalPeer.enter(second.invite(), "eve", abroad)) {
            Window window = day.open("ann", "--user", "ann", day.relay().invite());
            Talk talk = Talk.at(window, "servers");
            talk.isIn("lobby");
            TerminalPeer ben = day.meets("ben");
            talk.say("here at home");
            ben.await("here at home");
            enter(talk, second);
            window.key(KeyEvent.VK_PAGE_DOWN, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
            talk.sees("here at home");
            talk.say("/send " + large);
            talk.sees("large.bin");
            window.key(KeyEvent.VK_PAGE_DOWN, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
            window.until("the other server", () -> !talk.hasSeen("here at home"));
            eve.says("what news from home?");
            talk.sees("what news from home?");
            talk.say("a file is on its way there");
            eve.await("\"message\"", "a file is on its way there");
            assertFalse(Window.edt(() -> talk.hasSeen("large.bin")));
            talk.shoot("abroad");
            talk.unnamedIsNothing();
            ben.await("\"message\"", "large.bin");
            ben.says("it has come");
            window.key(KeyEvent.VK_PAGE_DOWN, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
            talk.sees("it has come");
            assertFalse(eve.hasHeard("large.bin"));
            day.leave();
        }
    }

    private static void enter(Talk talk, RelayProcess second) throws Exception {
        Window window = talk.window();
        talk.say("/server");
        window.until("the form", () -> window.shown(JTextComponent.class, "field.SERVER"));
        talk.unnamedIsNothing();
        window.fill("field.SERVER", second.invite());
        window.fill("field.NAME", "ann");
        window.click(JButton.class, "connect");
        window.until("the other lobby", () -> window.shown(JTextComponent.class, "composer"));
        talk.isIn("lobby");
        talk.sees("eve");
    }
}
