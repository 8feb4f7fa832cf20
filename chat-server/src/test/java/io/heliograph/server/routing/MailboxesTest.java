package io.heliograph.server.routing;

import static io.heliograph.server.routing.SealedFixture.boxes;
import static io.heliograph.server.routing.SealedFixture.key;
import static io.heliograph.server.routing.SealedFixture.octets;
import static io.heliograph.server.routing.SealedFixture.send;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.message.EndToEndMessage.AddressedBox;
import io.heliograph.common.message.EndToEndMessage.SendBoxes;
import io.heliograph.common.message.EndToEndMessage.Taken;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.ServerMessage.Appended;
import io.heliograph.common.message.ServerMessage.Box;
import io.heliograph.common.message.ServerMessage.Conversation;
import io.heliograph.common.message.ServerMessage.Welcome;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.routing.RelayFixture.Person;
import io.heliograph.server.store.BoxTable;
import io.heliograph.server.store.StoreFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Boxes from device to device (protocol.md 13.3). */
class MailboxesTest {
    private final RelayFixture relay = new RelayFixture();
    private final Person ann = relay.inRoom("ann", "#lab");
    private final Person bob = relay.inRoom("bob", "#lab");

    @Test
    void aBoxReachesItsDeviceWithItsSender() {
        assertTrue(ann.isDone(send(ann, key(bob), "one", "two")));
        assertEquals(
                List.of(new Box(1, "ann", key(ann), octets("one")), new Box(2, "ann", key(ann), octets("two"))),
                bob.link.chatOf(Box.class));
        assertTrue(boxes(ann).isEmpty());
    }

    @Test
    void boxesToUnknownDevicesArePassedOver() {
        Bytes nobody = Bytes.copyOf(new byte[32]);
        int request = ann.nextRequest();
        ann.say(new SendBoxes(
                request,
                List.of(new AddressedBox(nobody, octets("lost")), new AddressedBox(key(bob), octets("found")))));
        assertTrue(ann.isDone(request));
        assertEquals(List.of("found"), boxes(bob));
    }

    @Test
    void theyComeBehindWelcomeAndBeforeEverythingElse() {
        bob.disconnect();
        send(ann, key(bob), "one", "two");
        bob.connectAgain().logIn();
        List<Class<?>> order = new ArrayList<>();
        bob.link.chat.forEach(message -> order.add(message.getClass()));
        assertEquals(List.of(Welcome.class, Box.class, Box.class, Conversation.class), order.subList(0, 4));
    }

    @Test
    void theyComeAgainUntilTheyWereTaken() {
        bob.disconnect();
        send(ann, key(bob), "one", "two", "three");
        bob.connectAgain().logIn();
        bob.say(new Taken(2));
        bob.reconnect();
        assertEquals(List.of("three"), boxes(bob));
        bob.say(new Taken(3));
        relay.restart();
        Person again = returning(bob);
        assertTrue(boxes(again).isEmpty());
        Person author = relay.person("carl").logIn();
        send(author, key(bob), "four");
        assertEquals(4, again.link.lastChat(Box.class).number()); // no number twice, not even of boxes that are gone
    }

    /** The same device at a server that has forgotten its sessions. */
    private Person returning(Person person) {
        return person.connectAgain().logIn();
    }

    @Test
    void whatWasAnsweredSurvivesAKill() {
        bob.disconnect();
        relay.deferStore();
        int request = send(ann, key(bob), "kept");
        assertFalse(ann.isDone(request));
        relay.settle();
        assertTrue(ann.isDone(request));
        relay.restart();
        relay.deliverAtOnce();
        assertEquals(List.of("kept"), boxes(returning(bob)));
    }

    @Test
    void whatCouldNotBeStoredIsNotAnswered() {
        relay.store.failWrites(StoreFault.READ_ONLY);
        assertEquals(RefusalCode.READ_ONLY, ann.refusalOf(send(ann, key(bob), "lost")));
        assertTrue(boxes(bob).isEmpty());
    }

    @Test
    void aBoxIsAheadOfThePostThatFollowsIt() {
        relay.deferStore();
        send(ann, key(bob), "key");
        ann.post("#lab", "sealed");
        relay.settle();
        List<ServerMessage> got = bob.link.chat;
        int box = got.indexOf(bob.link.lastChat(Box.class));
        assertTrue(box >= 0 && box < got.indexOf(bob.link.lastChat(Appended.class)), got.toString());
    }

    @Test
    void aBoxThatIsStoredDuringALoginComesOnceAndInOrder() {
        bob.disconnect();
        send(ann, key(bob), "before");
        relay.deferStore();
        bob.connectAgain().logIn(); // has read the mailbox, and is not in yet
        send(ann, key(bob), "after");
        relay.settle();
        relay.deliverAtOnce();
        assertEquals(List.of("before", "after"), boxes(bob));
        send(ann, key(bob), "live");
        assertEquals(List.of("before", "after", "live"), boxes(bob));
    }

    @Test
    void aSenderHasAnAllowanceAndIsServedInOrder() {
        int last = 0;
        for (int batch = 0; batch < 11; batch++) {
            last = sendMany(ann, 200);
        }
        ann.post("#lab", "behind them");
        assertEquals(2_000, boxes(bob).size());
        assertFalse(ann.isDone(last));
        assertTrue(bob.messageSeqs("#lab").isEmpty()); // the post waits as well
        relay.pass(900);
        assertFalse(ann.isDone(last));
        relay.pass(200);
        assertTrue(ann.isDone(last));
        assertEquals(2_200, boxes(bob).size());
        assertEquals(1, bob.messageSeqs("#lab").size());
    }

    private int sendMany(Person from, int count) {
        int request = from.nextRequest();
        from.say(new SendBoxes(request, Collections.nCopies(count, new AddressedBox(key(bob), octets("x")))));
        return request;
    }

    @Test
    void aMailboxKeepsTheNewest() {
        bob.disconnect();
        for (int batch = 0; batch < 21; batch++) {
            sendMany(ann, 200);
            relay.pass(1_000);
        }
        bob.connectAgain().logIn();
        List<Box> held = bob.link.chatOf(Box.class);
        assertEquals(BoxTable.MAX_HELD, held.size());
        assertEquals(21 * 200, held.get(held.size() - 1).number());
        assertFalse(bob.isOut());
    }

    @Test
    void aLinkThatIsFullGetsTheRestFromTheStore() {
        send(ann, key(bob), "one");
        bob.link.queuedAnswerBytes = 1024 * 1024;
        send(ann, key(bob), "two", "three");
        assertEquals(List.of("one"), boxes(bob));
        bob.link.queuedAnswerBytes = 0;
        send(ann, key(bob), "four"); // not ahead of what waits
        assertEquals(List.of("one"), boxes(bob));
        bob.becomesWritable();
        assertEquals(List.of("one", "two", "three", "four"), boxes(bob));
        send(ann, key(bob), "five");
        assertEquals(5, boxes(bob).size());
    }

    @Test
    void boxesGoAfterThirtyDaysAndWithTheirDevice() {
        bob.disconnect();
        send(ann, key(bob), "old");
        IntStream.range(0, 31 * 24).forEach(hour -> relay.pass(TimeUnit.HOURS.toMillis(1)));
        assertTrue(relay.store
                .tables()
                .boxes()
                .after(relay.account("bob").id(), key(bob), 0, 1_000)
                .isEmpty());
        Person back = returning(bob);
        bob.disconnect();
        send(ann, key(bob), "revoked");
        relay.relay.accounts().revoke(relay.change(), relay.account("bob"), key(bob), () -> {});
        relay.settle();
        assertTrue(relay.store
                .tables()
                .boxes()
                .after(relay.account("bob").id(), key(bob), 0, 1_000)
                .isEmpty());
        assertTrue(boxes(back).isEmpty());
    }

    @Test
    void nobodyTakesWhatIsForAnotherDevice() {
        bob.disconnect();
        send(ann, key(bob), "one");
        ann.say(new Taken(Long.MAX_VALUE));
        assertEquals(List.of("one"), boxes(returning(bob)));
    }

    @Test
    void onlyWhoIsLoggedInSends() {
        Person stranger = relay.person("eve");
        send(stranger, key(bob), "spam");
        assertTrue(stranger.isOut());
        assertTrue(boxes(bob).isEmpty());
    }
}
