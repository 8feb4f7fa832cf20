package io.heliograph.client.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person at a terminal: keys go in through a pipe, the screen is what was written. */
@Timeout(30)
class InteractiveFaceTest {
    private static final Target LOBBY = Target.room("lobby");
    private static final MessageId ID = new MessageId(Bytes.copyOf(new byte[MessageId.LENGTH_BYTES]));

    private final FakeClient client = new FakeClient();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final PipedOutputStream keys = new PipedOutputStream();

    @TempDir
    Path folder;

    private Terminal terminal;
    private InteractiveFace face;

    @BeforeEach
    void sitDown() throws IOException {
        terminal = new ExternalTerminal(
                "test", "xterm-256color", new PipedInputStream(keys, 65_536), written, StandardCharsets.UTF_8);
        terminal.setSize(new Size(80, 24));
        ChatView view = new ChatView(LOBBY);
        Screen screen =
                new Screen(terminal, new ConversationCompleter(new CommandTable(), view), folder.resolve("history"));
        StyledLines lines = new StyledLines(Palette.of(false, false), ZoneOffset.UTC);
        face = new InteractiveFace(client, view, screen, lines, () -> 1);
        client.face = face::onEvent;
        face.onEvent(new ClientEvent.Connected("relay:1", "Ship", "SHA256:abc", "ann", false, false));
        face.onEvent(new ClientEvent.Joined(LOBBY, List.of("ann", "benedict"), false));
    }

    @AfterEach
    void leave() throws IOException {
        terminal.close();
    }

    @Test
    void saysWhatIsTypedAsItIsTyped() throws Exception {
        type("it's \"quoted\" \\ and !bang\r//slash\r/quit\r");

        assertEquals(Exit.ok(), face.await());
        assertEquals(List.of("#lobby it's \"quoted\" \\ and !bang", "#lobby /slash"), client.said());
    }

    @Test
    void completesCommandsAndNames() throws Exception {
        type("bene\thi\r/qui\t\r");

        assertEquals(Exit.ok(), face.await());
        assertEquals(List.of("#lobby benedict: hi"), client.said());
    }

    @Test
    void controlCClearsTheLineAndControlDLeaves() throws Exception {
        type("never said\u0003hello\r\u0004");

        assertEquals(Exit.ok(), face.await());
        assertFalse(client.said().contains("#lobby never said"));
        assertEquals(1, client.heard(ClientCommand.Quit.class).size());
    }

    @Test
    void tellsThatATextIsBeingWrittenButNotACommand() throws Exception {
        type("/status\rhello\r\u0004");
        face.await();

        assertEquals(LOBBY, client.heard(ClientCommand.Typing.class).get(0).to());
    }

    @Test
    void nothingFromOthersReachesTheTerminalRaw() throws Exception {
        face.onEvent(new ClientEvent.MessageShown(
                ID, LOBBY, "ev\u001b]0;il", false, 0, "\u001b[2Jgone\u0007 \u202e txt\nsecond"));
        type("\u0004");
        face.await();

        String screen = written.toString(StandardCharsets.UTF_8);
        assertTrue(screen.contains("\uFFFD[2Jgone\uFFFD"), screen);
        assertFalse(screen.contains("\u001b[2J") || screen.contains("\u001b]0;") || screen.contains("\u202e"));
    }

    @Test
    void showsWhyALineFailedAndLeavesWithItsCode() throws Exception {
        face.onEvent(new ClientEvent.LoginRefused("name_taken", "The name is taken."));
        type("\r");

        Exit exit = face.await();

        assertEquals(ExitCode.REFUSED, exit.code());
        assertTrue(exit.line().contains("The name is taken."), exit.line());
    }

    private void type(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }
}
