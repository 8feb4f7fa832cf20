package io.heliograph.common.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.util.Bytes;

/**
 * Any octets as a sealed body, and inside one that is well sealed: never an exception, nothing forged is believed, and
 * the next good message is none the worse.
 */
class SealedBodyFuzzTest {
    private static final Person ANN = Person.of("ann", 1);
    private static final Bytes ROOM = Sha256.digest(new byte[] {1});
    private static final Envelope ENVELOPE =
            new Envelope(ROOM, ANN.deviceKey(), ROOM, 1, Bytes.takingOver(new byte[16]), 0);

    @FuzzTest(maxDuration = "10m")
    void opensNothingForged(byte[] octets) {
        SendChain sending = SendChain.start(ROOM, ANN.deviceKey(), new SeededRandom(2), 0);
        ReceiveChain receiving = new ReceiveChain(ROOM, ANN.deviceKey(), sending.chain(), 0, sending.firstKey());
        byte[] header = SealedHeader.of(ENVELOPE, sending.chain(), 0).octets();
        Bytes before = receiving.encode();

        assertInstanceOf(Opened.Failed.class, receiving.open(Bytes.copyOf(octets), ENVELOPE));
        Bytes behindHeader = new Octets().add(header).add(octets).toBytes();
        assertInstanceOf(Opened.Failed.class, receiving.open(behindHeader, ENVELOPE));
        assertEquals(before, receiving.encode());
        checkInside(sending, receiving, header, octets);
    }

    @FuzzTest(maxDuration = "10m")
    void restoresChains(byte[] octets) {
        ReceiveChain restored = ReceiveChain.decode(Bytes.copyOf(octets));
        if (restored != null) {
            assertEquals(Bytes.copyOf(octets), restored.encode());
        }
    }

    /** The author itself seals what is no content. */
    private static void checkInside(SendChain sending, ReceiveChain receiving, byte[] header, byte[] octets) {
        byte[] aad = ENVELOPE.aad(sending.chain(), 0);
        byte[] ciphertext = ChainStep.seal(ChainStep.messageKey(sending.firstKey()), aad, octets);
        Bytes signature = ANN.device().sign(Envelope.signed(aad, ciphertext));
        Bytes sealed = new Octets().add(header).add(ciphertext).add(signature).toBytes();

        Opened opened = receiving.open(sealed, ENVELOPE);
        if (opened instanceof Opened.Content read) {
            assertEquals(read.content(), SealedContent.ofPadded(read.content().padded()));
            sending.seal(ANN.device(), ENVELOPE, read.content());
        }
        SealedContent good = new SealedContent(1, Bytes.EMPTY, Bytes.fromHex("00"));
        assertEquals(new Opened.Content(good), receiving.open(sending.seal(ANN.device(), ENVELOPE, good), ENVELOPE));
    }
}
