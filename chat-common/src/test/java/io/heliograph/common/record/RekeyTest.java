package io.heliograph.common.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.packet.Packet;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key change of protocol.md 4.4, step by step. */
class RekeyTest {
    private static final long DUE_NS = RecordFixture.EARLY.afterNs();
    private static final long GRACE_NS = RecordFixture.EARLY.graceNs();

    private final RecordFixture pair = new RecordFixture();

    @Test
    void isDueByAge() {
        assertFalse(pair.client.wantsRekey(DUE_NS - 1));
        assertTrue(pair.client.wantsRekey(DUE_NS));
        assertEquals(DUE_NS, pair.client.nextTimeoutNs());
    }

    @Test
    void isDueByRecordsSealed() {
        for (int i = 0; i < RecordFixture.EARLY.afterRecordCount(); i++) {
            assertFalse(pair.client.wantsRekey(0));
            pair.fromClient("");
        }
        assertTrue(pair.client.wantsRekey(0));
    }

    @Test
    void isDueByRecordsOpened() {
        for (int i = 0; i < RecordFixture.EARLY.afterRecordCount(); i++) {
            assertFalse(pair.client.wantsRekey(0));
            RecordFixture.opened(pair.client, pair.fromServer(""), 0);
        }
        assertTrue(pair.client.wantsRekey(0));
    }

    @Test
    void isDueByBytes() {
        RecordFixture pair = new RecordFixture(RecordFixture.LARGE);
        String large = "x".repeat(700);
        int recordCount = 0;
        while (!pair.client.wantsRekey(0)) {
            pair.fromClient(large);
            recordCount++;
        }
        // A payload of 752 bytes each: 700 padded to 704, and 48 before it.
        assertEquals((RecordFixture.LARGE.afterBytes() + 751) / 752, recordCount);
    }

    @Test
    void isTheClientsBusinessAlone() {
        assertFalse(pair.server.wantsRekey(DUE_NS));
        assertThrows(IllegalStateException.class, () -> pair.server.beginRekey(DUE_NS));
        assertNull(pair.client.onRekey(1, Bytes.copyOf(new byte[32]), 0));
        assertFalse(pair.server.onRekeyed(1, Bytes.copyOf(new byte[32]), 0));
    }

    @Test
    void movesBothSidesToTheNextEpoch() {
        Bytes answer = offerAndAnswer(DUE_NS);
        assertEquals(0, pair.server.sendingEpoch());
        assertTrue(pair.client.onRekeyed(1, answer, DUE_NS));
        assertEquals(1, pair.client.sendingEpoch());

        assertEquals("late", RecordFixture.opened(pair.client, pair.fromServer("late"), DUE_NS));
        assertEquals("new", RecordFixture.opened(pair.server, pair.fromClient("new"), DUE_NS));
        assertEquals(1, pair.server.sendingEpoch());
        assertEquals("back", RecordFixture.opened(pair.client, pair.fromServer("back"), DUE_NS));
    }

    @Test
    void onlyOneIsUnderWay() {
        pair.client.beginRekey(DUE_NS);

        assertFalse(pair.client.wantsRekey(DUE_NS));
        assertThrows(IllegalStateException.class, () -> pair.client.beginRekey(DUE_NS));
    }

    @Test
    void repetitionGetsTheSameAnswer() {
        Bytes offer = pair.client.beginRekey(DUE_NS);
        Bytes answer = pair.server.onRekey(1, offer, DUE_NS);
        assertNotNull(answer);

        assertEquals(answer, pair.server.onRekey(1, offer, DUE_NS));
        assertTrue(pair.client.onRekeyed(1, answer, DUE_NS));
        RecordFixture.opened(pair.server, pair.fromClient("switches the server"), DUE_NS);
        assertEquals(answer, pair.server.onRekey(1, offer, DUE_NS));
        assertFalse(pair.client.onRekeyed(1, answer, DUE_NS));
    }

    @Test
    void unacceptableOffersAreRefused() {
        Bytes offer = pair.client.beginRekey(DUE_NS);

        assertNull(pair.server.onRekey(2, offer, DUE_NS));
        assertNull(pair.server.onRekey(0, offer, DUE_NS));
        assertNull(pair.server.onRekey(1, Bytes.copyOf(new byte[32]), DUE_NS));
        assertNull(pair.server.onRekey(1, Bytes.copyOf(new byte[31]), DUE_NS));
        assertNotNull(pair.server.onRekey(1, offer, DUE_NS));
        Bytes other = Bytes.copyOf(new SeededRandom(77).bytes(32));
        assertNull(pair.server.onRekey(1, other, DUE_NS));
    }

    @Test
    void worthlessAnswersAreRefused() {
        assertFalse(pair.client.onRekeyed(1, Bytes.copyOf(new byte[32]), DUE_NS));
        Bytes answer = offerAndAnswer(DUE_NS);

        assertFalse(pair.client.onRekeyed(2, answer, DUE_NS));
        assertFalse(pair.client.onRekeyed(1, Bytes.copyOf(new byte[32]), DUE_NS));
        assertTrue(pair.client.onRekeyed(1, answer, DUE_NS));
    }

    @Test
    void oldKeysAreErasedAfterTheGrace() {
        Packet.Sealed oldToServer = pair.fromClient("old");
        Packet.Sealed olderToServer = pair.fromClient("older");
        Packet.Sealed oldToClient = pair.fromServer("old");
        change(1, DUE_NS);
        RecordFixture.opened(pair.server, oldToServer, DUE_NS + GRACE_NS - 1);
        assertEquals(DUE_NS + GRACE_NS, pair.server.nextTimeoutNs());

        pair.server.onTimeout(DUE_NS + GRACE_NS);
        pair.client.onTimeout(DUE_NS + GRACE_NS);
        assertNull(pair.server.open(olderToServer, DUE_NS + GRACE_NS));
        assertNull(pair.client.open(oldToClient, DUE_NS + GRACE_NS));
        assertEquals(1, pair.server.dropCount(RecordDrop.UNKNOWN_EPOCH));
    }

    @Test
    void ownerSetsTheGrace() {
        long longerNs = GRACE_NS + TimeUnit.SECONDS.toNanos(3);
        pair.server.keepOldKeysFor(longerNs);
        change(1, DUE_NS);

        assertEquals(DUE_NS + longerNs, pair.server.nextTimeoutNs());
    }

    @Test
    void clientKeepsTheOldKeysUntilTheServerHasSwitched() {
        Bytes answer = offerAndAnswer(DUE_NS);
        pair.client.onRekeyed(1, answer, DUE_NS);
        // Everything the client now sends is lost, for much longer than the grace.
        pair.fromClient("lost");
        long laterNs = DUE_NS + 4 * GRACE_NS;
        pair.client.onTimeout(laterNs);

        assertEquals("still old", RecordFixture.opened(pair.client, pair.fromServer("still old"), laterNs));
    }

    @Test
    void replayWindowSpansEpochs() {
        Packet.Sealed before = pair.fromClient("before");
        RecordFixture.opened(pair.server, before, 0);
        change(1, DUE_NS);

        assertNull(pair.server.open(before, DUE_NS));
        assertEquals(1, pair.server.dropCount(RecordDrop.REPLAYED));
    }

    @Test
    void keysOfEachEpochDiffer() {
        Packet.Sealed first = pair.fromClient("x");
        change(1, DUE_NS);
        Packet.Sealed second = pair.fromClient("x");
        Packet.Sealed relabelled = new Packet.Sealed(second.kind(), second.cid(), 0, second.seq(), second.payload());

        assertNotEquals(first.epoch(), second.epoch());
        assertNull(pair.server.open(relabelled, DUE_NS));
        assertEquals(1, pair.server.dropCount(RecordDrop.BAD_TAG));
    }

    @Test
    void keysThatAreTooOldEndTheConnection() {
        assertFalse(pair.client.isOverdue(RecordFixture.EARLY.overdueNs() - 1));
        assertTrue(pair.client.isOverdue(RecordFixture.EARLY.overdueNs()));
        change(1, DUE_NS);
        assertFalse(pair.client.isOverdue(RecordFixture.EARLY.overdueNs()));
        for (int i = 0; i < RecordFixture.EARLY.overdueRecordCount(); i++) {
            pair.fromClient("");
        }
        assertTrue(pair.client.isOverdue(DUE_NS));
    }

    @Test
    void nothingOpensOrIsSealedAfterErasing() {
        Packet.Sealed packet = pair.fromServer("late");
        pair.client.erase();

        assertNull(pair.client.open(packet, 0));
        assertEquals(1, pair.client.dropCount(RecordDrop.UNKNOWN_EPOCH));
        assertThrows(IllegalStateException.class, () -> pair.fromClient("too late"));
    }

    /** Twenty changes while every record is delayed and reordered at random: nothing that is not lost fails to open. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void survivesReordering(long seed) {
        SeededRandom random = new SeededRandom(seed);
        List<Packet.Sealed> toServer = new ArrayList<>();
        List<Packet.Sealed> toClient = new ArrayList<>();
        long nowNs = 0;
        for (int epoch = 1; epoch <= 20; epoch++) {
            nowNs += DUE_NS;
            assertTrue(pair.client.wantsRekey(nowNs), "seed " + seed + " epoch " + epoch);
            Bytes offer = pair.client.beginRekey(nowNs);
            chatter(toServer, toClient, random, nowNs);
            Bytes answer = pair.server.onRekey(epoch, offer, nowNs);
            assertNotNull(answer);
            chatter(toServer, toClient, random, nowNs);
            assertTrue(pair.client.onRekeyed(epoch, answer, nowNs));
            chatter(toServer, toClient, random, nowNs);
            deliver(toServer, pair.server, 0, random, nowNs);
            chatter(toServer, toClient, random, nowNs);
            deliver(toServer, pair.server, 0, random, nowNs);
            deliver(toClient, pair.client, 0, random, nowNs);
            assertEquals(epoch, pair.server.sendingEpoch());
            nowNs += GRACE_NS;
            pair.client.onTimeout(nowNs);
            pair.server.onTimeout(nowNs);
        }
        for (RecordDrop reason : RecordDrop.values()) {
            assertEquals(0, pair.server.dropCount(reason), "seed " + seed + " " + reason);
            assertEquals(0, pair.client.dropCount(reason), "seed " + seed + " " + reason);
        }
    }

    private void chatter(List<Packet.Sealed> toServer, List<Packet.Sealed> toClient, SeededRandom random, long nowNs) {
        for (int i = 0; i < 20; i++) {
            toServer.add(pair.fromClient("to the server"));
            toClient.add(pair.fromServer("to the client"));
        }
        deliver(toServer, pair.server, 10, random, nowNs);
        deliver(toClient, pair.client, 10, random, nowNs);
    }

    private static void deliver(
            List<Packet.Sealed> waiting, RecordProtection receiver, int leave, SeededRandom random, long nowNs) {
        while (waiting.size() > leave) {
            RecordFixture.opened(receiver, waiting.remove(random.nextInt(waiting.size())), nowNs);
        }
    }

    private Bytes offerAndAnswer(long nowNs) {
        Bytes answer = pair.server.onRekey(pair.client.nextEpoch(), pair.client.beginRekey(nowNs), nowNs);
        assertNotNull(answer);
        return answer;
    }

    private void change(long epoch, long nowNs) {
        assertTrue(pair.client.onRekeyed(epoch, offerAndAnswer(nowNs), nowNs));
        RecordFixture.opened(pair.server, pair.fromClient("new"), nowNs);
        RecordFixture.opened(pair.client, pair.fromServer("new"), nowNs);
    }
}
