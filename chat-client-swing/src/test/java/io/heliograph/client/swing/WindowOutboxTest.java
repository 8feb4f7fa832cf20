package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.swing.JLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What waits for a relay that is away is changed and taken back before it goes out. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WindowOutboxTest {
    @TempDir
    Path folder;

    @Test
    void onlyWhatIsLeftInTheOutboxArrives() throws Exception {
        try (Day day = Day.begin(folder)) {
            Window window = day.open("ann", "--user", "ann", day.relay().invite());
            Talk talk = Talk.at(window, "outbox");
            talk.isIn("lobby");
            TerminalPeer ben = day.meets("ben");
            talk.say("before the storm");
            ben.await("\"message\"", "before the storm");
            day.relay().kill();
            talk.say("first thing");
            talk.say("second thing");
            talk.say("third thing");
            window.until("the banner", () -> window.has("banner"));
            change(talk);
            day.relay().restart();
            window.press("banner.retry");
            window.until("the connection", () -> !window.has("banner"));
            ben.await("\"message\"", "first thing after all");
            ben.await("\"message\"", "third thing");
            assertFalse(ben.hasHeard("second thing"));
            assertFalse(ben.hasHeard("\"text\":\"first thing\""));
            talk.say("/outbox");
            talk.hasDialog("outbox");
            window.until("it empty", () -> window.names("outbox.rows").isEmpty());
            talk.escape("outbox");
            day.leave();
        }
    }

    /** One is taken back, another one said in other words. */
    private static void change(Talk talk) throws Exception {
        Window window = talk.window();
        talk.say("/outbox");
        window.until("all three", () -> window.names("outbox.rows").size() == 3);
        talk.hasDialog("outbox");
        window.clickRow("outbox.rows", "second thing", false);
        window.press("outbox.cancel");
        window.until("it gone", () -> window.names("outbox.rows").size() == 2);
        window.until(
                "the note", () -> window.find(JLabel.class, "note").getText().startsWith("Taken back"));
        window.clickRow("outbox.rows", "first thing", false);
        window.press("outbox.edit");
        talk.hasNoDialog("outbox");
        window.until("the text", () -> talk.written().equals("first thing"));
        window.focus("composer");
        window.key(KeyEvent.VK_END);
        window.type(" after all");
        window.key(KeyEvent.VK_ENTER);
        window.until("it sent", () -> talk.written().isEmpty());
        talk.say("/outbox");
        talk.hasDialog("outbox");
        assertEquals(2, Window.edt(() -> window.names("outbox.rows")).size());
        window.press("outbox.close");
        talk.hasNoDialog("outbox");
    }
}
