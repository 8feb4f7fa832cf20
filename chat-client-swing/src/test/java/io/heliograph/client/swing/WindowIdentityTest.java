package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.swing.JButton;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody moves to another computer with the file of their identity. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class WindowIdentityTest {
    private static final String SHOTS = "identity";
    private static final String PASSPHRASE = "harbour lights";

    @TempDir
    Path folder;

    @Test
    void whoBringsTheFileIsTheSamePerson() throws Exception {
        Path file = folder.resolve("ann.identity");
        try (Day day = Day.begin(folder)) {
            Window old = day.open("old", "--user", "ann", day.relay().invite());
            Talk talk = Talk.at(old, SHOTS);
            talk.isIn("lobby");
            TerminalPeer ben = day.meets("ben");
            talk.say("from the old computer");
            ben.await("\"message\"", "from the old computer");
            String before = fingerprint(talk);
            export(talk, file);
            day.leave();
            Window fresh = day.open("new");
            Talk again = Talk.at(fresh, SHOTS);
            bringIn(again, day, file);
            again.say("from the new computer");
            String line = ben.await("\"message\"", "from the new computer");
            assertTrue(line.contains("\"from\":\"ann\""), line);
            assertFalse(line.contains("\"warning\""), line);
            assertEquals(before, fingerprint(again));
            ben.says("welcome, @ann");
            again.sees("welcome, @ann");
            day.leave();
        }
    }

    private static void export(Talk talk, Path file) throws Exception {
        Window window = talk.window();
        talk.say("/identity");
        talk.hasDialog("identity");
        window.fill("identity.file", file.toString());
        window.fill("identity.passphrase", PASSPHRASE);
        window.fill("identity.again", "something else");
        window.press("identity.save");
        window.until("what is wrong", () -> window.shows("problem"));
        window.fill("identity.again", PASSPHRASE);
        window.press("identity.save");
        talk.hasNoDialog("identity");
        assertTrue(Files.size(file) > 0);
    }

    private static void bringIn(Talk talk, Day day, Path file) throws Exception {
        Window window = talk.window();
        window.until("the form", () -> window.shown(JTextComponent.class, "field.SERVER"));
        window.press("connect.identity");
        window.until("the file", () -> window.shows("field.IDENTITY"));
        window.fill("field.SERVER", day.relay().address());
        window.fill("field.NAME", "ann");
        window.fill("field.IDENTITY", file.toString());
        window.fill("field.IDENTITY_PASSPHRASE", "not that one");
        window.press("connect");
        window.until(
                "what is wrong",
                () -> !window.find(JTextComponent.class, "problem").getText().isEmpty());
        talk.shoot("bring-in");
        talk.unnamedIsNothing();
        window.fill("field.IDENTITY_PASSPHRASE", PASSPHRASE);
        window.press("connect");
        window.until("first contact", () -> window.shown(JButton.class, "trust.yes"));
        window.press("trust.yes");
        talk.isIn("lobby");
    }

    private static String fingerprint(Talk talk) throws Exception {
        Window window = talk.window();
        talk.say("/fingerprint");
        talk.hasDialog("fingerprint");
        String own = Window.edt(
                () -> window.find(JTextComponent.class, "fingerprint.device").getText());
        talk.escape("fingerprint");
        return own;
    }
}
