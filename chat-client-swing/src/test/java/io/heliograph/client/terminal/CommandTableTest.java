package io.heliograph.client.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.CommandSink;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandTableTest {
    private static final MessageId ID = new MessageId(Bytes.copyOf(new byte[MessageId.LENGTH_BYTES]));

    private final CommandTable table = new CommandTable();
    private final FakeClient client = new FakeClient();
    private final ChatView view = new ChatView(Target.room("lobby"));
    private final List<String> told = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private boolean left;

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
        public void say(Target to, String text) {
            client.submit(new ClientCommand.Say(ID, to, text));
        }
    };

    @BeforeEach
    void joinTheLobby() {
        view.onEvent(new ClientEvent.Joined(Target.room("lobby"), List.of("ann", "bob"), false), 0);
        view.onEvent(new ClientEvent.Joined(Target.room("dev"), List.of("ann"), false), 0);
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
        assertEquals(List.of("@bob hello you", "@bob and here", "@bob * waves *"), client.said());
        assertEquals(1, complaints.size());
    }

    @Test
    void answersWhoWroteLast() {
        run("/reply too early");
        view.onEvent(new ClientEvent.MessageShown(ID, Target.user("cid"), "cid", false, 0, "psst"), 0);
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
        view.onEvent(new ClientEvent.MessageShown(ID, Target.room("lobby"), "ann", true, 0, "oops"), 0);
        run("/outbox", "/outbox cancel 2", "/outbox cancel 1");
        assertEquals("1 queued #lobby oops", told.get(0));
        assertEquals(ID, client.heard(ClientCommand.Cancel.class).get(0).id());
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
