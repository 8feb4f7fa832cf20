package io.heliograph.server.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.common.message.ServerMessage.Gap;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.log.MessageLog;
import io.heliograph.server.routing.RelayConfig.Keeping;
import io.heliograph.server.routing.RelayConfig.Registration;
import io.heliograph.server.routing.RelayFixture.Person;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Letting go of what is old or too much, and never because a clock has jumped. */
class RetentionTest {
    private static final long MINUTE_MS = TimeUnit.MINUTES.toMillis(1);
    private static final long DAY_MS = TimeUnit.DAYS.toMillis(1);

    @Test
    void aConversationKeepsItsNewestEntries() {
        RelayFixture relay = with(new Keeping(50, 100_000, 0, 10, 1 << 30));
        Person alice = relay.inRoom("alice", "#lab");
        say(alice, 30);
        passRounds(relay, 2);
        List<Long> held = heldSeqs(alice);
        assertEquals(10, held.size());
        assertEquals(alice.posted().seq(), held.get(held.size() - 1));
        alice.reconnect();
        assertEquals(held.get(0), alice.stateOf("#lab").firstSeq());
    }

    @Test
    void whatIsOlderThanTheServerKeepsGoes() {
        RelayFixture relay = with(new Keeping(50, 100_000, DAY_MS, 1_000_000, 1 << 30));
        Person alice = relay.inRoom("alice", "#lab");
        say(alice, 5);
        passHours(relay, 25);
        say(alice, 3);
        passRounds(relay, 2);
        assertEquals(3, heldSeqs(alice).size());
    }

    @Test
    void aRoomMayKeepLessThanTheServerAndNotMore() {
        RelayFixture relay = with(new Keeping(50, 100_000, 10 * DAY_MS, 1_000_000, 1 << 30));
        Person alice = relay.inRoom("alice", "#lab");
        alice.set("#lab", RoomSetting.RETENTION, "1");
        say(alice, 5);
        passHours(relay, 26);
        assertTrue(heldSeqs(alice).isEmpty());
    }

    @Test
    void aClockThatJumpsAYearAheadDeletesNothing() {
        RelayFixture relay = with(new Keeping(50, 100_000, DAY_MS, 1_000_000, 1 << 30));
        Person alice = relay.inRoom("alice", "#lab");
        say(alice, 5);
        passHours(relay, 2);
        int before = heldSeqs(alice).size();
        relay.wallMs += 365 * DAY_MS;
        passRounds(relay, 3);
        assertEquals(before, heldSeqs(alice).size());
        relay.wallMs -= 365 * DAY_MS;
        passHours(relay, 3);
        assertEquals(before, heldSeqs(alice).size());
    }

    @Test
    void idsAreForgottenAfterAWeekAndNotBefore() {
        RelayFixture relay = with(new Keeping(50, 100_000, 0, 1_000_000, 1 << 30));
        Person alice = relay.inRoom("alice", "#lab");
        MessageId id = alice.post("#lab", "once", 1_000);
        long author = relay.account("alice").id();
        long first = alice.posted().seq();
        passHours(relay, 24 * 6);
        assertNotNull(relay.store.tables().entries().accepted(author, id));
        alice.post("#lab", "once", 1_000);
        assertEquals(first, alice.posted().seq());
        passHours(relay, 24 * 2);
        assertNull(relay.store.tables().entries().accepted(author, id), "its row is gone");
        alice.post("#lab", "again", 1_000);
        assertTrue(alice.posted().seq() > first);
    }

    @Test
    void aWindowInWhichNothingMovesIsLetGoAndWhoIsBehindIsTold() {
        RelayFixture relay = new RelayFixture();
        Person alice = relay.inRoom("alice", "#lab");
        Person carol = relay.inRoom("carol", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        bob.link.queuedBytes = Long.MAX_VALUE / 2;
        say(alice, 3);
        long last = alice.posted().seq();
        passRounds(relay, 2);
        MessageLog window = windowOf(relay);
        assertTrue(window.firstSeq() < window.nextSeq(), "it has moved since the last visit");
        passRounds(relay, 1);
        assertEquals(last + 1, window.firstSeq());

        bob.link.queuedBytes = 0;
        alice.post("#lab", "anybody?");
        Gap gap = bob.link.lastChat(Gap.class);
        assertEquals(List.of(last - 2, last), List.of(gap.fromSeq(), gap.toSeq()));
        assertEquals(List.of(last + 1), bob.messageSeqs("#lab"));
        assertEquals(List.of(), carol.link.chatOf(Gap.class));
        assertEquals(4, carol.messageSeqs("#lab").size());
    }

    @Test
    void aWindowThatMovesIsKeptForWhoIsBehind() {
        RelayFixture relay = new RelayFixture();
        Person alice = relay.inRoom("alice", "#lab");
        Person bob = relay.inRoom("bob", "#lab");
        bob.link.queuedBytes = Long.MAX_VALUE / 2;
        for (int i = 0; i < 4; i++) {
            say(alice, 1);
            passRounds(relay, 1);
        }
        bob.link.queuedBytes = 0;
        say(alice, 1);
        assertEquals(List.of(), bob.link.chatOf(Gap.class));
        assertEquals(5, bob.messageSeqs("#lab").size());
    }

    private static MessageLog windowOf(RelayFixture relay) {
        Conversation room = relay.relay.directory().conversations().findRoom("#lab");
        if (room == null) {
            throw new AssertionError("there is no room");
        }
        return room.log();
    }

    private static RelayFixture with(Keeping keeping) {
        return new RelayFixture(new RelayConfig(
                "test", "", Registration.OPEN, true, List.of(), RelayFixture.LIMITS, keeping, RelayFixture.FILES));
    }

    private static void say(Person person, int lines) {
        for (int i = 0; i < lines; i++) {
            person.post("#lab", "line " + i);
        }
    }

    private static List<Long> heldSeqs(Person person) {
        return person.page("#lab", 0, 0, false, 200).entries().stream()
                .map(entry -> entry.seq())
                .toList();
    }

    private static void passRounds(RelayFixture relay, int rounds) {
        for (int i = 0; i < rounds * 11; i++) {
            relay.pass(MINUTE_MS);
        }
    }

    private static void passHours(RelayFixture relay, int hours) {
        for (int i = 0; i < hours * 6; i++) {
            relay.pass(10 * MINUTE_MS);
            relay.pass(2_000);
        }
    }
}
