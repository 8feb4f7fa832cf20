package io.heliograph.client.swing.actions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.ClientEvent.VersionsShown.Version;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.TrustLevel;
import io.heliograph.client.swing.command.Desk;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.messages.MessageWords;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.UserEntry;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the commands do with the message that is meant. */
class MessageCommandsTest {
    private final FakeDesk desk = new FakeDesk(Role.MEMBER);
    private final Answers answers = new Answers();
    private final MessageCommands commands = new MessageCommands(answers);

    @Test
    void theSelectedMessageIsMeantElseTheNewest() {
        ShownEntry first = desk.say(1, "ben", "one");
        ShownEntry second = desk.say(2, "ben", "two");
        run("reply", "");
        desk.selected = first;
        run("reply", "");
        assertEquals(List.of(second, first), desk.answered);
    }

    @Test
    void nothingIsMeantInAnEmptyConversation() {
        run("reply", "");
        assertEquals(1, desk.complaints.size());
    }

    @Test
    void theSameReactionIsTakenBack() {
        desk.say(1, "ben", "one", new ShownEntry.Reaction("👍", List.of("ben", "ann")));
        run("react", "👍");
        assertFalse(desk.last(ClientCommand.React.class).on());
        run("react", "🎉");
        assertTrue(desk.last(ClientCommand.React.class).on());
    }

    @Test
    void withoutAnEmojiOneIsAskedFor() {
        desk.say(1, "ben", "one");
        answers.emoji = "🎉";
        run("react", "");
        assertEquals("🎉", desk.last(ClientCommand.React.class).emoji());
    }

    @Test
    void nothingIsDeletedUnasked() {
        desk.say(1, "ann", "mine");
        run("delete", "");
        assertEquals(List.of(), desk.commands);
        answers.yes = true;
        run("delete", "");
        assertEquals(1, desk.last(ClientCommand.Delete.class).seq());
    }

    @Test
    void onlyModeratorsDeleteWhatOthersSaid() {
        answers.yes = true;
        desk.selected = desk.say(1, "ben", "his");
        run("delete", "");
        assertEquals(List.of(), desk.commands);
        assertEquals(1, desk.complaints.size());
        FakeDesk moderated = new FakeDesk(Role.MODERATOR);
        moderated.selected = moderated.say(1, "ben", "his");
        assertTrue(MessageChoices.of(moderated.selected, moderated).contains("delete"));
    }

    @Test
    void aMenuOffersWhatFits() {
        assertEquals(
                List.of("react", "reply", "copy", "forward", "info"),
                MessageChoices.of(desk.say(1, "ben", "one"), desk));
        assertEquals(
                List.of("react", "reply", "edit", "copy", "forward", "info", "delete"),
                MessageChoices.of(desk.say(2, "ann", "two"), desk));
        FakeDesk owned = new FakeDesk(Role.OWNER, 3L);
        assertTrue(MessageChoices.of(owned.say(3, "ben", "pinned"), owned).contains("unpin"));
        assertTrue(MessageChoices.of(owned.say(4, "ben", "other"), owned).contains("pin"));
    }

    @Test
    void aMessageIsForwardedAsItsText() {
        desk.say(1, "ben", "one");
        run("forward", "@zoe");
        assertEquals(Target.user("zoe"), desk.last(ClientCommand.Say.class).to());
        assertEquals("one", desk.last(ClientCommand.Say.class).text());
    }

    @Test
    void oneMessageIsForwardedToSeveralAtOnce() {
        desk.say(1, "ben", "one");
        run("forward", "@zoe  #garden");
        assertEquals(
                List.of("@zoe", "#garden"),
                desk.commands.stream()
                        .map(ClientCommand.Say.class::cast)
                        .map(say -> say.to().address())
                        .toList());
    }

    @Test
    void nothingIsForwardedWhereOneOfSeveralIsNoConversation() {
        desk.say(1, "ben", "one");
        run("forward", "@zoe nonsense");
        assertEquals(List.of(), desk.commands);
        assertEquals(1, desk.complaints.size());
    }

    @Test
    void aFileIsForwardedByItsPlaceAndSentAnewOnlyWhereTheServerHasLetGoOfIt() {
        desk.offer(4, "ben", "plan.pdf", "look");
        run("forward", "@zoe");
        ClientCommand.ForwardFile forward = desk.last(ClientCommand.ForwardFile.class);
        assertEquals(4, forward.seq());
        assertEquals("look", forward.caption());
        ClientEvent.Refused refused = new ClientEvent.Refused(forward, RefusalCode.NO_SUCH_FILE, "gone");
        Forwards.onRefused(desk, refused, entry -> null);
        assertEquals(1, desk.complaints.size());
        Forwards.onRefused(desk, refused, entry -> Path.of("plan.pdf"));
        assertEquals(
                Path.of("plan.pdf"), desk.last(ClientCommand.SendFile.class).path());
        assertEquals(Target.user("zoe"), desk.last(ClientCommand.SendFile.class).to());
    }

    @Test
    void whatIsMarkedStaysInViewAndGoesTogether() {
        desk.event(new ClientEvent.UserList(List.of(
                new UserEntry("zoe", PresenceState.ONLINE, "", 0), new UserEntry("ben", PresenceState.ONLINE, "", 0))));
        List<ListRow> rows = new ArrayList<>();
        List<String> deeds = new ArrayList<>();
        ForwardPresenter presenter = new ForwardPresenter(
                new ForwardPresenter.View() {
                    @Override
                    public void showRows(List<ListRow> shown, String empty) {
                        rows.clear();
                        rows.addAll(shown);
                    }

                    @Override
                    public void showDeed(String text) {
                        deeds.add(text);
                    }
                },
                desk);
        assertEquals(List.of(Target.user("ben")), presenter.targets("@ben"), "nothing is marked");
        presenter.onMarked("@zoe");
        presenter.onTyped("be");
        assertEquals(List.of("@ben", "@zoe"), rows.stream().map(ListRow::key).toList());
        presenter.onMarked("@ben");
        assertEquals(List.of(Target.user("zoe"), Target.user("ben")), presenter.targets("#lab"));
        assertTrue(deeds.get(deeds.size() - 1).contains("2"));
        presenter.onMarked("@zoe");
        assertEquals(List.of(Target.user("ben")), presenter.targets(null));
    }

    @Test
    void whoHasReadItStandsBeforeWhoHasIt() {
        ShownEntry mine = desk.say(5, "ann", "mine");
        desk.event(new ClientEvent.MembersShown(
                FakeDesk.LAB,
                List.of(
                        new MemberEntry("ann", Role.MEMBER, 5, 5, 0),
                        new MemberEntry("ben", Role.MEMBER, 5, 4, 0),
                        new MemberEntry("eva", Role.MEMBER, 4, 4, 0),
                        new MemberEntry("zoe", Role.MEMBER, 9, 9, 0))));
        MessageInfo info = new MessageInfo(desk.words(), new MessageWords(desk.words(), ZoneOffset.UTC));
        List<ListRow> rows = info.people(mine, desk.model().place(FakeDesk.LAB), "ann");
        assertEquals(
                List.of("zoe", "ben", "eva"), rows.stream().map(ListRow::title).toList());
        assertEquals(
                List.of("Read by 1 of 3", "Delivered to 1 of 3", "Not yet with 1 of 3"),
                rows.stream().map(ListRow::section).toList());
    }

    @Test
    void whatAMessageSaidBeforeStandsTheNewestFirst() {
        MessageInfo info = new MessageInfo(desk.words(), new MessageWords(desk.words(), ZoneOffset.UTC));
        List<ListRow> rows = info.versions(
                List.of(new Version(1_000, "helo"), new Version(2_000, ""), new Version(3_000, "hello all")));
        assertEquals(
                List.of("no text", "helo"), rows.stream().map(ListRow::title).toList());
        assertEquals(List.of(), info.versions(List.of(new Version(1_000, "hello"))));
    }

    @Test
    void theSealingOfAMessageIsToldWithTheKeyOfItsAuthor() {
        ShownEntry entry = desk.say(5, "ben", "hi");
        MessageInfo info = new MessageInfo(desk.words(), new MessageWords(desk.words(), ZoneOffset.UTC));
        List<String> values = info.fields(entry, desk.model().place(FakeDesk.LAB), TrustLevel.VERIFIED).stream()
                .map(MessageInfo.Field::value)
                .toList();
        assertTrue(values.contains("Key verified"), values.toString());
        assertTrue(values.stream().anyMatch(value -> value.contains("AES-256-GCM")), values.toString());
    }

    private void run(String id, String argument) {
        commands.all().stream()
                .filter(command -> command.id().equals(id))
                .findFirst()
                .orElseThrow()
                .run(desk, argument);
    }

    /** Answers without asking anybody. */
    private static final class Answers implements MessageCommands.Questions {
        private final List<String> copied = new ArrayList<>();
        private String emoji = "";
        private boolean yes;

        @Override
        public void askDelete(ShownEntry entry, Runnable deed) {
            if (yes) {
                deed.run();
            }
        }

        @Override
        public void askEmoji(ShownEntry entry, Consumer<String> chosen) {
            chosen.accept(emoji);
        }

        @Override
        public void askConversations(Consumer<List<Target>> chosen) {}

        @Override
        public void showInfo(Desk desk, Target where, ShownEntry entry) {}

        @Override
        public void copy(ShownEntry entry) {
            copied.add(String.valueOf(entry.text()));
        }
    }
}
