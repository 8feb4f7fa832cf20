package io.heliograph.client.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.SearchHit;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.profile.ProfileKey;
import io.heliograph.client.core.profile.TypedLines;
import io.heliograph.client.core.store.MemoryLocalStore;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.UserEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A person at a terminal: keys go in through a pipe, the screen is what was written. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class InteractiveFaceTest {
    private static final Target LOBBY = Target.room("lobby");

    private final FakeClient client = new FakeClient();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private PipedOutputStream keys = new PipedOutputStream();

    private MemoryLocalStore store = new MemoryLocalStore();

    private Belongings belongings = Belonging.of(store);
    private Terminal terminal;
    private InteractiveFace face;

    @BeforeEach
    void sitDown() throws Exception {
        keys = new PipedOutputStream();
        terminal = new ExternalTerminal(
                "test", "xterm-256color", new PipedInputStream(keys, 65_536), written, StandardCharsets.UTF_8);
        terminal.setSize(new Size(80, 24));
        ChatView view = new ChatView(LOBBY);
        Screen screen =
                new Screen(terminal, new ConversationCompleter(new CommandTable(), view), new TypedLines(store));
        StyledLines lines = new StyledLines(Palette.of(false, false), ZoneOffset.UTC);
        face = new InteractiveFace(client, view, belongings, screen, lines, () -> 1);
        client.face = face::onEvent;
        face.onEvent(new ClientEvent.Connected("relay:1", "Ship", "SHA256:abc", "ann", false, false));
        face.onEvent(Shown.conversation(LOBBY, 1));
        face.onEvent(new ClientEvent.Joined(LOBBY, 2, false));
        UserEntry benedict = new UserEntry("benedict", PresenceState.ONLINE, "", 0);
        face.onEvent(new ClientEvent.UserList(List.of(benedict)));
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
        type("bene\thi\r/clea\t\r/quit\r");

        assertEquals(Exit.ok(), face.await());
        assertEquals(List.of("#lobby benedict: hi"), client.said());
    }

    @Test
    void completesNamesAndRoomsInsideAText() throws Exception {
        type("@bene\thi\rsee #lob\tok\r/quit\r");

        assertEquals(Exit.ok(), face.await());
        assertEquals(List.of("#lobby @benedict hi", "#lobby see #lobby ok"), client.said());
    }

    @Test
    void offersNothingForWhatNobodyIsCalled() throws Exception {
        type("xyz\thi\r/quit\r");

        assertEquals(Exit.ok(), face.await());
        assertEquals(List.of("#lobby xyzhi"), client.said());
        assertFalse(written.toString(StandardCharsets.UTF_8).contains("original"));
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
        String text = "\u001b[2Jgone\u0007 \u202e txt\nsecond";
        face.onEvent(new ClientEvent.EntryShown(LOBBY, Shown.message(1, "ev\u001b]0;il", false, text), true));
        type("\u0004");
        face.await();

        String screen = written.toString(StandardCharsets.UTF_8);
        assertTrue(screen.contains("\uFFFD[2Jgone\uFFFD"), screen);
        assertFalse(screen.contains("\u001b[2J") || screen.contains("\u001b]0;") || screen.contains("\u202e"));
    }

    @Test
    void showsWhyALineFailedAndLeavesWithItsCode() throws Exception {
        face.onEvent(new ClientEvent.LoginRefused("banned", "You are banned.", false));
        type("\r");

        Exit exit = face.await();

        assertEquals(ExitCode.REFUSED, exit.code());
        assertTrue(exit.line().contains("You are banned."), exit.line());
    }

    @Test
    void asksForAPasswordWithoutShowingIt() throws Exception {
        CompletableFuture<Exit> exit = CompletableFuture.supplyAsync(this::await);
        awaitReading();
        face.onEvent(new ClientEvent.LoginRefused("login_failed", "Wrong name or password.", true));
        awaitScreen("your password: ");
        type("sesame open\r");
        while (client.heard(ClientCommand.LogIn.class).isEmpty()) {
            Thread.onSpinWait();
        }
        type("\u0004");

        assertEquals(Exit.ok(), exit.get(10, TimeUnit.SECONDS));
        assertEquals(
                "sesame open", client.heard(ClientCommand.LogIn.class).get(0).password());
        assertFalse(written.toString(StandardCharsets.UTF_8).contains("sesame"));
    }

    @Test
    void givesUpAfterThreePasswords() throws Exception {
        ClientEvent refused = new ClientEvent.LoginRefused("login_failed", "Wrong name or password.", true);
        for (int attempt = 0; attempt < 4; attempt++) {
            face.onEvent(refused);
        }
        type("\r");
        assertEquals(ExitCode.REFUSED, face.await().code());
    }

    @Test
    void opensTheRoomItIsInAndReadsWhatItShows() throws Exception {
        face.onEvent(Shown.conversation(LOBBY, 3));
        face.onEvent(new ClientEvent.UnreadChanged(LOBBY, 1, 1, 0));
        assertEquals(LOBBY, client.heard(ClientCommand.LoadOlder.class).get(0).where());
        face.onEvent(new ClientEvent.PageShown(
                LOBBY, List.of(Shown.message(1, "bob", false, "old"), Shown.message(2, "bob", false, "fresh")), false));
        type("\u0004");
        face.await();

        String screen = written.toString(StandardCharsets.UTF_8);
        assertTrue(screen.indexOf("old") < screen.indexOf("1 new"), screen);
        assertTrue(screen.indexOf("1 new") < screen.indexOf("fresh"), screen);
        assertEquals(2, client.heard(ClientCommand.MarkRead.class).get(0).seq());
    }

    @Test
    void whatIsSaidElsewhereNamesItsPlaceAndStaysUnread() throws Exception {
        Target dev = Target.room("dev");
        face.onEvent(Shown.conversation(dev, 1));
        face.onEvent(new ClientEvent.EntryShown(dev, Shown.message(1, "bob", false, "over here, ann"), true));
        face.onEvent(new ClientEvent.UnreadChanged(dev, 0, 1, 1));
        type("\u0004");
        face.await();

        String screen = written.toString(StandardCharsets.UTF_8);
        assertTrue(screen.contains("#dev 1!"), screen);
        assertTrue(screen.contains("\u0007"), "no bell");
        assertEquals(List.of(), client.heard(ClientCommand.MarkRead.class));
    }

    @Test
    void aMutedRoomIsQuiet() throws Exception {
        Target dev = Target.room("dev");
        face.choices().mute(dev, true);
        face.onEvent(Shown.conversation(dev, 1));
        face.onEvent(new ClientEvent.EntryShown(dev, Shown.message(1, "bob", false, "over here, ann"), true));
        type("\u0004");
        face.await();

        String screen = written.toString(StandardCharsets.UTF_8);
        assertFalse(screen.contains("over here") || screen.contains("\u0007"), screen);
    }

    @Test
    void keepsNoLineThatMayHoldARoomsPassword() throws Exception {
        type("/join #dev opensesame\rhello\r\u0004");
        face.await();
        terminal.close();

        List<String> kept = new TypedLines(store.restarted()).all();
        assertEquals(List.of("hello"), kept);
    }

    @Test
    void keepsItsLinesForTheNextRun() throws Exception {
        type("hello\rthere\r\u0004");
        face.await();
        terminal.close();
        store = store.restarted();

        belongings = Belonging.of(store);
        sitDown();
        type("\u0010\u0010\r\u0004");
        face.await();

        assertEquals("#lobby hello", client.said().get(client.said().size() - 1));
        assertEquals(List.of("hello", "there", "hello"), new TypedLines(store.restarted()).all());
    }

    @Test
    void aLockedScreenShowsNothingUntilThePassphraseIsRight(@TempDir Path folder) throws Exception {
        ProfileKey key = ProfileKey.look(folder.resolve("key"), new Random(1)::nextBytes);
        key.wrap("correct horse");
        belongings = new Belongings(belongings.server(), belongings.choices(), key, 0, null);
        sitDown();
        CompletableFuture<Exit> exit = CompletableFuture.supplyAsync(this::await);
        awaitReading();
        face.onEvent(new ClientEvent.UnreadChanged(LOBBY, 0, 1, 0));
        face.onEvent(new ClientEvent.PageShown(LOBBY, List.of(Shown.message(1, "bob", false, "before")), false));
        type("/lock\r");
        awaitScreen("locked; passphrase: ");
        int markCount = client.heard(ClientCommand.MarkRead.class).size();
        written.reset();
        face.onEvent(new ClientEvent.EntryShown(LOBBY, Shown.message(2, "bob", false, "secret line"), true));
        face.onEvent(new ClientEvent.UnreadChanged(LOBBY, 1, 1, 0));
        type("/quit\t\r");
        awaitScreen("that is not it; passphrase: ");
        String locked = written.toString(StandardCharsets.UTF_8);
        assertFalse(locked.contains("secret") || locked.contains("before") || locked.contains("lobby"), locked);
        assertEquals(markCount, client.heard(ClientCommand.MarkRead.class).size());

        type("correct horse\r");
        awaitScreen("lines that came meanwhile: ");
        awaitScreen("secret line");
        type("\u0004");
        assertEquals(Exit.ok(), exit.get(10, TimeUnit.SECONDS));
        assertEquals(List.of(), client.said());
    }

    @Test
    void showsWhatWasFoundAndWhatStandsAroundIt() throws Exception {
        SearchHit hit =
                new SearchHit(LOBBY, 7, "bob", false, 0, "a red\u001b house", List.of(new SearchHit.Mark(2, 5)));
        face.onEvent(new ClientEvent.SearchShown(1, List.of(hit), 3));
        face.onEvent(new ClientEvent.AroundShown(LOBBY, 7, List.of(Shown.message(7, "bob", false, "a red house"))));
        type("\u0004");
        face.await();

        String screen = written.toString(StandardCharsets.UTF_8);
        assertTrue(screen.contains("1 1970-01-01 00:00 #lobby bob: "), screen);
        AttributedString styled = new StyledLines(Palette.of(false, false), ZoneOffset.UTC).found(1, hit);
        int at = styled.toString().indexOf("red");
        AttributedStyle marked = AttributedStyle.DEFAULT.bold().underline();
        assertEquals(marked, styled.styleAt(at));
        assertEquals(marked, styled.styleAt(at + 2));
        assertEquals(AttributedStyle.DEFAULT, styled.styleAt(at + 3));
        assertTrue(screen.contains("3 found, the newest 1 are shown"), screen);
        assertTrue(screen.contains("▶ "), screen);
        assertEquals(List.of(), client.heard(ClientCommand.MarkRead.class));
    }

    private Exit await() {
        try {
            return face.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void awaitReading() throws InterruptedException {
        awaitScreen("#lobby> ");
    }

    private void awaitScreen(String text) throws InterruptedException {
        while (!written.toString(StandardCharsets.UTF_8).contains(text)) {
            Thread.onSpinWait();
        }
    }

    private void type(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }
}
