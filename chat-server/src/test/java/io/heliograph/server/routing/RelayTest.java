package io.heliograph.server.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.MemberChange;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage.Direct;
import io.heliograph.common.message.ServerMessage.Gap;
import io.heliograph.common.message.ServerMessage.Joined;
import io.heliograph.common.message.ServerMessage.Member;
import io.heliograph.common.message.ServerMessage.Message;
import io.heliograph.common.message.ServerMessage.Posted;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.message.ServerMessage.Rejected;
import io.heliograph.common.message.ServerMessage.Typing;
import io.heliograph.common.message.ServerMessage.Welcome;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.routing.RelayFixture.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final String LOBBY = "#lobby";

    private final RelayFixture relay = new RelayFixture();

    @Test
    void aPostReachesEveryOtherMemberOnce() throws MalformedException {
        Person ann = relay.inRoom("ann", LOBBY);
        Person ben = relay.inRoom("ben", LOBBY);
        Person eve = relay.person("eve").logIn();

        ann.post(LOBBY, "hello");

        assertEquals(List.of("hello"), texts(ben));
        assertEquals(List.of(), texts(ann));
        assertEquals(List.of(), texts(eve));
        assertEquals(1, ann.link.chatOf(Posted.class).size());
    }

    @Test
    void aRepeatedPostIsAnsweredAgainAndGoesNowhere() throws MalformedException {
        Person ann = relay.inRoom("ann", LOBBY);
        Person ben = relay.inRoom("ben", LOBBY);

        ann.post(LOBBY, "hello", 7);
        ann.post(LOBBY, "hello", 7);

        assertEquals(List.of("hello"), texts(ben));
        List<Posted> answers = ann.link.chatOf(Posted.class);
        assertEquals(2, answers.size());
        assertEquals(answers.get(0), answers.get(1));
    }

    @Test
    void aRepeatedPostIsRecognisedAcrossConnections() throws MalformedException {
        Person ann = relay.inRoom("ann", LOBBY);
        Person ben = relay.inRoom("ben", LOBBY);
        ann.post(LOBBY, "hello", 7);

        ann.reconnect().logIn().join(LOBBY, RelayFixture.INSTANCE, 1);
        ann.post(LOBBY, "hello", 7);

        assertEquals(List.of("hello"), texts(ben));
        assertEquals(1, ann.link.chatOf(Posted.class).size());
    }

    @Test
    void aReturningMemberGetsWhatWasSaidMeanwhile() throws MalformedException {
        Person ann = relay.inRoom("ann", LOBBY);
        Person ben = relay.inRoom("ben", LOBBY);
        long seen = ben.link.lastChat(Joined.class).nextSeq();
        ann.post(LOBBY, "one");
        ben.reconnect();
        ann.post(LOBBY, "two");

        ben.logIn().join(LOBBY, RelayFixture.INSTANCE, seen + 1);

        assertEquals(List.of("two"), texts(ben));
        assertEquals(
                0,
                ann.link.chatOf(Member.class).stream()
                        .filter(m -> m.change() == MemberChange.LEFT)
                        .count());
    }

    @Test
    void aMemberOfAnEarlierInstanceGetsAllThatIsHeld() throws MalformedException {
        Person ann = relay.inRoom("ann", LOBBY);
        ann.post(LOBBY, "before ben came back");
        Person ben = relay.person("ben").logIn();

        ben.join(LOBBY, new InstanceId(Bytes.fromHex("00000000000000ff")), 400);

        assertEquals(List.of("before ben came back"), texts(ben));
    }

    @Test
    void aNewcomerBeginsAtTheEnd() throws MalformedException {
        Person ann = relay.inRoom("ann", LOBBY);
        ann.post(LOBBY, "before");

        Person ben = relay.inRoom("ben", LOBBY);
        ann.post(LOBBY, "after");

        assertEquals(List.of("after"), texts(ben));
        assertEquals(List.of("ann", "ben"), ben.link.lastChat(Joined.class).members());
    }

    @Test
    void aMemberIsToldWhatTheRelayNoLongerHolds() {
        Person ann = relay.inRoom("ann", LOBBY);
        relay.inRoom("ben", LOBBY);
        for (int i = 0; i < 150; i++) {
            ann.post(LOBBY, "line " + i);
        }

        Person ben = relay.person("cat").logIn().join(LOBBY, RelayFixture.INSTANCE, 1);

        assertTrue(ben.link.lastChat(Gap.class).toSeq() >= 50);
        assertEquals(100, ben.link.chatOf(Message.class).size());
    }

    @Test
    void aSlowLinkIsFedAsItDrains() throws MalformedException {
        Person ann = relay.inRoom("ann", LOBBY);
        Person ben = relay.inRoom("ben", LOBBY);
        ben.link.queuedBytes = 1_000_000;
        ann.post(LOBBY, "one");
        ann.post(LOBBY, "two");
        assertEquals(List.of(), texts(ben));

        ben.link.queuedBytes = 0;
        relay.relay.onWritable(ben.session);

        assertEquals(List.of("one", "two"), texts(ben));
    }

    @Test
    void joiningAndLeavingAreTold() {
        Person ann = relay.inRoom("ann", LOBBY);
        Person ben = relay.inRoom("ben", LOBBY);
        assertEquals("ben", ann.link.lastChat(Member.class).name());
        assertEquals(MemberChange.JOINED, ann.link.lastChat(Member.class).change());

        relay.relay.onClosed(ben.session, "bye");

        assertEquals(MemberChange.LEFT, ann.link.lastChat(Member.class).change());
        assertEquals("bye", ann.link.lastChat(Member.class).reason());
    }

    @Test
    void aNameBelongsToTheDeviceThatClaimedIt() {
        relay.inRoom("ann", LOBBY);

        Person other = relay.person("Ann").logIn();

        assertEquals(RefusalCode.NAME_TAKEN, other.link.lastChat(Refused.class).code());
    }

    @Test
    void namesThatLookTheSameAreTheSame() {
        relay.inRoom("paul", LOBBY);

        Person cyrillic = relay.person("\u0440aul").logIn();

        assertEquals(
                RefusalCode.NAME_TAKEN, cyrillic.link.lastChat(Refused.class).code());
    }

    @Test
    void theSameDeviceTakesOver() {
        Person ann = relay.inRoom("ann", LOBBY);
        FakeLink older = ann.link;

        ann.reconnect().logIn();

        assertEquals(5, older.closeCode);
        assertEquals("ann", ann.link.lastChat(Welcome.class).name());
    }

    @Test
    void aForgedProofIsRefused() {
        Person ann = relay.person("ann");
        ann.say(new ClientMessage.Login(
                "ann",
                ann.device.publicKey().octets(),
                Bytes.copyOf(new byte[64]),
                "",
                "",
                InstanceId.NONE,
                0,
                "test"));

        assertEquals(RefusalCode.BAD_PROOF, ann.link.lastChat(Refused.class).code());
    }

    @Test
    void failedLoginsAreThrottledPerName() {
        relay.credentials.password = "right";
        Person ann = relay.person("ann");
        for (int i = 0; i < 3; i++) {
            ann.logIn("wrong", "", InstanceId.NONE, 0);
            assertEquals(
                    RefusalCode.WRONG_PASSWORD, ann.link.lastChat(Refused.class).code());
        }

        ann.logIn("right", "", InstanceId.NONE, 0);
        assertEquals(RefusalCode.THROTTLED, ann.link.lastChat(Refused.class).code());

        relay.nowNs += 21_000_000_000L;
        ann.logIn("right", "", InstanceId.NONE, 0);
        assertEquals("ann", ann.link.lastChat(Welcome.class).name());
    }

    @Test
    void malformedNamesGetAReason() {
        for (String name : List.of("", " ", "a b", "#x", "@x", "\u202eevil", "server", "x".repeat(33), "\u3164")) {
            Person person = relay.person(name).logIn();
            assertEquals(
                    RefusalCode.NAME_MALFORMED,
                    person.link.lastChat(Refused.class).code(),
                    name);
        }
    }

    @Test
    void postsBeyondTheRateWaitAndNoneIsDropped() throws MalformedException {
        RelayFixture slow = new RelayFixture(3, 2);
        Person ann = slow.inRoom("ann", LOBBY);
        Person ben = slow.inRoom("ben", LOBBY);
        for (int i = 0; i < 9; i++) {
            ann.post(LOBBY, "" + i);
        }
        assertEquals(3, texts(ben).size());

        slow.pass(1);
        assertEquals(5, texts(ben).size());
        slow.pass(1);
        slow.pass(1);

        assertEquals(List.of("0", "1", "2", "3", "4", "5", "6", "7", "8"), texts(ben));
        assertEquals(9, ann.link.chatOf(Posted.class).size());
    }

    @Test
    void aFloodOfWaitingPostsEndsTheConnection() {
        RelayFixture slow = new RelayFixture(1, 1);
        Person ann = slow.inRoom("ann", LOBBY);
        for (int i = 0; i <= Posts.MAX_WAITING + 1; i++) {
            ann.post(LOBBY, "x");
        }
        assertEquals(7, ann.link.closeCode);
    }

    @Test
    void directMessagesWaitInTheMailbox() throws MalformedException {
        Person ann = relay.person("ann").logIn();
        Person ben = relay.person("ben").logIn();
        ann.post("@ben", "one");
        assertEquals(1, ben.link.chatOf(Direct.class).size());

        ben.reconnect();
        ann.post("@ben", "two");
        ben.logIn("", "", RelayFixture.INSTANCE, 1);

        assertEquals(2, ben.link.lastChat(Direct.class).seq());
        assertEquals(1, ben.link.chatOf(Direct.class).size());
    }

    @Test
    void aDirectMessageToNobodyIsRejected() {
        Person ann = relay.person("ann").logIn();
        MessageId id = ann.post("@nobody", "hello");
        assertEquals(
                new Rejected(id, RefusalCode.NO_SUCH_USER, "Nobody here is called nobody.", 0),
                ann.link.lastChat(Rejected.class));
    }

    @Test
    void aRelayThatHasJustStartedAsksToTryAgain() {
        relay.nowNs = 5_000_000_000L;
        Person ann = relay.person("ann").logIn();
        ann.post("@ben", "hello");
        assertEquals(RefusalCode.NOT_YET, ann.link.lastChat(Rejected.class).code());
        assertTrue(ann.link.lastChat(Rejected.class).retryMs() > 0);
    }

    @Test
    void numbersThatHaveNotBeenGivenOutAreTheEnd() throws MalformedException {
        Person ann = relay.inRoom("ann", LOBBY);
        Person ben = relay.person("ben").logIn("", "", RelayFixture.INSTANCE, Long.MAX_VALUE);
        ben.join(LOBBY, RelayFixture.INSTANCE, Long.MAX_VALUE);

        ann.post(LOBBY, "to all");
        ann.post("@ben", "to ben");

        assertEquals(List.of("to all"), texts(ben));
        assertEquals(1, ben.link.chatOf(Direct.class).size());
        assertEquals(2, ann.link.chatOf(Posted.class).size());
    }

    @Test
    void aRoomThatComesBackGoesOnCounting() throws MalformedException {
        Person ann = relay.inRoom("ann", "#zz");
        ann.post("#zz", "one");
        ann.post("#zz", "two");
        long seen = ann.link.lastChat(Posted.class).seq();
        ann.say(new ClientMessage.Leave(9, "#zz"));
        Person ben = relay.inRoom("ben", "#zz");
        ben.post("#zz", "three");

        ann.join("#zz", RelayFixture.INSTANCE, seen);

        assertEquals(List.of("three"), texts(ann));
    }

    @Test
    void typingIsPassedOnOnceASecond() {
        Person ann = relay.inRoom("ann", LOBBY);
        Person ben = relay.inRoom("ben", LOBBY);
        for (int i = 0; i < 5; i++) {
            relay.relay.onDatagram(ann.session, MessageCodec.encode(new ClientMessage.Typing(LOBBY)), relay.nowNs);
        }
        assertEquals(1, ben.link.datagrams.size());
    }

    @Test
    void onlyMembersPost() {
        relay.inRoom("ann", "#secret");
        Person ben = relay.person("ben").logIn();
        ben.post("#secret", "hello");
        assertEquals(RefusalCode.NOT_A_MEMBER, ben.link.lastChat(Rejected.class).code());
        ben.post("#nowhere", "hello");
        assertEquals(RefusalCode.NO_SUCH_ROOM, ben.link.lastChat(Rejected.class).code());
    }

    @Test
    void roomsPerUserAreBounded() {
        Person ann = relay.person("ann").logIn();
        for (int i = 0; i < 6; i++) {
            ann.join("#room" + i);
        }
        assertEquals(5, ann.link.chatOf(Joined.class).size());
        assertEquals(
                RefusalCode.TOO_MANY_ROOMS, ann.link.lastChat(Refused.class).code());
    }

    @Test
    void whoDoesNotLogInIsClosed() {
        Person ann = relay.person("ann");
        relay.pass(11);
        assertEquals(4, ann.link.closeCode);
    }

    @Test
    void nothingIsTakenBeforeTheLogin() {
        Person ann = relay.person("ann");
        ann.join(LOBBY);
        assertEquals(3, ann.link.closeCode);
    }

    @Test
    void typingGoesToTheOthersWithoutRepetition() {
        Person ann = relay.inRoom("ann", LOBBY);
        Person ben = relay.inRoom("ben", LOBBY);
        relay.relay.onDatagram(ann.session, MessageCodec.encode(new ClientMessage.Typing(LOBBY)), relay.nowNs);
        assertEquals(List.of(new Typing("ann", LOBBY)), ben.link.datagrams);
        assertEquals(List.of(), ann.link.datagrams);
    }

    @Test
    void theTokenMakesOneAdministratorForGood() {
        Person ann = relay.person("ann").logIn("", RelayFixture.ADMIN_TOKEN, InstanceId.NONE, 0);
        assertTrue(ann.link.lastChat(Welcome.class).admin());

        Person ben = relay.person("ben").logIn("", RelayFixture.ADMIN_TOKEN, InstanceId.NONE, 0);
        assertEquals(RefusalCode.WRONG_TOKEN, ben.link.lastChat(Refused.class).code());

        ann.reconnect().logIn();
        assertTrue(ann.link.lastChat(Welcome.class).admin());
        ben.reconnect().logIn();
        assertFalse(ben.link.lastChat(Welcome.class).admin());
    }

    @Test
    void commandsAreForAdministratorsAlone() {
        Person ben = relay.person("ben").logIn();
        ben.say(new ClientMessage.Admin(3, "users"));
        assertEquals(RefusalCode.NOT_AN_ADMIN, ben.link.lastChat(Refused.class).code());
    }

    private static List<String> texts(Person person) throws MalformedException {
        List<String> texts = new java.util.ArrayList<>();
        for (Message message : person.link.chatOf(Message.class)) {
            if (MessageCodec.decodeBody(message.body()) instanceof Body.Text text) {
                texts.add(text.text());
            }
        }
        return texts;
    }
}
