package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An administrator looks after a server from the window. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WindowAdminTest {
    private static final int USERS = 1;
    private static final int INVITES = 3;
    private static final int CONSOLE = 7;

    @TempDir
    Path folder;

    @Test
    void anAdministratorLooksAfterAServer() throws Exception {
        try (Day day = Day.begin(folder)) {
            Window window = day.open("ann", "--user", "ann", day.relay().invite());
            Talk talk = Talk.at(window, "admin");
            talk.isIn("lobby");
            TerminalPeer ben = day.meets("ben");
            day.relay().orders("user admin ann");
            day.leave();
            window = day.open("ann", "--user", "ann", day.relay().invite()); // which is told who one is at each start
            talk = Talk.at(window, "admin");
            talk.isIn("lobby");
            talk.say("/admin");
            talk.hasDialog("admin");
            everyPage(talk);
            lockOut(talk, ben);
            letIn(talk, day);
            console(talk);
            talk.escape("admin");
            day.leave();
        }
    }

    /** By keys, from tab to tab. */
    private static void everyPage(Talk talk) throws Exception {
        Window window = talk.window();
        int count =
                Window.edt(() -> window.find(JTabbedPane.class, "admin.tabs").getTabCount());
        for (int page = 0; page < count; page++) {
            to(window, page);
            talk.shoot("page-" + page);
            talk.unnamedIsNothing();
        }
    }

    private static void lockOut(Talk talk, TerminalPeer ben) throws Exception {
        Window window = talk.window();
        to(window, USERS);
        window.clickRow("admin.USERS", "ben", false);
        window.press("admin.USERS.user-disable");
        talk.hasDialog("admin.confirm");
        window.press("admin.confirm.yes");
        window.until("him disabled", () -> window.names("admin.USERS").stream()
                .anyMatch(name -> name.contains("ben") && name.contains("disabled")));
        ben.await("\"offline\"", "disabled");
        talk.shoot("disabled");
        window.clickRow("admin.USERS", "ben", false);
        window.press("admin.USERS.user-enable");
        window.until("him enabled", () -> window.names("admin.USERS").stream()
                .noneMatch(name -> name.contains("ben") && name.contains("disabled")));
    }

    /** Somebody comes in by the link of an invite. */
    private static void letIn(Talk talk, Day day) throws Exception {
        Window window = talk.window();
        to(window, INVITES);
        window.press("admin.invite.create");
        talk.hasDialog("admin.invite");
        String link =
                Window.edt(() -> window.find(JTextComponent.class, "admin.link").getText());
        assertTrue(link.startsWith("heliograph://"), link);
        assertTrue(link.contains(day.relay().address()), link);
        window.press("admin.link.copy");
        window.press("admin.invite.close");
        window.until("it closed", () -> !window.shows("admin.invite"));
        window.until("it listed", () -> !window.names("admin.INVITES").isEmpty());
    }

    private static void console(Talk talk) throws Exception {
        Window window = talk.window();
        to(window, CONSOLE);
        window.click(JTextComponent.class, "admin.line");
        window.type("announce high water at noon");
        window.key(KeyEvent.VK_ENTER);
        window.until(
                "the answer",
                () -> !window.find(JLabel.class, "admin.answer").getText().isBlank());
        window.type("no such line");
        window.key(KeyEvent.VK_ENTER);
        window.until("both in what was said", () -> window.find(JTextComponent.class, "admin.CONSOLE")
                .getText()
                .contains("> no such line"));
        talk.shoot("console");
    }

    private static void to(Window window, int page) throws Exception {
        Window.gesture(() -> window.find(JTabbedPane.class, "admin.tabs").setSelectedIndex(page));
        window.until("the page", () -> window.find(JButton.class, "admin.close").isShowing());
    }
}
