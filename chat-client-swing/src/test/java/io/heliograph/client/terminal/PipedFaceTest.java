package io.heliograph.client.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.MemoryLocalStore;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PipedFaceTest {
    private static final Target LOBBY = Target.room("lobby");
    private static final ClientEvent CONNECTED =
            new ClientEvent.Connected("relay:1", "Ship", "SHA256:abc", "ann", false, false);

    private final FakeClient client = new FakeClient();
    private final List<String> out = Collections.synchronizedList(new ArrayList<>());
    private final List<String> err = Collections.synchronizedList(new ArrayList<>());

    private PipedFace face;

    @BeforeEach
    void bringEventsToTheFace() throws Exception {
        face = new PipedFace(
                client,
                new ChatView(LOBBY),
                Belonging.of(new MemoryLocalStore()),
                new PlainLines(out::add, ZoneOffset.UTC, false),
                err::add,
                () -> 1,
                new PipedFace.Manner(false, 1));
        client.face = face::onEvent;
    }

    @Test
    void saysEachLineAndLeavesWhenAllIsAnswered() throws Exception {
        enter();
        face.readLines(streamOf("one\ntwo\r\n//three\n"));

        assertEquals(Exit.ok(), face.await());
        assertEquals(List.of("#lobby one", "#lobby two", "#lobby /three"), client.said());
        assertEquals(1, client.heard(ClientCommand.Quit.class).size());
    }

    @Test
    void waitsForTheFilesThatItSends() throws Exception {
        enter();
        face.readLines(streamOf("/send a.txt look\n"));
        assertEquals(Exit.ok(), face.await());
        assertEquals(
                List.of(
                        "* sending a.txt (100 B) to #lobby: /transfers shows how far, /cancel 00000001 stops it",
                        "* a.txt is sent to #lobby"),
                out.stream().filter(line -> line.contains("a.txt")).toList());
    }

    @Test
    void aFileThatIsNotSentIsNotDelivered() throws Exception {
        client.fileEnd = FileState.FAILED;
        enter();
        face.sendOnly(LOBBY, Path.of("a.txt"));
        Exit exit = face.await();
        assertEquals(ExitCode.NOT_DELIVERED, exit.code());
        assertEquals("1 file was not brought over: the file is too large", exit.line());
    }

    @Test
    void aFileThatIsRefusedIsNotWaitedFor() throws Exception {
        client.answers = false;
        client.face = event -> {};
        enter();
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> face.sendOnly(LOBBY, Path.of("a.txt")));
        ClientCommand.SendFile sent = awaitSent();
        face.onEvent(new ClientEvent.Refused(sent, "not_a_member", "you are not in #lobby"));
        sending.get(20, TimeUnit.SECONDS);
        assertEquals(ExitCode.NOT_DELIVERED, face.await().code());
    }

    private ClientCommand.SendFile awaitSent() {
        while (client.heard(ClientCommand.SendFile.class).isEmpty()) {
            Thread.onSpinWait();
        }
        return client.heard(ClientCommand.SendFile.class).get(0);
    }

    @Test
    void readsNothingBeforeItCanBePassedOn() throws Exception {
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> face.readLines(streamOf("one\n")));
        face.onEvent(new ClientEvent.TrustWanted("relay:1", "SHA256:abc", "lusab babad"));
        reading.get(10, TimeUnit.SECONDS);

        Exit exit = face.await();

        assertEquals(ExitCode.REFUSED, exit.code());
        assertTrue(exit.line().contains("--trust SHA256:abc") && exit.line().contains("lusab babad"), exit.line());
        assertEquals(List.of(), client.said());
    }

    @Test
    void saysThatALineWasRefused() throws Exception {
        enter();
        client.answers = false;
        face.onEvent(new ClientEvent.StateChanged(client.newMessageId(), MessageState.FAILED, "no_such_user: who?"));
        face.readLines(streamOf(""));

        assertEquals(new Exit(ExitCode.NOT_DELIVERED, "1 message was not delivered: no_such_user: who?"), face.await());
    }

    @Test
    void namesALineThatIsTooLongAndSaysTheOthers() throws Exception {
        enter();
        face.readLines(streamOf("one\n" + "x".repeat(49_153) + "\nthree\n"));

        assertEquals(ExitCode.NOT_DELIVERED, face.await().code());
        assertEquals(List.of("#lobby one", "#lobby three"), client.said());
        assertTrue(err.get(0).startsWith("line 2 is longer than 49152 bytes"), err.get(0));
    }

    @Test
    void slowsAWriterDownThatIsFasterThanTheServer() throws Exception {
        enter();
        client.answers = false;
        CompletableFuture<Void> reading =
                CompletableFuture.runAsync(() -> face.readLines(streamOf("line\n".repeat(10_000))));
        while (client.said().size() < PipedFace.MAX_OUTSTANDING) {
            Thread.onSpinWait();
        }
        face.interrupt();
        reading.get(10, TimeUnit.SECONDS);

        assertEquals(PipedFace.MAX_OUTSTANDING, client.said().size());
        assertEquals(ExitCode.NOT_DELIVERED, face.await().code());
    }

    @Test
    void stopsAtAChangedIdentityAndShowsBoth() throws Exception {
        face.onEvent(new ClientEvent.WrongIdentity("relay:1", "SHA256:old", "SHA256:new", "first seen 2026-03-01"));

        Exit exit = face.await();

        assertEquals(ExitCode.REFUSED, exit.code());
        assertTrue(exit.line().contains("SHA256:old") && exit.line().contains("SHA256:new"), exit.line());
    }

    @Test
    void stopsWhenTheLoginIsRefused() throws Exception {
        face.onEvent(new ClientEvent.LoginRefused("wrong_password", "The server's password is wrong.", true));

        assertEquals(
                new Exit(
                        ExitCode.REFUSED,
                        "login refused: The server's password is wrong. (--server-password-file FILE or"
                                + " HELIOGRAPH_SERVER_PASSWORD)"),
                face.await());
    }

    @Test
    void anInterruptedTailIsNoFailure() throws Exception {
        enter();
        face.interrupt();

        assertEquals(Exit.ok(), face.await());
    }

    @Test
    void sendsOneTextAndLeaves() throws Exception {
        enter();
        face.sendOnly(Target.user("bob"), "two\nlines");

        assertEquals(Exit.ok(), face.await());
        assertEquals(List.of("@bob two\nlines"), client.said());
    }

    @Test
    void quitsByCommand() throws Exception {
        enter();
        face.readLines(streamOf("one\n/quit\ntwo\n"));

        assertEquals(Exit.ok(), face.await());
        assertEquals(List.of("#lobby one"), client.said());
    }

    @Test
    void printsNothingOfWhoIsIgnored() throws Exception {
        enter();
        face.choices().ignore(Target.user("eve"), true);
        face.onEvent(new ClientEvent.EntryShown(LOBBY, Shown.message(1, "eve", false, "psst"), true));
        face.onEvent(new ClientEvent.EntryShown(LOBBY, Shown.message(2, "bob", false, "hello"), true));

        assertEquals("00:00:00 #lobby <bob> hello", out.get(out.size() - 1));
        assertTrue(out.stream().noneMatch(line -> line.contains("psst")), out.toString());
    }

    @Test
    void waitsForTheAnswersToItsQuestions() throws Exception {
        enter();
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> face.readLines(streamOf("/list\n")));
        while (client.heard(ClientCommand.AskRooms.class).isEmpty()) {
            Thread.onSpinWait();
        }
        face.onEvent(new ClientEvent.RoomsListed("", List.of(), false));
        reading.get(10, TimeUnit.SECONDS);

        assertEquals(Exit.ok(), face.await());
        assertEquals("* there are no rooms: /join ROOM makes one", out.get(out.size() - 1));
    }

    @Test
    void aCommandOfAScriptWaitsForWhatTheLinesBeforeItLeadTo() throws Exception {
        enter();
        CompletableFuture<Void> reading =
                CompletableFuture.runAsync(() -> face.readLines(streamOf("/join dev\n/topic soup\n")));
        while (client.heard(ClientCommand.Join.class).isEmpty()) {
            Thread.onSpinWait();
        }
        face.onEvent(Shown.conversation(Target.room("dev"), 1));
        assertEquals(List.of(), client.heard(ClientCommand.SetRoom.class));
        face.onEvent(new ClientEvent.Joined(Target.room("dev"), 1, false));
        while (client.heard(ClientCommand.SetRoom.class).isEmpty()) {
            Thread.onSpinWait();
        }
        ClientCommand.SetRoom set = client.heard(ClientCommand.SetRoom.class).get(0);
        assertEquals(Target.room("dev"), set.where());
        face.onEvent(new ClientEvent.Done(set));
        reading.get(10, TimeUnit.SECONDS);
        assertEquals(Exit.ok(), face.await());
    }

    private void enter() {
        face.onEvent(CONNECTED);
        face.onEvent(new ClientEvent.Joined(LOBBY, 1, false));
        face.onEvent(new ClientEvent.CaughtUp());
    }

    private static InputStream streamOf(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
