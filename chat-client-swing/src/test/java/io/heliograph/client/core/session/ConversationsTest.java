package io.heliograph.client.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.LeaveCause;
import io.heliograph.common.message.Mark;
import io.heliograph.common.message.MemberEntry;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.common.message.ServerMessage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said in rooms and between two, over losses of every kind. */
class ConversationsTest {
    private static final Target LOBBY = SessionRig.LOBBY;
    private static final Target BOB = SessionRig.BOB;

    private final SessionRig ann = new SessionRig();

    @Test
    void fetchesWhatWasSaidWhileTheConnectionWasAway() {
        ann.start();
        ann.relay.somebodySays("#lobby", "bob", "one", 101);
        ann.settle();
        ann.relay.closes(1);
        ann.relay.somebodySays("#lobby", "bob", "two", 102);
        ann.relay.somebodySays("@bob", "bob", "psst", 103);
        ann.settle().waits(5_000);
        ann.relay.somebodySays("#lobby", "bob", "three", 104);
        ann.settle();

        assertEquals(List.of("one", "two", "three"), textsOf(LOBBY));
        assertEquals(List.of("psst"), textsOf(BOB));
        assertEquals(1, ann.relay.heard(ClientMessage.Join.class).size());
        assertTrue(ann.seen(ClientEvent.Joined.class).get(1).again());
    }

    @Test
    void holdsNewsBackUntilTheHoleIsFilled() {
        ann.start();
        ann.relay.closes(1);
        IntStream.rangeClosed(1, 450).forEach(number -> ann.relay.somebodySays("#lobby", "bob", "m" + number, number));
        ann.relay.answersHistory = false;
        ann.settle().waits(5_000);
        ann.relay.somebodySays("#lobby", "bob", "news", 999);
        ann.settle();
        assertEquals(List.of(), textsOf(LOBBY));

        ann.relay.answersHistory = true;
        ann.relay.connectsAnew();
        ann.settle();

        assertEquals(451, textsOf(LOBBY).size());
        assertEquals("m1", textsOf(LOBBY).get(0));
        assertEquals("news", textsOf(LOBBY).get(450));
    }

    @Test
    void asksForWhatTheServerSaysItDidNotPassOn() {
        ann.start();
        ann.relay.mute = true;
        ann.relay.somebodySays("#lobby", "bob", "one", 101);
        ann.relay.somebodySays("#lobby", "bob", "two", 102);
        ann.relay.mute = false;
        ann.relay.says(new ServerMessage.Gap(ann.relay.conversation("#lobby").number, 1, 2));
        ann.relay.somebodySays("#lobby", "bob", "three", 103);
        ann.settle();

        assertEquals(List.of("one", "two", "three"), textsOf(LOBBY));
    }

    @Test
    void aPersonsClientShowsCountsAtOnceAndLinesWhenAsked() {
        member("#lobby");
        IntStream.rangeClosed(1, 30).forEach(number -> ann.relay.somebodySays("#lobby", "bob", "m" + number, number));
        ann.start();
        assertEquals(30, ann.unreadOf(LOBBY).unreadCount());
        assertEquals(List.of(), textsOf(LOBBY));

        ann.does(new ClientCommand.LoadOlder(LOBBY, 20)).does(new ClientCommand.LoadOlder(LOBBY, 20));

        List<ClientEvent.PageShown> pages = ann.seen(ClientEvent.PageShown.class);
        assertEquals("m11", pages.get(0).entries().get(0).text());
        assertTrue(pages.get(0).more());
        assertEquals("m1", pages.get(1).entries().get(0).text());
        assertFalse(pages.get(1).more());
        assertEquals(30, ann.unreadOf(LOBBY).unreadCount());

        ann.does(new ClientCommand.MarkRead(LOBBY, 25));
        assertEquals(5, ann.unreadOf(LOBBY).unreadCount());
    }

    @Test
    void aScriptIsShownWhatWasSaidWhileItWasAway() {
        member("#lobby");
        IntStream.rangeClosed(1, 300).forEach(number -> ann.relay.somebodySays("#lobby", "bob", "m" + number, number));
        ann.relay.conversation("#lobby").read = 40;
        ann.readingEverything().start();

        int caughtUp = ann.events.indexOf(new ClientEvent.CaughtUp());
        int last = ann.events.lastIndexOf(ann.seen(ClientEvent.EntryShown.class).get(259));
        assertTrue(last >= 0 && last < caughtUp, last + " " + caughtUp);
        assertEquals(260, textsOf(LOBBY).size());
        assertEquals("m41", textsOf(LOBBY).get(0));
        ann.waits(2_000);
        assertEquals(300, ann.relay.conversation("#lobby").read);
        assertEquals(0, ann.unreadOf(LOBBY).unreadCount());
    }

    @Test
    void whatWasMissedIsCountedBeforeItIsShown() {
        member("#lobby");
        IntStream.rangeClosed(1, 7).forEach(number -> ann.relay.somebodySays("#lobby", "bob", "m" + number, number));
        ann.relay.conversation("#lobby").read = 2;
        ann.relay.answersHistory = false;
        ann.readingEverything().start();
        assertEquals(List.of(5L), unreadCounts());
        assertEquals(List.of(), textsOf(LOBBY));

        ann.relay.answersHistory = true;
        ann.relay.connectsAnew();
        ann.settle();

        assertEquals(List.of(5L, 0L), unreadCounts());
        assertEquals(5, textsOf(LOBBY).size());
    }

    @Test
    void whatWasMissedInAGapOfTheConnectionIsCountedOnce() {
        ann.start();
        IntStream.rangeClosed(1, 3).forEach(number -> ann.relay.somebodySays("#lobby", "bob", "m" + number, number));
        ann.settle().does(new ClientCommand.MarkRead(LOBBY, 1));
        ann.relay.closes(1);
        IntStream.rangeClosed(4, 7).forEach(number -> ann.relay.somebodySays("#lobby", "bob", "m" + number, number));
        ann.relay.answersHistory = false;
        ann.settle().waits(5_000);
        assertEquals(6, ann.unreadOf(LOBBY).unreadCount());

        ann.relay.answersHistory = true;
        ann.relay.connectsAnew();
        ann.settle();

        assertEquals(7, textsOf(LOBBY).size());
        assertEquals(6, ann.unreadOf(LOBBY).unreadCount());
    }

    @Test
    void aScriptIsShownTheNewestThousandAndToldOfTheRest() {
        member("#lobby");
        IntStream.rangeClosed(1, 1_500)
                .forEach(number -> ann.relay.somebodySays("#lobby", "bob", "m" + number, number));
        ann.readingEverything().start();

        assertEquals(1_000, textsOf(LOBBY).size());
        assertEquals(
                new ClientEvent.GapShown(LOBBY, 1, 500, true),
                ann.seen(ClientEvent.GapShown.class).get(0));
    }

    @Test
    void aScriptIsNotShownTheHistoryOfARoomItJustEntered() {
        IntStream.rangeClosed(1, 50).forEach(number -> ann.relay.somebodySays("#lobby", "bob", "m" + number, number));
        ann.readingEverything().start();
        ann.relay.somebodySays("#lobby", "bob", "news", 99);
        ann.settle();

        assertEquals(List.of("news"), textsOf(LOBBY));
    }

    @Test
    void somebodyWhoWritesForTheFirstTimeIsHeard() {
        ann.start();
        ann.relay.somebodySays("@bob", "bob", "hello", 101);
        ann.settle();

        assertEquals(List.of("hello"), textsOf(BOB));
        assertEquals(1, ann.unreadOf(BOB).unreadCount());
    }

    @Test
    void anotherHistoryOfTheServerDoublesNothing() {
        ann.readingEverything().start();
        ann.relay.somebodySays("#lobby", "bob", "one", 101);
        ann.relay.somebodySays("#lobby", "bob", "two", 102);
        ann.settle();
        ann.relay.losesItsHistory(2);
        member("#lobby");
        ann.relay.mute = true;
        ann.relay.somebodySays("#lobby", "bob", "two", 102);
        ann.relay.somebodySays("#lobby", "bob", "three", 103);
        ann.relay.mute = false;
        ann.settle();

        assertEquals(1, ann.seen(ClientEvent.HistoryReset.class).size());
        assertEquals(List.of("one", "two", "three"), textsOf(LOBBY));
    }

    @Test
    void anOwnLineWhoseAnswerWasLostIsSettledByTheLog() {
        ann.start();
        ann.relay.answersPosts = false;
        ann.says(1, LOBBY, "once");
        ann.relay.answersPosts = true;
        ann.relay.connectsAnew();
        ann.settle();

        assertEquals(0, ann.session.unansweredCount());
        assertEquals(1, shown(LOBBY).stream().filter(ShownEntry::own).count());
        assertEquals(1, ann.seen(ClientEvent.EntryPlaced.class).size());
        assertEquals(
                1,
                ann.statesOf(1).stream()
                        .filter(state -> state == MessageState.STORED)
                        .count());
    }

    @Test
    void whatAnotherDeviceOfMineSaysIsMine() {
        ann.start();
        ann.relay.somebodySays("#lobby", "ann", "from my other desk", 101);
        ann.settle();

        assertTrue(shown(LOBBY).get(0).own());
        assertEquals(0, ann.unreadOf(LOBBY).unreadCount());
    }

    @Test
    void anOwnLineBetweenThoseOfOthersLeavesNoHole() {
        ann.start();
        ann.relay.somebodySays("#lobby", "bob", "one", 101);
        ann.says(1, LOBBY, "mine");
        ann.relay.somebodySays("#lobby", "bob", "two", 102);
        ann.settle().waits(5_000);

        assertEquals(List.of("one", "two"), ann.textsFromOthers());
        assertEquals(0, ann.relay.countOf(ClientMessage.History.class));
        assertEquals(2, ann.seen(ClientEvent.EntryPlaced.class).get(0).seq());
    }

    @Test
    void editsReactionsAndTombstonesChangeTheirLine() {
        ann.start();
        ann.relay.somebodySays("#lobby", "bob", "helo", 101);
        ann.relay.somebodyDoes("#lobby", "bob", EntryKind.EDIT, 1, new Body.Text("hello", 0));
        ann.relay.somebodyDoes("#lobby", "cid", EntryKind.REACT, 1, new Body.Reaction("👍"));
        ann.relay.somebodyDoes("#lobby", "dan", EntryKind.REACT, 1, new Body.Reaction("👍"));
        ann.relay.somebodyDoes("#lobby", "cid", EntryKind.UNREACT, 1, new Body.Reaction("👍"));
        ann.settle();

        List<ClientEvent.EntryChanged> changes = ann.seen(ClientEvent.EntryChanged.class);
        ShownEntry last = changes.get(changes.size() - 1).entry();
        assertEquals(4, changes.size());
        assertEquals("hello", last == null ? "" : last.text());
        assertEquals(List.of(new ShownEntry.Reaction("👍", List.of("dan"))), last == null ? null : last.reactions());
    }

    @Test
    void ownChangesAreKeptAndShownWhenTheyHaveTheirPlace() {
        ann.start().says(1, LOBBY, "helo");
        ann.does(new ClientCommand.Edit(SessionRig.id(2), LOBBY, 1, "hello", 0));
        ann.does(new ClientCommand.React(SessionRig.id(3), LOBBY, 1, "👍", true));
        ann.does(new ClientCommand.Delete(SessionRig.id(4), LOBBY, 1));

        List<ClientEvent.EntryChanged> changes = ann.seen(ClientEvent.EntryChanged.class);
        assertEquals(
                List.of(EntryKind.EDIT, EntryKind.REACT, EntryKind.DELETE),
                changes.stream().map(ClientEvent.EntryChanged::what).toList());
        ShownEntry last = changes.get(2).entry();
        assertTrue(last != null && last.deleted());
        assertEquals(MessageState.STORED, ann.statesOf(4).get(ann.statesOf(4).size() - 1));
        assertEquals(1, shown(LOBBY).size());
    }

    @Test
    void aChangeOfALineThatIsNotOnTheServerFails() {
        ann.start().does(new ClientCommand.Delete(SessionRig.id(1), LOBBY, 0));
        assertEquals(List.of(MessageState.FAILED), ann.statesOf(1));
    }

    @Test
    void tellsHowManyHaveAnOwnLine() {
        member("#lobby");
        for (String name : List.of("ann", "bob", "cid")) {
            ann.relay.conversation("#lobby").members.add(new MemberEntry(name, Role.MEMBER, 0, 0, 0));
        }
        ann.start().says(1, LOBBY, "hello");
        long number = ann.relay.conversation("#lobby").number;
        ann.relay.says(new ServerMessage.Receipts(number, List.of(new Mark("bob", 1, 0), new Mark("ann", 1, 1))));
        ann.relay.says(new ServerMessage.Receipts(number, List.of(new Mark("cid", 1, 1))));
        ann.relay.says(new ServerMessage.Receipts(number, List.of(new Mark("bob", 1, 1))));
        ann.settle();

        assertEquals(
                List.of("1 0 of 2", "2 1 of 2", "2 2 of 2"),
                ann.seen(ClientEvent.ReceiptsChanged.class).stream()
                        .map(told -> told.deliveredCount() + " " + told.readCount() + " of " + told.of())
                        .toList());
        List<MessageState> states = ann.statesOf(1);
        assertEquals(List.of(MessageState.DELIVERED, MessageState.READ), states.subList(3, 5));
    }

    @Test
    void asksWhoHasReadOnWhileItWasAway() {
        member("#lobby");
        List<MemberEntry> members = ann.relay.conversation("#lobby").members;
        members.add(new MemberEntry("ann", Role.MEMBER, 0, 0, 0));
        members.add(new MemberEntry("bob", Role.MEMBER, 0, 0, 0));
        ann.start().says(1, LOBBY, "hello");
        members.set(1, new MemberEntry("bob", Role.MEMBER, 1, 1, 0));
        ann.relay.connectsAnew();
        ann.settle();

        assertEquals(MessageState.READ, ann.statesOf(1).get(ann.statesOf(1).size() - 1));
    }

    @Test
    void tellsItsMarksAtMostOnceASecond() {
        ann.readingEverything().start();
        for (int number = 1; number <= 100; number++) {
            ann.relay.somebodySays("#lobby", "bob", "m" + number, number);
            ann.settle().waits(50);
        }
        ann.waits(2_000);

        long count = ann.relay.countOf(ClientMessage.Marks.class);
        assertTrue(count >= 5 && count <= 7, "told " + count + " times");
        assertEquals(100, ann.relay.conversation("#lobby").read);
    }

    @Test
    void tellsItsLastMarksBeforeItLeaves() {
        ann.readingEverything().start();
        ann.relay.somebodySays("#lobby", "bob", "one", 1);
        ann.relay.somebodySays("#lobby", "bob", "two", 2);
        ann.settle();
        ann.relay.somebodySays("#lobby", "bob", "three", 3);
        ann.settle().does(new ClientCommand.Quit());

        assertEquals(3, ann.relay.conversation("#lobby").read);
    }

    @Test
    void countsWhoComesAndGoes() {
        member("#lobby");
        ann.relay.conversation("#lobby").members.add(new MemberEntry("ann", Role.MEMBER, 0, 0, 0));
        ann.relay.notices("#lobby", EntryKind.JOINED, "ann", "ann", "");
        ann.start();
        ann.relay.notices("#lobby", EntryKind.JOINED, "bob", "bob", "");
        ann.relay.notices("#lobby", EntryKind.JOINED, "cid", "cid", "");
        ann.relay.notices("#lobby", EntryKind.KICKED, "bob", "cid", "");
        ann.settle();

        assertEquals(
                List.of(1, 2, 3, 2),
                ann.seen(ClientEvent.ConversationChanged.class).stream()
                        .map(changed -> changed.state().memberCount())
                        .toList());
    }

    @Test
    void followsWhatAnotherDeviceHasRead() {
        ann.start();
        ann.relay.somebodySays("#lobby", "bob", "hello ann", 1);
        ann.settle();
        assertEquals(1, ann.unreadOf(LOBBY).mentionCount());

        ann.relay.says(new ServerMessage.OwnMarks(ann.relay.conversation("#lobby").number, 1, 1));
        ann.settle();

        assertEquals(0, ann.unreadOf(LOBBY).unreadCount());
    }

    @Test
    void aKickEndsTheMembershipForGood() {
        ann.start();
        long number = ann.relay.conversation("#lobby").number;
        ann.relay.conversation("#lobby").joined = false;
        ann.relay.says(new ServerMessage.Left(0, number, LeaveCause.KICKED, "bob", "spam"));
        ann.settle();
        ann.relay.connectsAnew();
        ann.settle();

        assertEquals(
                new ClientEvent.ConversationLeft(LOBBY, LeaveCause.KICKED, "bob", "spam"),
                ann.seen(ClientEvent.ConversationLeft.class).get(0));
        assertEquals(1, ann.relay.countOf(ClientMessage.Join.class));
        ann.says(1, LOBBY, "still there?");
        assertEquals(List.of(MessageState.FAILED), ann.statesOf(1));
    }

    @Test
    void aRoomThatWasLeftElsewhereIsGoneHereToo() {
        member("#dev");
        ann.start();
        ann.relay.conversation("#dev").joined = false;
        ann.relay.connectsAnew();
        ann.settle();

        assertEquals(
                Target.room("dev"),
                ann.seen(ClientEvent.ConversationLeft.class).get(0).where());
    }

    @Test
    void aRefusedRoomFailsWhatWaitedForIt() {
        ann.relay.reachable = false;
        ann.start().says(1, LOBBY, "hello");
        ann.relay.reachable = true;
        ann.relay.refusesJoin = "room_password";
        ann.waits(5_000);

        assertEquals(
                "room_password", ann.seen(ClientEvent.JoinRefused.class).get(0).code());
        assertEquals(MessageState.FAILED, ann.statesOf(1).get(ann.statesOf(1).size() - 1));
    }

    @Test
    void everyRequestIsAnsweredOrSaidToBeLost() {
        ClientCommand set = new ClientCommand.SetRoom(LOBBY, RoomSetting.TOPIC, "lunch");
        ann.does(new ClientCommand.AskDevices());
        assertEquals("offline", ann.seen(ClientEvent.Refused.class).get(0).code());
        ann.start().does(set).does(new ClientCommand.SetRoom(Target.room("dev"), RoomSetting.TOPIC, "x"));
        assertEquals(set, ann.seen(ClientEvent.Done.class).get(0).command());
        assertEquals("not_a_member", ann.seen(ClientEvent.Refused.class).get(1).code());

        ann.relay.answersHistory = false;
        ann.relay.somebodySays("#lobby", "bob", "x", 1);
        ann.settle();
        ann.crash();
        ann.does(new ClientCommand.LoadOlder(LOBBY, 5));
        ann.relay.closes(1);
        ann.settle();
        assertEquals("offline", ann.seen(ClientEvent.Refused.class).get(0).code());
    }

    @Test
    void whatCannotBeAskedIsRefusedHere() {
        ann.start().does(new ClientCommand.Pin(LOBBY, 0, true));
        assertEquals("bad_value", ann.seen(ClientEvent.Refused.class).get(0).code());
    }

    private void member(String name) {
        ann.relay.conversation(name).joined = true;
    }

    private List<Long> unreadCounts() {
        return ann.seen(ClientEvent.UnreadChanged.class).stream()
                .map(ClientEvent.UnreadChanged::unreadCount)
                .toList();
    }

    private List<ShownEntry> shown(Target where) {
        return ann.seen(ClientEvent.EntryShown.class).stream()
                .filter(shown -> shown.where().key().equals(where.key()))
                .map(ClientEvent.EntryShown::entry)
                .toList();
    }

    private List<String> textsOf(Target where) {
        return shown(where).stream()
                .filter(ShownEntry::isMessage)
                .map(entry -> String.valueOf(entry.text()))
                .toList();
    }
}
