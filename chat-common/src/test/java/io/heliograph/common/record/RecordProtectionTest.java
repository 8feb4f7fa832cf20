package io.heliograph.common.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.packet.Limits;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.packet.RecordKind;
import io.heliograph.common.util.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordProtectionTest {
    private final RecordFixture pair = new RecordFixture();

    @Test
    void carriesTextBothWays() {
        assertEquals("to the server", RecordFixture.opened(pair.server, pair.fromClient("to the server"), 0));
        assertEquals("to the client", RecordFixture.opened(pair.client, pair.fromServer("to the client"), 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 16, 17, 31, 32, 782, Limits.MAX_PLAINTEXT_BYTES})
    void carriesEachLength(int length) {
        String text = "x".repeat(length);

        assertEquals(text, RecordFixture.opened(pair.server, pair.fromClient(text), 0));
    }

    @Test
    void longestRecordFitsIntoADatagramWhateverItsNumbers() {
        byte[] payload = new byte[Limits.MAX_PAYLOAD_BYTES];
        Packet.Sealed longest = new Packet.Sealed(
                RecordKind.CLOSE, RecordFixture.CID, Limits.MAX_EPOCH, Limits.MAX_SEQ, Bytes.takingOver(payload));

        int length = PacketCodec.encode(longest).length;
        assertTrue(length <= Limits.MAX_DATAGRAM_BYTES, "a datagram of " + length);
    }

    @Test
    void refusesWhatDoesNotFit() {
        byte[] plaintext = new byte[Limits.MAX_PLAINTEXT_BYTES + 1];

        assertThrows(
                IllegalArgumentException.class,
                () -> pair.client.seal(RecordKind.DATA, 0, plaintext, plaintext.length));
    }

    @Test
    void neverSealsANumberTwice() {
        pair.client.seal(RecordKind.DATA, 5, new byte[1], 1);

        assertThrows(IllegalStateException.class, () -> pair.client.seal(RecordKind.ACK, 5, new byte[1], 1));
        assertThrows(IllegalStateException.class, () -> pair.client.seal(RecordKind.DATA, 4, new byte[1], 1));
    }

    @Test
    void opensEachRecordOnce() {
        Packet.Sealed packet = pair.fromClient("once");

        assertEquals("once", RecordFixture.opened(pair.server, packet, 0));
        assertNull(pair.server.open(packet, 0));
        assertEquals(1, pair.server.dropCount(RecordDrop.REPLAYED));
    }

    @Test
    void tellsTheHighestNumberSoFar() {
        Packet.Sealed first = pair.fromClient("first");
        Packet.Sealed second = pair.fromClient("second");

        OpenedRecord ahead = pair.server.open(second, 0);
        OpenedRecord behind = pair.server.open(first, 0);
        assertNotNull(ahead);
        assertNotNull(behind);
        assertTrue(ahead.highest());
        assertEquals(false, behind.highest());
    }

    @Test
    void doesNotOpenItsOwnRecords() {
        assertNull(pair.client.open(pair.fromClient("reflected"), 0));
        assertEquals(1, pair.client.dropCount(RecordDrop.BAD_TAG));
    }

    @Test
    void headerIsAuthenticToo() {
        Packet.Sealed packet = pair.fromClient("text");

        assertNull(pair.server.open(
                new Packet.Sealed(RecordKind.ACK, packet.cid(), packet.epoch(), packet.seq(), packet.payload()), 0));
        assertNull(pair.server.open(
                new Packet.Sealed(packet.kind(), packet.cid(), packet.epoch(), packet.seq() + 1, packet.payload()), 0));
        assertEquals(2, pair.server.dropCount(RecordDrop.BAD_TAG));
        assertEquals("text", RecordFixture.opened(pair.server, packet, 0));
    }

    @Test
    void otherConnectionAndEpochAreCounted() {
        Packet.Sealed packet = pair.fromClient("text");
        Bytes otherCid = Bytes.fromHex("ffffffffffffffff");

        pair.server.open(new Packet.Sealed(packet.kind(), otherCid, 0, 0, packet.payload()), 0);
        pair.server.open(new Packet.Sealed(packet.kind(), packet.cid(), 1, 0, packet.payload()), 0);
        assertEquals(1, pair.server.dropCount(RecordDrop.WRONG_CONNECTION));
        assertEquals(1, pair.server.dropCount(RecordDrop.UNKNOWN_EPOCH));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 16, 48, 63, 65, 79})
    void payloadOfAnImpossibleLengthIsNotEvenChecked(int length) {
        Bytes payload = Bytes.copyOf(new byte[length]);

        assertNull(pair.server.open(new Packet.Sealed(RecordKind.DATA, RecordFixture.CID, 0, 0, payload), 0));
        assertEquals(1, pair.server.dropCount(RecordDrop.BAD_LENGTH));
    }

    @Test
    void everyBitFlipIsRefusedAndMovesNothing() {
        Packet.Sealed old = pair.fromClient("old");
        pair.skipClientNumbers(3000);
        Packet.Sealed packet = pair.fromClient("a line of text that takes more than one block");
        byte[] payload = packet.payload().toArray();
        int bits = payload.length * Byte.SIZE;
        for (int bit = 0; bit < bits; bit++) {
            byte mask = (byte) (1 << bit % Byte.SIZE);
            payload[bit / Byte.SIZE] ^= mask;
            assertNull(pair.server.open(with(packet, Bytes.copyOf(payload)), 0), "bit " + bit);
            payload[bit / Byte.SIZE] ^= mask;
        }
        assertEquals((long) bits, pair.server.dropCount(RecordDrop.BAD_TAG));
        // Had any of them moved the window, the old one would lie behind it now.
        assertEquals("old", RecordFixture.opened(pair.server, old, 0));
        RecordFixture.opened(pair.server, packet, 0);
        assertNull(pair.server.open(old, 0));
    }

    @Test
    void everyTruncationIsRefused() {
        Packet.Sealed packet = pair.fromClient("a line of text that takes more than one block");
        for (int length = 0; length < packet.payload().length(); length++) {
            Bytes shorter = Bytes.copyOf(packet.payload().toArray(), 0, length);
            assertNull(pair.server.open(with(packet, shorter), 0));
        }
        RecordFixture.opened(pair.server, packet, 0);
    }

    private static Packet.Sealed with(Packet.Sealed packet, Bytes payload) {
        return new Packet.Sealed(packet.kind(), packet.cid(), packet.epoch(), packet.seq(), payload);
    }
}
