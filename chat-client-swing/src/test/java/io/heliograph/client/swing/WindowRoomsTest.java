package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A room from its making to its end, with somebody in it who gains and loses what they may. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WindowRoomsTest {
    @TempDir
    Path folder;

    @Test
    void anOwnerRunsARoom() throws Exception {
        try (Day day = Day.begin(folder)) {
            Window window = day.open("ann", "--user", "ann", day.relay().invite());
            Talk talk = Talk.at(window, "rooms");
            talk.isIn("lobby");
            TerminalPeer ben = day.meets("ben");
            make(talk);
            invite(talk, ben);
            appoint(talk, ben);
            settle(talk, ben);
            silence(talk, ben);
            kick(talk, ben);
            ban(talk, ben);
            leave(talk);
            day.leave();
        }
    }

    private static void make(Talk talk) throws Exception {
        Window window = talk.window();
        window.focus("composer");
        talk.say("/create-room");
        talk.hasDialog("newroom");
        window.focus("newroom.name");
        window.type("harbour");
        window.focus("newroom.topic");
        window.type("what the tide brings");
        window.key(KeyEvent.VK_ENTER);
        talk.hasNoDialog("newroom");
        talk.isIn("harbour");
    }

    private static void invite(Talk talk, TerminalPeer ben) throws Exception {
        Window window = talk.window();
        talk.say("/invite");
        talk.hasDialog("invite");
        window.clickRow("invite.list", "ben", false);
        window.press("invite.ok");
        ben.await("\"invited\"", "#harbour");
        talk.escape("invite");
        ben.says("/join harbour");
        ben.await("\"joined\"", "#harbour");
        talk.sees("ben");
        ben.says("nice to be here");
        talk.sees("nice to be here");
    }

    /** From the menu of the list of members. */
    private static void appoint(Talk talk, TerminalPeer ben) throws Exception {
        Window window = talk.window();
        memberMenu(talk);
        talk.shoot("member-menu");
        window.choose("Make a moderator");
        ben.await("\"member\"", "\"user\":\"ben\"", "moderator");
        memberMenu(talk);
        window.choose("Make an ordinary member");
        ben.await("\"member\"", "\"user\":\"ben\"", "\"role\":\"member\"");
    }

    /** Topic, who may enter, and a room where only some may speak. */
    private static void settle(Talk talk, TerminalPeer ben) throws Exception {
        Window window = talk.window();
        talk.say("/room");
        talk.hasDialog("room.settings");
        window.fill("room.topic", "what the tide takes");
        Window.gesture(() -> window.find(JComboBox.class, "room.access").setSelectedIndex(2));
        window.press("room.announce");
        window.press("room.save");
        talk.hasNoDialog("room.settings");
        ben.await("\"topic\"", "what the tide takes");
        talk.sees("what the tide takes");
        ben.says("may I?");
        ben.await("\"state\"", "failed", "not_allowed");
        assertFalse(Window.edt(() -> talk.hasSeen("may I?")));
        talk.say("/room");
        talk.hasDialog("room.settings");
        assertTrue(
                Window.edt(() -> window.find(JCheckBox.class, "room.announce").isSelected()));
        window.press("room.announce");
        window.press("room.save");
        talk.hasNoDialog("room.settings");
        ben.says("thank you");
        talk.sees("thank you");
    }

    private static void silence(Talk talk, TerminalPeer ben) throws Exception {
        Window window = talk.window();
        memberMenu(talk);
        window.choose("Silence…");
        talk.hasDialog("moderate");
        window.press("moderate.yes");
        talk.hasNoDialog("moderate");
        ben.await("\"member\"", "\"user\":\"ben\"", "muted");
        ben.says("said in silence");
        ben.says("/msg ann can you hear me?");
        window.until("the other one", () -> window.names("conversations").stream()
                .anyMatch(name -> name.contains("can you hear me?")));
        assertFalse(Window.edt(() -> talk.hasSeen("said in silence")));
        memberMenu(talk);
        window.choose("Let speak again");
        ben.await("\"member\"", "\"user\":\"ben\"", "unmuted");
    }

    private static void kick(Talk talk, TerminalPeer ben) throws Exception {
        Window window = talk.window();
        memberMenu(talk);
        window.choose("Remove…");
        talk.hasDialog("moderate");
        window.fill("moderate.reason", "the harbour closes at night");
        window.press("moderate.yes");
        talk.hasNoDialog("moderate");
        ben.await("\"left\"", "#harbour", "kicked");
    }

    /** Kept out while the ban lasts, and in again behind it. */
    private static void ban(Talk talk, TerminalPeer ben) throws Exception {
        Window window = talk.window();
        talk.say("/invite ben");
        ben.says("/join harbour");
        ben.says("back again");
        talk.sees("back again");
        talk.say("/ban ben");
        talk.hasDialog("moderate");
        window.press("moderate.yes");
        talk.hasNoDialog("moderate");
        ben.await("\"left\"", "#harbour", "\"banned\"");
        ben.says("/join harbour");
        ben.await("\"error\"", "#harbour");
        talk.say("/unban ben");
        talk.say("/invite ben");
        ben.says("/join harbour");
        ben.says("forgiven");
        talk.sees("forgiven");
    }

    private static void leave(Talk talk) throws Exception {
        Window window = talk.window();
        talk.say("/leave");
        talk.hasDialog("leave");
        talk.escape("leave");
        talk.say("/leave");
        talk.hasDialog("leave");
        window.press("leave.yes");
        window.until("the room gone", () -> window.names("conversations").stream()
                .noneMatch(name -> name.contains("harbour")));
    }

    private static void memberMenu(Talk talk) throws Exception {
        Window window = talk.window();
        if (!Window.edt(() -> window.has("members"))) {
            window.key(KeyEvent.VK_I, KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT);
        }
        window.clickRow("members", "ben", true);
    }
}
