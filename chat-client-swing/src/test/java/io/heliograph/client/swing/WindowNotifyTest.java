package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.heliograph.client.swing.notify.NotificationBus;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.swing.JButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the desktop is told of while somebody looks elsewhere, by what they have chosen. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WindowNotifyTest {
    @TempDir
    Path folder;

    @Test
    void theDesktopIsToldOfWhatWasChosenAndAClickLeadsThere() throws Exception {
        try (NotificationBus bus = NotificationBus.start().withDesktop(folder);
                Day day = Day.begin(folder).with("DBUS_SESSION_BUS_ADDRESS", bus.address())) {
            Window window = day.open("ann", "--user", "ann", day.relay().invite());
            Talk talk = Talk.at(window, "notify");
            talk.isIn("lobby");
            talk.say("/join tides");
            talk.isIn("tides");
            TerminalPeer ben = day.meets("ben");
            ben.says("/join tides");
            ben.await("\"joined\"", "#tides");
            window.clickRow("conversations", "lobby", false);
            talk.isIn("lobby");
            muted(talk, ben, bus);
            named(talk, ben, bus);
            click(talk, bus);
            disturbedByNobody(talk, ben, bus);
            day.leave();
        }
    }

    /** Nothing of a muted room, not even what names one; of the lobby one card, and one for many. */
    private static void muted(Talk talk, TerminalPeer ben, NotificationBus bus) throws Exception {
        Window window = talk.window();
        level(talk, "Mute", "row-menu");
        Elsewhere.whileThere(window, () -> {
            ben.says("nobody hears this, @ann");
            row(window, "nobody hears this");
            ben.says("/switch #lobby");
            ben.says("good evening");
            window.until("a card", () -> bus.shown().size() == 1);
            assertEquals("0 ben · #lobby: good evening", bus.shown().get(0));
            ben.says("one more");
            ben.says("two more");
            ben.says("three more");
            window.until("one card for all", () -> bus.shown().size() == 2);
            assertEquals("7 #lobby: 3 new messages", bus.shown().get(1));
        });
    }

    private static void named(Talk talk, TerminalPeer ben, NotificationBus bus) throws Exception {
        Window window = talk.window();
        level(talk, "Tell me when I am named", "row-menu-muted");
        Elsewhere.whileThere(window, () -> {
            ben.says("/switch #tides");
            ben.says("the tide turns");
            row(window, "the tide turns");
            ben.says("look, @ann");
            window.until("the mention", () -> bus.shown().size() == 3);
            assertEquals("0 ben · #tides: look, @ann", bus.shown().get(2));
            bus.click();
            window.until("the window in front", window::isInFront);
        });
    }

    private static void click(Talk talk, NotificationBus bus) throws Exception {
        talk.isIn("tides");
        talk.sees("look, @ann");
        assertEquals(3, bus.shown().size());
    }

    private static void disturbedByNobody(Talk talk, TerminalPeer ben, NotificationBus bus) throws Exception {
        Window window = talk.window();
        talk.say("/dnd");
        window.until("that she is busy", () -> window.find(JButton.class, "own")
                .getAccessibleContext()
                .getAccessibleName()
                .contains("do not disturb"));
        Elsewhere.whileThere(window, () -> {
            ben.says("/msg ann are you there?");
            row(window, "are you there?");
        });
        window.clickRow("conversations", "lobby", false);
        talk.say("/back");
        window.until("that she is back", () -> !window.find(JButton.class, "own")
                .getAccessibleContext()
                .getAccessibleName()
                .contains("do not disturb"));
        Elsewhere.whileThere(window, () -> {
            ben.says("/msg ann now then");
            window.until("the one card", () -> bus.shown().size() == 4);
            assertEquals(List.of("0 ben: now then"), bus.shown().subList(3, 4));
        });
    }

    /** The menu of the row of the tides. */
    private static void level(Talk talk, String choice, String shot) throws Exception {
        Window window = talk.window();
        window.until("the window in front", window::isInFront);
        window.clickRow("conversations", "tides", true);
        window.until("the menu", () -> window.shows("row.menu"));
        talk.shoot(shot);
        window.choose(choice);
    }

    private static void row(Window window, String part) throws Exception {
        window.until("the row of " + part, () -> window.names("conversations").stream()
                .anyMatch(name -> name.contains(part)));
    }
}
