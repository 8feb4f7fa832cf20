package io.heliograph.server.routing;

import static io.heliograph.server.routing.SealedFixture.octets;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.message.EndToEndMessage.AppendRoll;
import io.heliograph.common.message.EndToEndMessage.ReadRoll;
import io.heliograph.common.message.Moderation;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.RoomSetting;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.ServerMessage.Done;
import io.heliograph.common.message.ServerMessage.RollPage;
import io.heliograph.common.message.ServerMessage.Rolled;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.routing.RelayFixture.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Rolls of rooms (protocol.md 13.4). */
class RollsTest {
    private final RelayFixture relay = new RelayFixture();
    private final Person ann = relay.inRoom("ann", "#lab");
    private final Person bob = relay.inRoom("bob", "#lab");

    private static int append(Person who, long room, long index, Bytes entry) {
        int request = who.nextRequest();
        who.say(new AppendRoll(request, room, index, entry));
        return request;
    }

    private static int append(Person who, long index, String entry) {
        return append(who, who.idOf("#lab"), index, octets(entry));
    }

    private static RollPage read(Person who, long after) {
        who.say(new ReadRoll(who.nextRequest(), who.idOf("#lab"), after));
        return who.link.lastChat(RollPage.class);
    }

    @Test
    void allMembersHearOfAnEntryTheAppenderBeforeDone() {
        int request = append(ann, 1, "begin");
        Rolled rolled = new Rolled(ann.idOf("#lab"), 1, octets("begin"));
        assertEquals(List.of(rolled), bob.link.chatOf(Rolled.class));
        List<ServerMessage> got = ann.link.chat;
        assertTrue(got.indexOf(rolled) < got.indexOf(new Done(request)) && got.contains(rolled), got.toString());
    }

    @Test
    void ofTwoAtOnceOneIsLate() {
        relay.deferStore();
        int first = append(ann, 1, "begin");
        int second = append(bob, 1, "begin too");
        relay.settle();
        relay.deliverAtOnce();
        assertTrue(ann.isDone(first));
        assertEquals(RefusalCode.STALE, bob.refusalOf(second));
        assertEquals(RefusalCode.STALE, bob.refusalOf(append(bob, 3, "ahead")));
        assertTrue(bob.isDone(append(bob, 2, "again")));
        assertEquals(List.of(octets("begin"), octets("again")), read(ann, 0).entries());
        assertEquals(List.of(octets("again")), read(ann, 1).entries());
        assertEquals(2, read(ann, 1).firstIndex());
        assertTrue(read(ann, 7).entries().isEmpty());
    }

    @Test
    void whoAsksBehindTheEndOfAllNumbersIsToldTheEnd() {
        append(ann, 1, "begin");
        int request = bob.nextRequest();
        long room = bob.idOf("#lab");
        bob.say(new ReadRoll(request, room, Long.MAX_VALUE));
        assertEquals(new RollPage(request, room, false, 2, List.of()), bob.link.lastChat(RollPage.class));
    }

    @Test
    void membersOfAnyRoleAppendAndNobodyElse() {
        ann.moderate("#lab", Moderation.SET_ROLE, "bob", Role.READ_ONLY, 0);
        assertTrue(bob.isDone(append(bob, 1, "joins")));
        ann.moderate("#lab", Moderation.MUTE, "bob");
        assertTrue(bob.isDone(append(bob, 2, "leaves")));
        Person eve = relay.person("eve").logIn();
        long room = ann.idOf("#lab");
        assertEquals(RefusalCode.NOT_A_MEMBER, eve.refusalOf(append(eve, room, 3, octets("x"))));
        int request = eve.nextRequest();
        eve.say(new ReadRoll(request, room, 0));
        assertEquals(RefusalCode.NOT_A_MEMBER, eve.refusalOf(request));
        ann.post("@bob", "hi");
        assertEquals(RefusalCode.BAD_VALUE, ann.refusalOf(append(ann, ann.idOf("@bob"), 1, octets("direct"))));
    }

    @Test
    void theRollIsThereAfterARestartAndGoneWithItsRoom() {
        append(ann, 1, "begin");
        append(ann, 2, "more");
        relay.restart();
        ann.connectAgain().logIn();
        assertEquals(2, ann.stateOf("#lab").rollCount());
        assertEquals(2, read(ann, 0).entries().size());
        assertTrue(ann.isDone(append(ann, 3, "after")));
        ann.reconnect();
        assertEquals(3, ann.stateOf("#lab").rollCount());
        bob.connectAgain().logIn();
        bob.leave("#lab");
        ann.set("#lab", RoomSetting.ACCESS, RoomAccess.PRIVATE.word());
        long room = ann.idOf("#lab");
        ann.leave("#lab");
        assertEquals(0, relay.store.tables().rolls().count(room));
    }

    @Test
    void pagesAreBounded() {
        List<Bytes> entries = new ArrayList<>();
        long room = ann.idOf("#lab");
        for (int index = 1; index <= 30; index++) {
            byte[] octets = new byte[4_096];
            octets[0] = (byte) index;
            entries.add(Bytes.copyOf(octets));
            append(ann, room, index, entries.get(index - 1));
        }
        List<Bytes> seen = new ArrayList<>();
        RollPage page;
        do {
            page = read(bob, seen.size());
            assertEquals(seen.size() + 1L, page.firstIndex());
            assertTrue(page.entries().size() <= 10);
            seen.addAll(page.entries());
        } while (page.more());
        assertEquals(entries, seen);
    }

    @Test
    void whoChangesTooMuchWaits() {
        for (int index = 1; index <= 40; index++) {
            assertTrue(ann.isDone(append(ann, index, "e" + index)));
        }
        assertEquals(RefusalCode.BUSY, ann.refusalOf(append(ann, 41, "too much")));
        assertTrue(bob.isDone(append(bob, 41, "another one may")));
        relay.pass(TimeUnit.SECONDS.toMillis(4));
        assertTrue(ann.isDone(append(ann, 42, "a while later")));
    }

    @Test
    void beingLateCostsNothing() {
        append(bob, 1, "begin");
        for (int tries = 0; tries < 100; tries++) {
            assertEquals(RefusalCode.STALE, ann.refusalOf(append(ann, 1, "late")));
        }
        assertTrue(ann.isDone(append(ann, 2, "in time")));
    }

    @Test
    void aRollHasAnEnd() {
        long room = ann.idOf("#lab");
        for (long index = 1; index <= 20_000; index++) {
            relay.store.tables().rolls().append(room, index, Bytes.copyOf((byte) 1));
        }
        assertEquals(RefusalCode.TOO_LARGE, ann.refusalOf(append(ann, 20_001, "one too many")));
        assertFalse(read(ann, 19_999).more());
    }
}
