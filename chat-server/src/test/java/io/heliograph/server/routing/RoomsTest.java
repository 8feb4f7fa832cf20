package io.heliograph.server.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.LeaveCause;
import io.heliograph.common.message.Moderation;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.ServerMessage.Left;
import io.heliograph.server.routing.RelayFixture.Person;
import org.junit.jupiter.api.Test;

/** Making, entering, leaving and keeping rooms (protocol.md 8.1 to 8.3). */
class RoomsTest {
    private final RelayFixture relay = new RelayFixture();

    @Test
    void theMakerOwnsTheRoomAndWhoFollowsIsAMember() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        assertEquals(Role.OWNER, alice.stateOf("#lab").role());
        assertEquals(Role.MEMBER, bob.stateOf("#lab").role());
        assertEquals(2, bob.stateOf("#lab").memberCount());
        assertEquals(EntryKind.JOINED, alice.entriesOf("#lab").get(0).kind());
        assertEquals("bob", alice.entriesOf("#lab").get(0).from());
    }

    @Test
    void membershipOutlivesConnectionAndServer() {
        Person alice = relay.inRoom("alice", "#lab");
        alice.disconnect();
        relay.restart();
        alice.reconnect();
        assertEquals(1, alice.link.lastChat(ServerMessage.Welcome.class).conversationCount());
        assertEquals(Role.OWNER, alice.stateOf("#lab").role());
    }

    @Test
    void twoWhoMakeTheSameRoomAtOnceShareOne() {
        Person alice = relay.person("alice").logIn();
        Person bob = relay.person("bob").logIn();
        relay.deferStore();
        alice.join("#lab");
        bob.join("#LAB");
        relay.settle();
        relay.settle();
        assertEquals(alice.idOf("#lab"), bob.idOf("#lab"));
        assertEquals(Role.OWNER, alice.stateOf("#lab").role());
        assertEquals(Role.MEMBER, bob.stateOf("#lab").role());
    }

    @Test
    void aRoomsNameKeepsTheRules() {
        Person alice = relay.person("alice").logIn();
        for (String name :
                new String[] {"lab", "#", "# ", "#a b", "#\uD83D\uDE00", "#\u202Eabc", "#" + "x".repeat(65)}) {
            assertEquals("room_malformed", alice.refusalOf(alice.join(name)), name);
        }
        int request = alice.join("#" + "x".repeat(64));
        assertEquals(
                request, alice.link.lastChat(ServerMessage.Conversation.class).request());
    }

    @Test
    void nobodyIsInMoreRoomsThanAllowed() {
        Person alice = relay.person("alice").logIn();
        for (int i = 0; i < 5; i++) {
            alice.join("#room" + i);
        }
        assertEquals("too_many_rooms", alice.refusalOf(alice.join("#room5")));
    }

    @Test
    void aPrivateRoomTakesTheInvitedAlone() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.person("bob").logIn();
        assertTrue(alice.isDone(alice.set("#lab", RoomSetting.ACCESS, "private")));
        assertEquals("not_invited", bob.refusalOf(bob.join("#lab")));
        assertTrue(alice.isDone(alice.moderate("#lab", Moderation.INVITE, "bob")));
        assertEquals("#lab", bob.link.lastChat(ServerMessage.Invited.class).room());
        bob.join("#lab");
        assertTrue(bob.isIn("#lab"));
    }

    @Test
    void anInvitationWaitsForWhoIsAway() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.person("bob").logIn();
        alice.set("#lab", RoomSetting.ACCESS, "hidden");
        bob.disconnect();
        alice.moderate("#lab", Moderation.INVITE, "bob");
        relay.restart();
        bob.reconnect();
        assertEquals("#lab", bob.link.lastChat(ServerMessage.Invited.class).room());
    }

    @Test
    void aHiddenRoomIsNotListed() {
        Person alice = relay.inRoom("alice", "#lab");
        alice.join("#open");
        alice.set("#lab", RoomSetting.ACCESS, "hidden");
        Person bob = relay.person("bob").logIn();
        bob.say(new io.heliograph.common.message.ClientMessage.Rooms(bob.nextRequest(), "", ""));
        alice.say(new io.heliograph.common.message.ClientMessage.Rooms(alice.nextRequest(), "", ""));
        assertEquals(1, bob.link.lastChat(ServerMessage.RoomList.class).rooms().size());
        assertEquals(
                2, alice.link.lastChat(ServerMessage.RoomList.class).rooms().size());
    }

    @Test
    void aPasswordOpensAPasswordRoomAndGuessingIsThrottled() {
        Person alice = relay.inRoom("alice", "#lab");
        assertTrue(alice.isDone(alice.set("#lab", RoomSetting.PASSWORD, "sesame")));
        Person bob = relay.person("bob").logIn();
        assertEquals("room_password", bob.refusalOf(bob.join("#lab")));
        for (int i = 0; i < 4; i++) {
            assertEquals("room_password", bob.refusalOf(bob.join("#lab", "wrong" + i)));
        }
        assertEquals("throttled", bob.refusalOf(bob.join("#lab", "sesame")));
        relay.pass(60_000);
        bob.join("#lab", "sesame");
        assertTrue(bob.isIn("#lab"));
    }

    @Test
    void whoIsKickedMayComeBackAndWhoIsBannedMayNot() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        assertTrue(alice.isDone(alice.moderate("#lab", Moderation.KICK, "bob")));
        assertEquals(LeaveCause.KICKED, bob.link.lastChat(Left.class).cause());
        assertEquals("alice", bob.link.lastChat(Left.class).by());
        int again = bob.join("#lab");
        assertEquals(again, bob.link.lastChat(ServerMessage.Conversation.class).request());
        assertTrue(alice.isDone(alice.moderate("#lab", Moderation.BAN, "bob", Role.MEMBER, 3_600)));
        assertEquals(LeaveCause.BANNED, bob.link.lastChat(Left.class).cause());
        assertEquals("banned", bob.refusalOf(bob.join("#lab")));
        relay.restart();
        bob.reconnect();
        assertEquals("banned", bob.refusalOf(bob.join("#lab")));
        relay.pass(3_600_001);
        bob.join("#lab");
        assertTrue(bob.isIn("#lab"));
    }

    @Test
    void aModeratorMayNotTouchAnEqual() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        relay.inRoom("carol", "#lab");
        alice.moderate("#lab", Moderation.SET_ROLE, "bob", Role.MODERATOR, 0);
        alice.moderate("#lab", Moderation.SET_ROLE, "carol", Role.MODERATOR, 0);
        assertEquals("not_allowed", bob.refusalOf(bob.moderate("#lab", Moderation.KICK, "carol")));
        assertEquals("not_allowed", bob.refusalOf(bob.moderate("#lab", Moderation.BAN, "alice")));
        assertEquals("not_allowed", bob.refusalOf(bob.moderate("#lab", Moderation.SET_ROLE, "bob", Role.OWNER, 0)));
    }

    @Test
    void theLastOwnerLeavesTheRoomToTheOldestOfTheGreatestRole() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        Person carol = relay.inRoom("carol", "#lab");
        alice.moderate("#lab", Moderation.SET_ROLE, "carol", Role.MODERATOR, 0);
        assertEquals(
                "not_allowed", alice.refusalOf(alice.moderate("#lab", Moderation.SET_ROLE, "alice", Role.MEMBER, 0)));
        int request = alice.leave("#lab");
        assertEquals(request, alice.link.lastChat(Left.class).request());
        assertEquals(Role.OWNER, carol.stateOf("#lab").role());
        assertEquals(Role.MEMBER, bob.stateOf("#lab").role());
        relay.restart();
        carol.reconnect();
        assertEquals(Role.OWNER, carol.stateOf("#lab").role());
    }

    @Test
    void twoOwnersWhoLeaveAtOnceLeaveTheRoomToAnHeir() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        Person carol = relay.inRoom("carol", "#lab");
        assertTrue(alice.isDone(alice.moderate("#lab", Moderation.SET_ROLE, "bob", Role.OWNER, 0)));
        relay.deferStore();
        int first = alice.leave("#lab");
        int second = bob.leave("#lab");
        relay.settle();
        assertEquals(first, alice.link.lastChat(Left.class).request());
        assertEquals(second, bob.link.lastChat(Left.class).request());
        assertEquals(Role.OWNER, carol.stateOf("#lab").role());
        relay.restart();
        carol.reconnect();
        relay.settle();
        assertEquals(Role.OWNER, carol.stateOf("#lab").role());
    }

    @Test
    void anEmptyPrivateRoomIsGoneAndItsNameIsFree() {
        Person alice = relay.inRoom("alice", "#lab");
        long id = alice.idOf("#lab");
        alice.set("#lab", RoomSetting.ACCESS, "private");
        alice.leave("#lab");
        Person bob = relay.inRoom("bob", "#lab");
        assertEquals(Role.OWNER, bob.stateOf("#lab").role());
        assertFalse(bob.idOf("#lab") == id);
    }

    @Test
    void anEmptyPublicRoomKeepsWhatWasSaid() {
        Person alice = relay.inRoom("alice", "#lab");
        alice.post("#lab", "for whoever comes");
        alice.leave("#lab");
        Person bob = relay.inRoom("bob", "#lab");
        assertTrue(bob.page("#lab", 0, 0, false, 50).entries().stream()
                .anyMatch(entry -> entry.kind() == EntryKind.MESSAGE));
    }

    @Test
    void whatAnOwnerSetsIsToldAndStays() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        assertEquals("not_allowed", bob.refusalOf(bob.set("#lab", RoomSetting.TOPIC, "mine")));
        assertTrue(alice.isDone(alice.set("#lab", RoomSetting.TOPIC, "Optics")));
        assertTrue(alice.isDone(alice.set("#lab", RoomSetting.SLOW_MODE, "30")));
        assertEquals("bad_value", alice.refusalOf(alice.set("#lab", RoomSetting.SLOW_MODE, "soon")));
        assertEquals("bad_value", alice.refusalOf(alice.set("#lab", RoomSetting.ACCESS, "password")));
        assertEquals("Optics", bob.stateOf("#lab").topic());
        relay.restart();
        bob.reconnect();
        assertEquals("Optics", bob.stateOf("#lab").topic());
        assertEquals(30, bob.stateOf("#lab").slowModeS());
    }

    @Test
    void aPinHoldsAMessageAndNothingElse() {
        Person alice = relay.inRoom("alice", "#lab");
        alice.post("#lab", "look here");
        long seq = alice.posted().seq();
        assertTrue(alice.isDone(alice.pin("#lab", seq, true)));
        assertEquals(java.util.List.of(seq), alice.stateOf("#lab").pins());
        assertEquals("no_such_entry", alice.refusalOf(alice.pin("#lab", 1, true)));
        assertTrue(alice.isDone(alice.pin("#lab", seq, false)));
        assertEquals(java.util.List.of(), alice.stateOf("#lab").pins());
    }

    @Test
    void whileTheStoreCannotWriteNothingChangesAndItIsSaid() {
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.person("bob").logIn();
        relay.store.failWrites(io.heliograph.server.store.StoreFault.READ_ONLY);
        assertEquals("read_only", bob.refusalOf(bob.join("#lab")));
        assertEquals("read_only", alice.refusalOf(alice.set("#lab", RoomSetting.TOPIC, "lost")));
        relay.store.failWrites(null);
        bob.join("#lab");
        assertTrue(bob.isIn("#lab"));
        assertEquals("", bob.stateOf("#lab").topic());
    }
}
