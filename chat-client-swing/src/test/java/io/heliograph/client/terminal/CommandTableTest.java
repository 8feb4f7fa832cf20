package io.heliograph.client.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.CommandSink;
import io.heliograph.client.core.DownloadRule;
import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.SearchHit;
import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.netcheck.Evidence;
import io.heliograph.client.core.netcheck.Evidence.Host;
import io.heliograph.client.core.netcheck.Evidence.Name;
import io.heliograph.client.core.netcheck.NetworkReport;
import io.heliograph.client.core.profile.LocalChoices;
import io.heliograph.client.core.profile.ProfileKey;
import io.heliograph.client.core.store.MemoryLocalStore;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.Moderation;
import io.heliograph.common.message.Preference;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.common.net.FirewallTool;
import io.heliograph.common.net.LanSearch;
import io.heliograph.common.net.PathProbe.Fault;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.text.EditDistance;
import io.heliograph.common.util.Bytes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTableTest {
    private static final MessageId ID = new MessageId(Bytes.copyOf(new byte[MessageId.LENGTH_BYTES]));

    private static final Target LOBBY = Target.room("lobby");

    private final CommandTable table = new CommandTable();
    private final FakeClient client = new FakeClient();
    private final ChatView view = new ChatView(LOBBY);
    private final List<String> told = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<ClientEvent> shown = new ArrayList<>();
    private final Queue<String> secrets = new ArrayDeque<>();
    private boolean left;
    private LocalChoices choices;
    private ProfileKey key;
    private @Nullable String newPassphrase;

    @TempDir
    Path folder;

    private final MemoryLocalStore store = new MemoryLocalStore();

    private final Console console = new Console() {
        @Override
        public CommandSink client() {
            return client;
        }

        @Override
        public ChatView view() {
            return view;
        }

        @Override
        public void tell(String line) {
            told.add(line);
        }

        @Override
        public void complain(String line) {
            complaints.add(line);
        }

        @Override
        public void clearScreen() {
            told.add("cleared");
        }

        @Override
        public void leave() {
            left = true;
        }

        @Override
        public ServerName server() {
            return new ServerName("relay.example", 12_345);
        }

        @Override
        public void show(ClientEvent event) {
            shown.add(event);
        }

        @Override
        public NetworkReport checkNetwork(ServerName server) {
            Evidence lost =
                    new Evidence(Name.FOUND, "192.0.2.7", 1, true, Fault.NONE, 5, 0, -1, "192.0.2.9", 0, Host.ANSWERS);
            return NetworkReport.of(server, lost, FirewallTool.UFW);
        }

        @Override
        public List<LanSearch.Found> findServers(int port) {
            Bytes key = Bytes.copyOf(new byte[32]);
            return List.of(new LanSearch.Found(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    new Packet.Server(key, 1, key, "Ship", 2),
                    3_400_000));
        }

        @Override
        public LocalChoices choices() {
            return choices;
        }

        @Override
        public ProfileKey key() {
            return key;
        }

        @Override
        public @Nullable String newPassphrase() {
            return newPassphrase;
        }

        @Override
        public boolean canAsk() {
            return newPassphrase == null;
        }

        @Override
        public void lock() {
            told.add("locked");
        }

        @Override
        public void post(Function<MessageId, ClientCommand.Posting> making) {
            client.submit(making.apply(ID));
        }

        @Override
        public void transfer(MessageId id, Function<MessageId, ClientCommand.AboutFiles> making) {
            client().submit(making.apply(id));
        }

        @Override
        public void showHistory(Target where, int count) {
            told.add("history " + where + " " + count);
        }

        @Override
        public void awaitReceipts(Target where, long seq) {
            told.add("receipts " + where + " " + seq);
        }

        @Override
        public @Nullable String askSecret(String question) {
            return secrets.poll();
        }
    };

    @BeforeEach
    void joinTheLobby() throws Exception {
        choices = new LocalChoices(store, () -> 1_000);
        key = ProfileKey.look(folder.resolve("profile.key"), new Random(1)::nextBytes);
        view.onEvent(Shown.conversation(LOBBY, 1), 0);
        view.onEvent(Shown.conversation(Target.room("dev"), 1), 0);
    }

    @Test
    void aPlainLineIsSaidWhereTheUserIs() {
        run("hello", "  ", "//join is a command", "/switch dev", "there");
        assertEquals(List.of("#lobby hello", "#lobby /join is a command", "#dev there"), client.said());
    }

    @Test
    void anUnknownCommandIsNeverSaid() {
        run("/jion dev", "/nmaes", "/etc/passwd is a file", "/");
        assertEquals(List.of(), client.said());
        assertTrue(complaints.get(0).contains("did you mean /join?"), complaints.get(0));
        assertTrue(complaints.get(1).contains("did you mean /names?"), complaints.get(1));
        assertTrue(complaints.get(2).contains("/help"), complaints.get(2));
        assertEquals(4, complaints.size());
    }

    @Test
    void commandsAreKnownByTheirAliasesInAnyCase() {
        run("/J dev", "/PART dev", "/exit");
        assertEquals(
                Target.room("dev"),
                client.heard(ClientCommand.Join.class).get(0).room());
        assertEquals(
                Target.room("dev"),
                client.heard(ClientCommand.Leave.class).get(0).room());
        assertTrue(left);
    }

    @Test
    void sendsAFileAsItsPathIsTyped() {
        String home = System.getProperty("user.home");
        run("/send \"/tmp/my file.txt\" look at this", "/attach ~/a\\ b.txt", "/send /tmp/c", "/send");
        List<ClientCommand.SendFile> sent = client.heard(ClientCommand.SendFile.class);
        assertEquals(Path.of("/tmp/my file.txt").toAbsolutePath(), sent.get(0).path());
        assertEquals("look at this", sent.get(0).caption());
        assertEquals(LOBBY, sent.get(0).to());
        assertEquals(Path.of(home, "a b.txt"), sent.get(1).path());
        assertEquals("", sent.get(2).caption());
        assertTrue(complaints.get(0).contains("/send PATH"), complaints.get(0));
    }

    @Test
    void fetchesByTheNumberOfTheMessageOrByTheBlobElseTheNewest() {
        Bytes blob = Bytes.fromHex("ab0102030405060708090a0b0c0d0e0f");
        FileInfo file = new FileInfo("a.txt", 12, Bytes.EMPTY, blob);
        view.onEvent(new ClientEvent.EntryShown(LOBBY, Shown.file(5, "bob", false, "", file), true), 0);
        view.onEvent(new ClientEvent.EntryShown(LOBBY, Shown.message(6, "bob", false, "hi"), true), 0);
        run("/get 2", "/get ab01 /tmp/there", "/get 1", "/get zz", "/get");
        assertEquals(
                List.of(
                        new ClientCommand.FetchFile(LOBBY, 5, null),
                        new ClientCommand.FetchFile(
                                LOBBY, 5, Path.of("/tmp/there").toAbsolutePath()),
                        new ClientCommand.FetchFile(LOBBY, 5, null)),
                client.heard(ClientCommand.FetchFile.class));
        assertEquals(2, complaints.size());
    }

    @Test
    void passesAMessageOnToSeveralAFileByItsPlace() {
        FileInfo file = new FileInfo("a.txt", 12, Bytes.EMPTY, Bytes.fromHex("ab0102030405060708090a0b0c0d0e0f"));
        view.onEvent(new ClientEvent.EntryShown(LOBBY, Shown.file(5, "bob", false, "look", file), true), 0);
        view.onEvent(new ClientEvent.EntryShown(LOBBY, Shown.message(6, "bob", false, "hi"), true), 0);
        run("/forward 1 @cid #lab", "/forward 2 @cid", "/forward 1", "/forward 9 @cid", "/forward");
        assertEquals(
                List.of("@cid hi", "#lab hi"),
                client.heard(ClientCommand.Say.class).stream()
                        .map(say -> say.to().address() + " " + say.text())
                        .toList());
        ClientCommand.ForwardFile forwarded =
                client.heard(ClientCommand.ForwardFile.class).get(0);
        assertEquals(5, forwarded.seq());
        assertEquals("look", forwarded.caption());
        assertEquals(3, complaints.size());
    }

    @Test
    void looksBackToADayAndToEarlierTexts() {
        view.onEvent(new ClientEvent.EntryShown(LOBBY, Shown.message(6, "bob", false, "hi"), true), 0);
        run("/jumptodate 2026-01-31", "/versions 1", "/jumptodate soon", "/versions 7");
        long sinceMs = LocalDate.of(2026, 1, 31)
                .atStartOfDay(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();
        assertEquals(sinceMs, client.heard(ClientCommand.ShowSince.class).get(0).timeMs());
        assertEquals(List.of(new ClientCommand.ShowVersions(LOBBY, 6)), client.heard(ClientCommand.ShowVersions.class));
        assertEquals(2, complaints.size());
    }

    @Test
    void actsOnTransfersByTheFirstCharactersOfTheirName() {
        MessageId one = Shown.id(0x1a2b3c4d);
        view.onEvent(new ClientEvent.FileProgress(Shown.transfer(one, FileState.SENDING, 45)), 0);
        run("/transfers", "/pause 1a", "/resume 1a2b3c4d", "/cancel 1a2", "/cancel ff", "/pause");
        assertEquals("1a2b3c4d ↑ a.txt #lobby sending 45 % of 100 B, 10 B/s, 6 s left", told.get(0));
        assertEquals(List.of(new ClientCommand.PauseFile(one)), client.heard(ClientCommand.PauseFile.class));
        assertEquals(List.of(new ClientCommand.ResumeFile(one)), client.heard(ClientCommand.ResumeFile.class));
        assertEquals(List.of(new ClientCommand.Cancel(one)), client.heard(ClientCommand.Cancel.class));
        assertEquals(2, complaints.size());
    }

    @Test
    void saysWhatIsFetchedByItself() {
        run("/downloads", "/downloads /tmp/in verified 20MB", "/downloads off");
        assertEquals(1, client.heard(ClientCommand.AskDownloads.class).size());
        assertEquals(
                List.of(
                        new ClientCommand.SetDownloads(
                                DownloadRule.From.VERIFIED,
                                20_000_000,
                                Path.of("/tmp/in").toAbsolutePath(),
                                true),
                        new ClientCommand.SetDownloads(DownloadRule.From.NOBODY, -1, null, true)),
                client.heard(ClientCommand.SetDownloads.class));
    }

    @Test
    void searchesAndJumpsToWhatWasFound() {
        run("/jump 1", "/search red OR blue");
        ClientCommand.Search search = client.heard(ClientCommand.Search.class).get(0);
        assertEquals("red OR blue", search.query());
        SearchHit hit = new SearchHit(Target.user("bob"), 7, "bob", false, 0, "blue", List.of());
        view.onEvent(new ClientEvent.SearchShown(search.ticket(), List.of(hit), 1), 0);
        run("/jump 2", "/jump 1");

        assertEquals(
                List.of(new ClientCommand.ShowAround(Target.user("bob"), 7, 5, 5)),
                client.heard(ClientCommand.ShowAround.class));
        assertTrue(complaints.get(0).contains("/search"), complaints.get(0));
        assertTrue(complaints.get(1).contains("/jump 1 to 1"), complaints.get(1));
    }

    @Test
    void exportsARoomAPersonOrEverything() {
        run("/export #dev a b.txt", "/export all all.json", "/export dev x.txt", "/export #dev");
        assertEquals(
                List.of(
                        new ClientCommand.Export(Target.room("dev"), Path.of("a b.txt")),
                        new ClientCommand.Export(null, Path.of("all.json"))),
                client.heard(ClientCommand.Export.class));
        assertEquals(2, complaints.size());
    }

    @Test
    void aPassphraseIsSetChangedAndTakenAwayByWhoKnowsIt() {
        run("/lock");
        secrets.addAll(List.of("short"));
        run("/passphrase");
        secrets.addAll(List.of("correct horse", "correct hors"));
        run("/passphrase");
        assertFalse(key.wantsPassphrase());
        assertEquals(3, complaints.size());

        secrets.addAll(List.of("correct horse", "correct horse"));
        run("/passphrase", "/lock");
        assertTrue(key.isOpenedBy("correct horse"));
        assertTrue(told.contains("locked"));

        secrets.addAll(List.of("wrong horse!", "", ""));
        run("/passphrase");
        assertTrue(key.wantsPassphrase());
        assertTrue(complaints.get(3).contains("is not the passphrase"), complaints.get(3));
        secrets.clear();
        secrets.addAll(List.of("correct horse", ""));
        run("/passphrase");
        assertFalse(key.wantsPassphrase());
    }

    @Test
    void withoutATerminalThePassphraseComesFromTheEnvironment() {
        newPassphrase = "from the environment";
        run("/passphrase", "/passphrase typed behind it");
        assertTrue(key.isOpenedBy("from the environment"));
        assertEquals(1, complaints.size());
    }

    @Test
    void noTwoCommandsShareAName() {
        Set<String> names = new HashSet<>();
        for (SlashCommand command : table.commands()) {
            assertTrue(names.add(command.name()), command.name());
            command.aliases().forEach(alias -> assertTrue(names.add(alias), alias));
        }
    }

    @Test
    void helpNamesEveryCommand() {
        run("/help", "/help msg", "/help /j");
        for (SlashCommand command : table.commands()) {
            assertTrue(told.stream().anyMatch(line -> line.startsWith(command.usage())), command.usage());
        }
        assertTrue(told.stream().anyMatch(line -> line.startsWith("/msg NAME TEXT: ")));
    }

    @Test
    void everyCommandAnswersToNonsense() {
        for (SlashCommand command : table.commands()) {
            for (String argument : List.of("", " ", " #", " @", " 99999", " \u0000", " " + "x".repeat(10_000))) {
                table.run(console, "/" + command.name() + argument);
            }
        }
        List<String> answers = new ArrayList<>(told);
        answers.addAll(complaints);
        assertTrue(left);
        assertTrue(answers.stream().allMatch(line -> line.chars().noneMatch(Character::isISOControl)));
    }

    @Test
    void writesToOnePerson() {
        run("/msg bob  hello you", "/query bob", "and here", "/me waves", "/msg bob");
        assertEquals(List.of("@bob hello you", "@bob and here", "@bob /me waves"), client.said());
        assertEquals(1, complaints.size());
    }

    @Test
    void answersWhoWroteLast() {
        run("/reply too early");
        view.onEvent(new ClientEvent.EntryShown(Target.user("cid"), Shown.message(1, "cid", false, "psst"), true), 0);
        run("/r yes?");
        assertEquals(List.of("@cid yes?"), client.said());
        assertEquals(1, complaints.size());
    }

    @Test
    void switchesByNumberNameAndPerson() {
        run("/switch 2");
        assertEquals(Target.room("dev"), view.current());
        run("/switch #LOBBY");
        assertEquals(Target.room("lobby"), view.current());
        run("/switch @bob", "/switch nowhere", "/switch 3");
        assertEquals(Target.user("bob"), view.current());
        assertEquals(2, complaints.size());
    }

    @Test
    void takesBackWhatIsOnTheWay() {
        view.onEvent(new ClientEvent.EntryShown(LOBBY, Shown.message(0, ID, "ann", true, "oops"), true), 0);
        run("/outbox", "/outbox cancel 2", "/outbox cancel 1");
        assertEquals("1 queued #lobby oops", told.get(0));
        assertEquals(ID, client.heard(ClientCommand.Cancel.class).get(0).id());
        assertEquals(1, complaints.size());
    }

    @Test
    void countsMessagesFromTheNewest() {
        fill();
        run("/react 👍", "/react 🎉 3", "/quote 2 indeed", "/edit better", "/delete 1", "/unreact 👍 2");

        assertEquals(
                List.of(
                        new ClientCommand.React(ID, LOBBY, 2, "👍", true),
                        new ClientCommand.React(ID, LOBBY, 1, "🎉", true),
                        new ClientCommand.Say(ID, LOBBY, "indeed", 2),
                        new ClientCommand.Edit(ID, LOBBY, 3, "better", 0),
                        new ClientCommand.Delete(ID, LOBBY, 3),
                        new ClientCommand.React(ID, LOBBY, 2, "👍", false)),
                client.heard(ClientCommand.Posting.class));
    }

    @Test
    void saysWhichMessageCannotBeMeant() {
        fill();
        run("/react 👍 9", "/quote x y", "/edit 2 not mine", "/delete 0", "/receipts 2", "/pin 7");
        assertEquals(6, complaints.size());
        assertEquals(List.of(), client.heard(ClientCommand.Posting.class));
    }

    @Test
    void tellsWhatIsPinned() {
        fill();
        run("/pins", "/history 5");
        assertEquals(List.of("3 bob: one", "history #lobby 5"), told);
    }

    @Test
    void looksAfterARoom() {
        run(
                "/topic lunch at noon",
                "/mode slow 2m",
                "/mode retention 4w",
                "/mode announce-only on",
                "/mode access hidden",
                "/kick bob spam and more",
                "/ban bob 1d spam",
                "/quiet bob",
                "/op bob owner",
                "/devoice bob",
                "/invite cid dev");
        assertEquals(
                List.of(
                        new ClientCommand.SetRoom(LOBBY, RoomSetting.TOPIC, "lunch at noon"),
                        new ClientCommand.SetRoom(LOBBY, RoomSetting.SLOW_MODE, "120"),
                        new ClientCommand.SetRoom(LOBBY, RoomSetting.RETENTION, "28"),
                        new ClientCommand.SetRoom(LOBBY, RoomSetting.ANNOUNCE_ONLY, "on"),
                        new ClientCommand.SetRoom(LOBBY, RoomSetting.ACCESS, "hidden"),
                        new ClientCommand.Moderate(LOBBY, "bob", Moderation.KICK, null, 0, "spam and more"),
                        new ClientCommand.Moderate(LOBBY, "bob", Moderation.BAN, null, 86_400, "spam"),
                        new ClientCommand.Moderate(LOBBY, "bob", Moderation.MUTE, null, 0, ""),
                        new ClientCommand.Moderate(LOBBY, "bob", Moderation.SET_ROLE, Role.OWNER, 0, ""),
                        new ClientCommand.Moderate(LOBBY, "bob", Moderation.SET_ROLE, Role.READ_ONLY, 0, ""),
                        new ClientCommand.Moderate(Target.room("dev"), "cid", Moderation.INVITE, null, 0, "")),
                client.heard(ClientCommand.Request.class));
    }

    @Test
    void tellsOthersHowOneIs() {
        run("/away lunch 30m", "/dnd", "/back", "/status in the lab", "/prefer read off");
        assertEquals(
                List.of(
                        new ClientCommand.SetPresence(PresenceState.AWAY, "lunch", 1_800),
                        new ClientCommand.SetPresence(PresenceState.BUSY, "", 0),
                        new ClientCommand.SetPresence(PresenceState.ONLINE, "", 0),
                        new ClientCommand.SetPresence(PresenceState.ONLINE, "in the lab", 0),
                        new ClientCommand.Prefer(Preference.TELLS_READ, false)),
                client.heard(ClientCommand.Request.class));
    }

    @Test
    void setsAPasswordThatWasTypedTwice() {
        secrets.addAll(
                List.of("old", "new secret", "new secrets", "old", "short", "short", "old", "right one", "right one"));
        run("/passwd", "/passwd", "/passwd", "/passwd visible");
        assertEquals(3, complaints.size());
        assertEquals(
                List.of(new ClientCommand.SetPassword("old", "right one")),
                client.heard(ClientCommand.SetPassword.class));
    }

    @Test
    void ignoresAndMutesAcrossStarts() throws Exception {
        run("/ignore Eve", "/mute dev", "/ignore");
        LocalChoices again = new LocalChoices(store.restarted(), () -> 1_000);
        assertTrue(again.ignores("eve") && again.isMuted(Target.room("dev")));
        assertEquals("you ignore Eve", told.get(2));

        run("/unignore eve", "/unmute dev");
        again = new LocalChoices(store.restarted(), () -> 1_000);
        assertTrue(!again.ignores("eve") && !again.isMuted(Target.room("dev")));
    }

    @Test
    void mutesForAWhile() {
        run("/mute dev 8h", "/mute dev soon");
        LocalChoices again = new LocalChoices(store.restarted(), System::currentTimeMillis);
        assertTrue(again.isMuted(Target.room("dev")));
        LocalChoices later = new LocalChoices(store.restarted(), () -> Long.MAX_VALUE);
        assertTrue(!later.isMuted(Target.room("dev")));
        assertTrue(told.get(0).startsWith("#dev is muted until "), told.get(0));
    }

    @Test
    void aClosedConversationComesBackWhenSomethingIsSaid() {
        run("/close");
        assertEquals(List.of(Target.room("dev")), view.conversations());
        assertEquals(Target.room("dev"), view.current());
        fill();
        assertEquals(2, view.conversations().size());
    }

    private void fill() {
        for (int seq = 1; seq <= 3; seq++) {
            String from = seq == 3 ? "ann" : "bob";
            String text = List.of("one", "two", "three").get(seq - 1);
            view.onEvent(new ClientEvent.EntryShown(LOBBY, Shown.message(seq, from, seq == 3, text), true), 0);
        }
    }

    @Test
    void listsTheServersOfTheNetwork() {
        run("/servers", "/servers 0", "/servers x");
        assertEquals(1, told.size());
        assertTrue(told.get(0).startsWith("Ship  127.0.0.1:12345  SHA256:"), told.get(0));
        assertTrue(told.get(0).endsWith("2 users  3 ms"), told.get(0));
        assertEquals(2, complaints.size());
    }

    @Test
    void looksAlongTheWayToTheServer() {
        run("/doctor", "/doctor other:7", "/doctor not a host");
        assertEquals(
                List.of("relay.example:12345", "other:7"),
                shown.stream()
                        .map(event -> ((ClientEvent.NetworkChecked) event)
                                .report()
                                .server()
                                .toString())
                        .toList());
        assertEquals(1, complaints.size());
    }

    @Test
    void suggestsTheNearestCommandOnly() {
        assertNotNull(table.nearest("hepl"));
        assertEquals(null, table.nearest("xyzzyx"));
        assertEquals(0, EditDistance.between("same", "same"));
        assertEquals(1, EditDistance.between("jion", "join"));
        assertEquals(3, EditDistance.between("kitten", "sitting"));
    }

    private void run(String... lines) {
        for (String line : lines) {
            table.run(console, line);
        }
    }
}
