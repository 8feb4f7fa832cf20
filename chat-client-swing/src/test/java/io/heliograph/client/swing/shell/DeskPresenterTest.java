package io.heliograph.client.swing.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.client.core.LinkCause;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.TrustLevel;
import io.heliograph.client.swing.dialog.ListRow;
import io.heliograph.client.swing.messages.MessageListModel;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.UserEntry;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DeskPresenterTest {
    private static final Target LOBBY = Target.room("lobby");
    private static final Target BEN = Target.user("ben");

    private final DeskRig rig = new DeskRig();

    @Test
    void theFirstConversationIsOpenedWhenEverythingIsThere() {
        rig.enter(LOBBY);
        assertEquals(LOBBY, rig.desk.current());
        assertTrue(rig.sent(ClientCommand.AskMembers.class) > 0);
    }

    @Test
    void aNewcomerIsShownTheFirstRoomThatIsEntered() {
        rig.event(new ClientEvent.CaughtUp());
        rig.know(LOBBY);
        rig.event(new ClientEvent.Joined(LOBBY, 1, false));
        assertEquals(LOBBY, rig.desk.current());
    }

    @Test
    void whatIsWrittenIsSaid() {
        rig.enter(LOBBY);
        rig.write("hello");
        rig.desk.regions().composer().onSend();
        assertEquals("hello", rig.last(ClientCommand.Say.class).text());
        assertEquals("", rig.views.text);
    }

    @Test
    void aFileStandsAmongTheMessagesFromTheMomentItIsSent() {
        rig.enter(LOBBY);
        MessageId id = rig.newMessageId();
        MessageListModel lines = rig.desk.model().place(LOBBY).lines();
        rig.event(progress(id, FileState.QUEUED, -1));
        rig.event(progress(id, FileState.SENDING, 3_000));
        assertEquals(1, lines.size());
        FileInfo info =
                Objects.requireNonNull(Objects.requireNonNull(lines.entry(0)).file());
        assertEquals(3_000, info.sizeBytes(), "as soon as somebody has looked");
        rig.event(new ClientEvent.EntryShown(LOBBY, rig.entry(0, id, "ann", "caption"), true));
        assertEquals(1, lines.size(), "its message takes its place");
        rig.event(new ClientEvent.EntryPlaced(LOBBY, id, 7, 1_000));
        rig.event(progress(id, FileState.DONE, 3_000));
        assertEquals(0, lines.indexOf(7));
        assertEquals(1, lines.size());
    }

    @Test
    void aFileThatIsNotSentAfterAllGoesFromTheMessages() {
        rig.enter(LOBBY);
        MessageId id = rig.newMessageId();
        rig.event(progress(id, FileState.SENDING, 3_000));
        rig.event(progress(id, FileState.PAUSED, 3_000));
        assertEquals(1, rig.desk.model().place(LOBBY).lines().size());
        rig.event(progress(id, FileState.CANCELLED, 3_000));
        assertEquals(0, rig.desk.model().place(LOBBY).lines().size());
    }

    private static ClientEvent progress(MessageId id, FileState state, long sizeBytes) {
        return new ClientEvent.FileProgress(
                new FileTransfer(id, LOBBY, "plan.pdf", true, state, 0, sizeBytes, 0, -1, null, ""));
    }

    @Test
    void aSlashIsNeverSaidUnlessItIsDoubled() {
        rig.enter(LOBBY);
        rig.write("/jion x");
        rig.desk.regions().composer().onSend();
        assertEquals(0, rig.sent(ClientCommand.Say.class));
        assertTrue(rig.views.note.contains("/join"), rig.views.note);
        rig.write("//etc");
        rig.desk.regions().composer().onSend();
        assertEquals("/etc", rig.last(ClientCommand.Say.class).text());
        rig.write("/me waves");
        rig.desk.regions().composer().onSend();
        assertEquals("/me waves", rig.last(ClientCommand.Say.class).text());
    }

    @Test
    void aDeskBehindAnotherRemembersAndShowsNothing() {
        rig.enter(LOBBY);
        rig.write("half a thought");
        rig.desk.hide();
        rig.views.note = "of the other";
        rig.views.text = "of the other";
        rig.show(LOBBY, 7, "ben", "while you were away");
        rig.event(new ClientEvent.Problem("x", "something went wrong"));
        rig.desk.flush();
        assertEquals("of the other", rig.views.note);
        assertEquals("of the other", rig.views.text);
        rig.desk.show();
        assertEquals(LOBBY, rig.desk.current());
        assertEquals("half a thought", rig.views.text);
        assertEquals(1, rig.desk.model().place(LOBBY).lines().size());
    }

    @Test
    void whatIsBegunElsewhereIsShownUnlessSomethingIsBegunHere() {
        rig.enter(LOBBY);
        rig.event(new ClientEvent.DraftChanged(LOBBY, "from my terminal"));
        assertEquals("from my terminal", rig.views.text);
        rig.write("changed here");
        rig.event(new ClientEvent.DraftChanged(LOBBY, "changed there"));
        assertEquals("changed here", rig.views.text);
        rig.nowMs += 6_000;
        rig.desk.onTick();
        assertEquals("changed here", rig.last(ClientCommand.TellDraft.class).text());
        rig.desk.regions().composer().onSend();
        assertEquals("", rig.last(ClientCommand.TellDraft.class).text());
        rig.event(new ClientEvent.DraftChanged(BEN, "dear Ben"));
        rig.know(BEN);
        rig.desk.open(BEN);
        assertEquals("dear Ben", rig.views.text);
    }

    @Test
    void aDraftStaysWithItsConversation() {
        rig.enter(LOBBY);
        rig.know(BEN);
        rig.write("half a thought");
        rig.desk.open(BEN);
        assertEquals("", rig.views.text);
        assertTrue(rig.row("lobby").draft());
        rig.desk.open(LOBBY);
        assertEquals("half a thought", rig.views.text);
    }

    @Test
    void upLoadsTheLastOwnMessageAndEnterChangesIt() {
        rig.enter(LOBBY);
        rig.show(LOBBY, 1, "ann", "helo");
        rig.show(LOBBY, 2, "ben", "what?");
        rig.desk.regions().composer().onEditLast();
        assertEquals("helo", rig.views.text);
        rig.write("hello");
        rig.desk.regions().composer().onSend();
        assertEquals(1, rig.last(ClientCommand.Edit.class).seq());
        assertEquals("hello", rig.last(ClientCommand.Edit.class).text());
    }

    @Test
    void anEditThatIsGivenUpIsNoDraft() {
        rig.enter(LOBBY);
        rig.know(BEN);
        rig.show(LOBBY, 1, "ann", "helo");
        rig.desk.regions().composer().onEditLast();
        rig.desk.open(BEN);
        assertFalse(rig.row("lobby").draft());
    }

    @Test
    void typingIsToldAtMostEveryThreeSeconds() {
        rig.enter(LOBBY);
        rig.write("a");
        rig.write("ab");
        assertEquals(1, rig.sent(ClientCommand.Typing.class));
        rig.nowMs += 3_000;
        rig.write("abc");
        assertEquals(2, rig.sent(ClientCommand.Typing.class));
        rig.write("/join");
        assertEquals(2, rig.sent(ClientCommand.Typing.class));
    }

    @Test
    void theListShowsWhatIsNew() {
        rig.enter(LOBBY);
        rig.know(BEN);
        rig.show(BEN, 1, "ben", "are you there?");
        rig.event(new ClientEvent.UnreadChanged(BEN, 0, 1, 0));
        rig.event(new ClientEvent.UserList(List.of(new UserEntry("ben", PresenceState.AWAY, "", 0))));
        ConversationRow row = rig.row("ben");
        assertEquals("are you there?", row.preview());
        assertEquals(1, row.unreadCount());
        assertEquals("away", row.dot());
        rig.event(new ClientEvent.TypingShown("ben", BEN));
        assertTrue(rig.row("ben").lively());
        rig.nowMs += 5_000;
        rig.desk.onTick();
        assertFalse(rig.row("ben").lively());
    }

    @Test
    void ticksFollowTheMessage() {
        rig.enter(LOBBY);
        MessageId id = rig.newMessageId();
        rig.event(new ClientEvent.EntryShown(LOBBY, rig.entry(0, id, "ann", "hi"), true));
        assertEquals(0, rig.row("lobby").ticks());
        rig.event(new ClientEvent.EntryPlaced(LOBBY, id, 1, 5));
        rig.event(new ClientEvent.StateChanged(id, MessageState.STORED, ""));
        assertEquals(1, rig.row("lobby").ticks());
        rig.event(new ClientEvent.ReceiptsChanged(LOBBY, id, 1, 2, 1, 2));
        assertEquals(2, rig.row("lobby").ticks());
        rig.event(new ClientEvent.ReceiptsChanged(LOBBY, id, 1, 2, 2, 2));
        assertEquals(3, rig.row("lobby").ticks());
    }

    @Test
    void theBannerCountsDown() {
        rig.enter(LOBBY);
        rig.event(new ClientEvent.Reconnecting(2, 4_000, LinkCause.of(LinkCause.Kind.NO_ANSWER)));
        assertTrue(rig.views.banner.contains("in 4 s"), rig.views.banner);
        rig.nowMs += 1_500;
        rig.desk.onTick();
        assertTrue(rig.views.banner.contains("in 3 s"), rig.views.banner);
        rig.connect(true);
        assertEquals("", rig.views.banner);
    }

    @Test
    void membersStandByTheirRole() {
        rig.enter(LOBBY);
        rig.event(new ClientEvent.MembersShown(
                LOBBY,
                List.of(
                        new MemberEntry("ann", Role.MEMBER, 0, 0, 0),
                        new MemberEntry("zoe", Role.OWNER, 0, 0, 0),
                        new MemberEntry("ben", Role.MEMBER, 0, 0, 0))));
        List<ListRow> members = rig.details().members();
        assertEquals(
                List.of("zoe", "ann", "ben"),
                members.stream().map(ListRow::title).toList());
        assertEquals(
                List.of("Owners", "Members", ""),
                members.stream().map(ListRow::section).toList());
    }

    @Test
    void membersBearTheMarkOfWhatIsRememberedOfTheirKeysFromTheStartOn() {
        rig.enter(LOBBY);
        rig.event(new ClientEvent.MembersShown(
                LOBBY,
                List.of(new MemberEntry("ben", Role.MEMBER, 0, 0, 0), new MemberEntry("zoe", Role.MEMBER, 0, 0, 0))));
        assertEquals(
                List.of("ben", "zoe"), rig.last(ClientCommand.AskTrust.class).names());
        rig.event(new ClientEvent.TrustKnown(List.of(
                new ClientEvent.TrustKnown.Known("ben", TrustLevel.VERIFIED, false),
                new ClientEvent.TrustKnown.Known("zoe", TrustLevel.VERIFIED, true))));
        assertEquals(
                List.of("shield-check", "shield-alert"),
                rig.details().members().stream()
                        .map(row -> Objects.requireNonNull(row.mark()).icon())
                        .toList());
        assertEquals(0, rig.sent(ClientCommand.ShowTrust.class), "nothing is fetched for it");
    }

    @Test
    void whatIsClosedIsOffTheListUntilSomethingIsSaidThere() {
        rig.enter(LOBBY);
        rig.know(BEN);
        rig.desk.open(BEN);
        rig.write("/close");
        rig.desk.regions().composer().onSend();
        assertEquals(LOBBY, rig.desk.current());
        assertEquals(List.of("lobby"), rig.titles());
        rig.show(BEN, 3, "ben", "still there?");
        assertEquals(List.of("ben", "lobby"), rig.titles().stream().sorted().toList());
    }

    @Test
    void whatIsClosedIsFoundByItsNameAndOpenedAgain() {
        rig.enter(LOBBY);
        rig.know(BEN);
        rig.write("/hide @ben");
        rig.desk.regions().composer().onSend();
        assertEquals(List.of("lobby"), rig.titles());
        rig.desk.regions().list().onFilter("be");
        assertEquals(List.of("ben"), rig.titles());
        rig.desk.regions().list().onFilter("");
        rig.desk.open(BEN);
        rig.desk.open(LOBBY);
        assertEquals(List.of("ben", "lobby"), rig.titles().stream().sorted().toList());
    }

    @Test
    void inTheMenuOfARowStandsWhatMakesSenseThere() {
        rig.enter(LOBBY);
        rig.know(BEN);
        Target notebook = Target.user("ann");
        rig.know(notebook);
        assertTrue(rig.menuOf(BEN).containsAll(List.of("verify", "ignore", "close", "mute", "export")));
        assertTrue(rig.menuOf(LOBBY).containsAll(List.of("leave", "invite", "close", "jumptodate")));
        assertFalse(rig.menuOf(notebook).contains("verify"), "with oneself");
        assertFalse(rig.menuOf(notebook).contains("ignore"));
        rig.write("/mute @ben");
        rig.desk.regions().composer().onSend();
        assertFalse(rig.menuOf(BEN).contains("mute"), "it is muted for good");
    }

    @Test
    void theLastConversationCanBeClosedToo() {
        rig.enter(LOBBY);
        rig.write("/close");
        rig.desk.regions().composer().onSend();
        assertNull(rig.desk.current());
        assertEquals(List.of(), rig.titles());
    }

    @Test
    void whatIsBehindOtherWindowsIsNotRead() {
        rig.enter(LOBBY);
        rig.show(LOBBY, 4, "ben", "hi");
        rig.desk.regions().timeline().onInFront(false);
        rig.desk.regions().timeline().onSeen(4);
        assertEquals(0, rig.sent(ClientCommand.MarkRead.class));
        rig.desk.regions().timeline().onInFront(true);
        assertEquals(4, rig.last(ClientCommand.MarkRead.class).seq());
    }

    @Test
    void peopleWhoAreIgnoredAreNotShown() {
        rig.enter(LOBBY);
        rig.write("/ignore ben");
        rig.desk.regions().composer().onSend();
        rig.show(LOBBY, 1, "ben", "spam");
        rig.show(LOBBY, 2, "zoe", "hello");
        assertEquals(List.of("zoe"), rig.lines().stream().map(ShownEntry::from).toList());
        rig.write("/ignore ben");
        rig.desk.regions().composer().onSend();
        assertEquals(
                List.of("ben", "zoe"),
                rig.lines().stream().map(ShownEntry::from).toList());
    }

    @Test
    void textFromOthersCannotTurnTheLine() {
        rig.enter(LOBBY);
        rig.show(LOBBY, 1, "ben", "a\u202Eb\nc");
        assertEquals("ben: ab c", rig.row("lobby").preview());
    }

    @Test
    void oneBurstIsOneRefresh() {
        rig.enter(LOBBY);
        int before = rig.views.listCount;
        for (int seq = 1; seq <= 100; seq++) {
            ShownEntry entry = rig.entry(seq, rig.newMessageId(), "ben", "line " + seq);
            rig.desk.onEvent(new ClientEvent.EntryShown(LOBBY, entry, true));
        }
        rig.desk.flush();
        assertEquals(before + 1, rig.views.listCount);
        assertEquals(100, rig.lines().size());
        assertEquals(EntryKind.MESSAGE, rig.lines().get(0).kind());
    }

    @Test
    void aMessageOfAnotherIsAnnouncedOnce() {
        rig.enter(LOBBY);
        rig.show(LOBBY, 1, "ben", "hi");
        rig.show(LOBBY, 2, "ann", "hello");
        rig.show(BEN, 1, "ben", "elsewhere");
        assertEquals(List.of(1L), rig.views.announced);
    }

    @Test
    void whatIsNewIsShownFirstWhenAConversationOpens() {
        rig.enter(LOBBY);
        rig.know(BEN);
        rig.show(BEN, 7, "ben", "are you there?");
        rig.event(new ClientEvent.UnreadChanged(BEN, 6, 1, 0));
        rig.views.unreadShown = false;
        rig.desk.open(BEN);
        assertTrue(rig.views.unreadShown);
        assertEquals(1, rig.model().row(0).above().unreadCount());
    }

    @Test
    void whatIsJumpedToIsNotRead() {
        rig.enter(LOBBY);
        rig.show(LOBBY, 40, "ben", "now");
        rig.desk.openAt(LOBBY, 5);
        assertEquals(5, rig.last(ClientCommand.ShowAround.class).seq());
        rig.event(new ClientEvent.AroundShown(LOBBY, 5, List.of(rig.entry(5, rig.newMessageId(), "ben", "then"))));
        rig.desk.regions().timeline().onSeen(40);
        assertEquals(0, rig.sent(ClientCommand.MarkRead.class));
        rig.desk.regions().timeline().onEnd();
        assertEquals(40, rig.last(ClientCommand.MarkRead.class).seq());
    }

    @Test
    void whereLinesAreMissingMoreAreLoaded() {
        rig.enter(LOBBY);
        rig.show(LOBBY, 90, "ben", "now");
        rig.event(new ClientEvent.AroundShown(LOBBY, 5, List.of(rig.entry(5, rig.newMessageId(), "ben", "then"))));
        assertTrue(rig.model().hasHeldGap());
        rig.event(new ClientEvent.PageShown(LOBBY, List.of(rig.entry(60, rig.newMessageId(), "ben", "between")), true));
        assertTrue(rig.model().hasHeldGap());
        rig.event(new ClientEvent.PageShown(LOBBY, List.of(rig.entry(4, rig.newMessageId(), "ben", "first")), false));
        assertFalse(rig.model().hasHeldGap());
        assertEquals(
                List.of(4L, 5L, 60L, 90L),
                rig.lines().stream().map(ShownEntry::seq).toList());
    }

    @Test
    void whoTypesIsShownBelowTheMessages() {
        rig.enter(LOBBY);
        rig.event(new ClientEvent.TypingShown("ben", LOBBY));
        assertEquals(List.of("ben"), rig.views.typing);
        rig.nowMs += 5_000;
        rig.desk.onTick();
        assertEquals(List.of(), rig.views.typing);
    }

    @Test
    void aRoomThatWasOpenedBeforeItWasKnownShowsWhatWasSaidThere() {
        rig.enter(LOBBY);
        Target harbour = Target.room("harbour");
        rig.desk.open(harbour);
        assertFalse(rig.commands.stream()
                .anyMatch(command -> command instanceof ClientCommand.LoadOlder older
                        && older.where().key().equals(harbour.key())));
        rig.know(harbour);
        assertEquals(
                harbour.key(), rig.last(ClientCommand.LoadOlder.class).where().key());
        long asked = rig.sent(ClientCommand.LoadOlder.class);
        rig.know(harbour);
        assertEquals(asked, rig.sent(ClientCommand.LoadOlder.class), "once is enough while it is on its way");
    }

    @Test
    void whoSaysSomethingSeesItWhereverHeWasReading() {
        rig.enter(LOBBY);
        rig.know(BEN);
        rig.show(LOBBY, 7, "ben", "news");
        rig.event(new ClientEvent.EntryShown(BEN, rig.entry(0, rig.newMessageId(), "ann", "elsewhere"), true));
        rig.show(LOBBY, 8, "ann", "from another device of hers");
        assertEquals(0, rig.views.endShown);
        rig.event(new ClientEvent.EntryShown(LOBBY, rig.entry(0, rig.newMessageId(), "ann", "I see"), true));
        assertEquals(1, rig.views.endShown);
    }
}
