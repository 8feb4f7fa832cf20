package io.heliograph.client.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.MessageState;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.UserEntry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClientSessionTest {
    private static final Target LOBBY = SessionRig.LOBBY;
    private static final List<MessageState> DELIVERED =
            List.of(MessageState.QUEUED, MessageState.SENT, MessageState.STORED);

    private final SessionRig ann = new SessionRig();

    @Test
    void logsInJoinsAndTalks() {
        ann.start().says(1, LOBBY, "hello");

        assertEquals("ann", ann.seen(ClientEvent.Connected.class).get(0).user());
        assertEquals(LOBBY, ann.seen(ClientEvent.Joined.class).get(0).room());
        assertEquals(DELIVERED, ann.statesOf(1));
        assertEquals(List.of("hello"), ann.relay.acceptedTexts());
    }

    @Test
    void showsAnOwnLineBeforeAnyState() {
        ann.start().says(1, LOBBY, "hello");

        int shown = ann.events.indexOf(ann.seen(ClientEvent.EntryShown.class).get(0));
        int queued = ann.events.indexOf(ann.seen(ClientEvent.StateChanged.class).get(0));
        assertTrue(shown < queued, shown + " " + queued);
    }

    @Test
    void keepsALineOnDiskBeforeItIsCalledQueued() {
        ann.start();
        ann.session.execute(new ClientCommand.Say(SessionRig.id(1), LOBBY, "hello"), ann.nowNs);
        assertEquals(0, ann.disk.syncCount);

        ann.settle();

        assertEquals(1, ann.disk.syncCount);
    }

    @Test
    void syncsOnceForABatch() {
        ann.start();
        for (int number = 1; number <= 50; number++) {
            ann.session.execute(new ClientCommand.Say(SessionRig.id(number), LOBBY, "line " + number), ann.nowNs);
        }
        ann.settle();

        assertEquals(1, ann.disk.syncCount);
        assertEquals(50, ann.relay.accepted.size());
    }

    @Test
    void sendsNothingOfTheUsersBeforeTheUserTrustsTheServer() {
        ann.pins.pinned = null;
        ann.start();

        assertEquals(
                FakeRelay.FINGERPRINT,
                ann.seen(ClientEvent.TrustWanted.class).get(0).fingerprint());
        assertTrue(ann.relay.heard.isEmpty());

        ann.does(new ClientCommand.Trust(true));

        assertEquals(FakeRelay.FINGERPRINT, ann.pins.pinned);
        assertEquals(1, ann.seen(ClientEvent.Connected.class).size());
    }

    @Test
    void answersTrustEvenWhenTheServerHasGivenUpWaiting() {
        ann.pins.pinned = null;
        ann.start();
        ann.relay.closes(4);
        ann.settle().waits(60_000);
        assertEquals(1, ann.relay.connectCount);

        ann.does(new ClientCommand.Trust(true));

        assertEquals(1, ann.seen(ClientEvent.Connected.class).size());
    }

    @Test
    void staysAwayFromAServerThatIsDeclined() {
        ann.pins.pinned = null;
        ann.start().does(new ClientCommand.Trust(false)).waits(600_000);

        assertEquals(1, ann.seen(ClientEvent.TrustDeclined.class).size());
        assertEquals(null, ann.pins.pinned);
        assertTrue(ann.relay.heard.isEmpty());
        assertEquals(1, ann.relay.connectCount);
    }

    @Test
    void stopsHardAtAChangedIdentity() {
        ann.relay.fingerprint = FakeRelay.OTHER;
        ann.start().waits(600_000);

        ClientEvent.WrongIdentity wrong =
                ann.seen(ClientEvent.WrongIdentity.class).get(0);
        assertEquals(FakeRelay.FINGERPRINT, wrong.expected());
        assertEquals(FakeRelay.OTHER, wrong.presented());
        assertEquals(1, ann.relay.connectCount);
        assertTrue(ann.relay.heard.isEmpty());
    }

    @Test
    void stopsWhenTheLoginIsRefused() {
        ann.relay.refusesLogin = "banned";
        ann.start().waits(600_000);

        assertEquals("banned", ann.seen(ClientEvent.LoginRefused.class).get(0).code());
        assertEquals(1, ann.relay.connectCount);
    }

    @Test
    void asksForAPasswordOnTheSameConnection() {
        ann.relay.refusesLogin = "login_failed";
        ann.start().does(new ClientCommand.LogIn("wrong")).does(new ClientCommand.LogIn("sesame"));

        assertTrue(ann.seen(ClientEvent.LoginRefused.class).stream().allMatch(ClientEvent.LoginRefused::passwordHelps));
        assertEquals(2, ann.seen(ClientEvent.LoginRefused.class).size());
        assertEquals(1, ann.seen(ClientEvent.Connected.class).size());
        assertEquals(1, ann.relay.connectCount);
    }

    @Test
    void asksAgainForAPasswordThatIsTooLongToBeOne() {
        ann.relay.refusesLogin = "login_failed";
        ann.start().does(new ClientCommand.LogIn("x".repeat(1_025)));
        assertEquals(
                "bad_value", ann.seen(ClientEvent.LoginRefused.class).get(1).code());
        assertEquals(1, ann.relay.countOf(ClientMessage.Login.class));

        ann.does(new ClientCommand.LogIn("sesame"));
        assertEquals(1, ann.seen(ClientEvent.Connected.class).size());
    }

    @Test
    void connectsAnewForAPasswordThatCameLate() {
        ann.relay.refusesLogin = "name_taken";
        ann.start();
        ann.relay.closes(4);
        ann.settle().waits(600_000);
        assertEquals(1, ann.relay.connectCount);

        ann.does(new ClientCommand.LogIn("sesame"));

        assertEquals(1, ann.seen(ClientEvent.Connected.class).size());
    }

    @Test
    void triesAgainWithGrowingDelaysUntilTheServerIsThere() {
        ann.relay.reachable = false;
        ann.start().waits(120_000);
        int attempts = ann.relay.connectCount;
        assertTrue(attempts >= 6 && attempts <= 14, "attempts: " + attempts);

        ann.relay.reachable = true;
        ann.waits(30_000);

        assertEquals(1, ann.seen(ClientEvent.Connected.class).size());
    }

    @Test
    void repeatsWhatIsUnansweredInItsOrderWithTheSameIds() {
        ann.start();
        ann.says(1, LOBBY, "first");
        ann.relay.answersPosts = false;
        IntStream.rangeClosed(2, 20).forEach(number -> ann.says(number, LOBBY, "line " + number));
        ann.relay.closes(1);
        ann.settle();
        ann.relay.answersPosts = true;
        ann.waits(5_000);

        assertEquals(20, ann.relay.accepted.size());
        assertEquals("first", ann.relay.acceptedTexts().get(0));
        assertEquals("line 20", ann.relay.acceptedTexts().get(19));
        assertEquals(0, ann.session.unansweredCount());
        assertEquals(MessageState.STORED, ann.statesOf(20).get(ann.statesOf(20).size() - 1));
    }

    @Test
    void goesOnAfterAKillWithWhatWasQueued() {
        ann.start();
        ann.relay.reachable = false;
        ann.relay.closes(1);
        ann.settle();
        ann.says(1, LOBBY, "one").says(2, SessionRig.BOB, "two");

        ann.relay.reachable = true;
        ann.crash();

        assertEquals(
                List.of("one", "two"),
                ann.relay.acceptedTexts().stream().sorted().toList());
        assertEquals(DELIVERED, ann.statesOf(1));
        assertTrue(ann.crash().relay.accepted.size() == 2 && ann.session.unansweredCount() == 0);
    }

    @Test
    void neverDoublesALineWhoseAnswerWasLost() {
        ann.start();
        ann.relay.answersPosts = false;
        ann.says(1, LOBBY, "once");
        ann.relay.answersPosts = true;
        ann.relay.connectsAnew();
        ann.settle();

        assertEquals(2, ann.relay.countOf(ClientMessage.Post.class));
        assertEquals(List.of("once"), ann.relay.acceptedTexts());
        assertEquals(0, ann.session.unansweredCount());
    }

    @Test
    void keepsAtMost128PostsUnanswered() {
        ann.start().says(1, LOBBY, "proves the room");
        ann.relay.answersPosts = false;
        IntStream.rangeClosed(2, 300).forEach(number -> ann.says(number, LOBBY, "line " + number));

        assertEquals(1 + Outbox.MAX_IN_FLIGHT, ann.relay.countOf(ClientMessage.Post.class));
    }

    @Test
    void waitsWithLaterLinesWhileAnEarlierOneIsToldNotYet() {
        ann.relay.notYetCount.put("@bob", 2);
        ann.start();
        IntStream.rangeClosed(1, 5).forEach(number -> ann.says(number, SessionRig.BOB, "line " + number));
        ann.waits(10_000);

        assertEquals(List.of("line 1", "line 2", "line 3", "line 4", "line 5"), ann.relay.acceptedTexts());
    }

    @Test
    void saysWhyALineWasRejected() {
        ann.relay.unknownUsers.add("@bob");
        ann.start().says(1, SessionRig.BOB, "hello");

        ClientEvent.StateChanged last = ann.seen(ClientEvent.StateChanged.class).get(2);
        assertEquals(MessageState.FAILED, last.state());
        assertEquals("no_such_user: nobody of that name", last.reason());
    }

    @Test
    void failsALineThatCannotBeKept() {
        ann.start();
        ann.disk.full = true;
        ann.says(1, LOBBY, "hello");

        assertEquals(List.of(MessageState.FAILED), ann.statesOf(1));
        assertTrue(ann.relay.accepted.isEmpty());
    }

    @Test
    void refusesTextsThatCannotGo() {
        ann.start().says(1, LOBBY, "").says(2, LOBBY, "x".repeat(49_153)).says(3, Target.room("other"), "hello");

        assertEquals(List.of(MessageState.FAILED), ann.statesOf(1));
        assertEquals(List.of(MessageState.FAILED), ann.statesOf(2));
        assertEquals(List.of(MessageState.FAILED), ann.statesOf(3));
        assertEquals(0, ann.relay.countOf(ClientMessage.Post.class));
    }

    @Test
    void takesBackALineThatIsNotDelivered() {
        ann.start();
        ann.relay.reachable = false;
        ann.relay.closes(1);
        ann.settle().says(1, LOBBY, "oops").does(new ClientCommand.Cancel(SessionRig.id(1)));
        ann.relay.reachable = true;
        ann.waits(60_000);

        assertTrue(ann.relay.accepted.isEmpty());
        assertEquals(List.of(MessageState.QUEUED, MessageState.FAILED), ann.statesOf(1));
    }

    @Test
    void doesNotComeBackByItselfWhenKickedOrReplaced() {
        for (int code : new int[] {2, 5}) {
            SessionRig rig = new SessionRig().start();
            rig.relay.closes(code);
            rig.settle().waits(600_000);

            assertEquals(1, rig.relay.connectCount);
            assertFalse(rig.seen(ClientEvent.Offline.class).get(0).wanted());
        }
    }

    @Test
    void comesBackByItselfWhenTheServerAsksForIt() {
        for (int code : new int[] {0, 1, 4, 6, 7}) {
            SessionRig rig = new SessionRig().start();
            rig.relay.closes(code);
            rig.settle().waits(3_000);

            assertEquals(2, rig.seen(ClientEvent.Connected.class).size(), "code " + code);
        }
    }

    @Test
    void leavesAServerThatBreaksTheProtocol() {
        ann.start();
        ann.relay.saysGarbage();
        ann.settle();

        assertEquals(1, ann.relay.closeCount);
        assertEquals("protocol", ann.seen(ClientEvent.Problem.class).get(0).code());
    }

    @Test
    void staysOfflineUntilToldOtherwise() {
        ann.start().does(new ClientCommand.Disconnect()).waits(600_000);
        assertEquals(1, ann.relay.connectCount);
        ann.says(1, LOBBY, "later");

        ann.does(new ClientCommand.Reconnect());

        assertEquals(DELIVERED, ann.statesOf(1));
    }

    @Test
    void keepsARoomWhileMessagesToItAreOnTheirWay() {
        ann.start();
        ann.relay.answersPosts = false;
        ann.says(1, LOBBY, "hello").does(new ClientCommand.Leave(LOBBY));

        assertEquals("unsent", ann.seen(ClientEvent.Refused.class).get(0).code());
        assertEquals(0, ann.relay.countOf(ClientMessage.Leave.class));
    }

    @Test
    void tellsOfTypingAtMostEveryThreeSeconds() {
        ann.start();
        for (int second = 0; second < 10; second++) {
            ann.does(new ClientCommand.Typing(LOBBY)).waits(1_000);
        }

        assertEquals(4, ann.relay.countOf(ClientMessage.Typing.class));
    }

    @Test
    void tellsWhoIsHere() {
        ann.start();
        UserEntry bob = new UserEntry("bob", PresenceState.ONLINE, "", 0);
        UserEntry cid = new UserEntry("cid", PresenceState.AWAY, "lunch", 0);
        ann.relay.says(new ServerMessage.Users(true, List.of(bob)));
        ann.relay.says(new ServerMessage.Users(false, List.of(cid)));
        ann.relay.says(new ServerMessage.Presence(List.of(bob)));
        ann.settle();

        assertEquals(
                List.of(bob, cid), ann.seen(ClientEvent.UserList.class).get(0).users());
        assertEquals(bob, ann.seen(ClientEvent.PresenceChanged.class).get(0).user());
    }

    @Test
    void endsWithAGoodbye() {
        ann.start().does(new ClientCommand.Quit());

        assertTrue(ann.session.hasEnded());
        assertEquals(1, ann.relay.closeCount);
        assertNotNull(ann.seen(ClientEvent.Ended.class).get(0));
    }
}
