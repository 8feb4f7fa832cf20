package io.heliograph.common.handshake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.packet.Limits;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Finding a server on the local network (protocol.md 3.6). */
class DiscoveryTest {
    private static final PeerAddress FROM = new PeerAddress(Bytes.copyOf(new byte[] {10, 0, 0, 7}), 4_000);
    private static final Bytes NONCE = Bytes.copyOf(new byte[] {1, 2, 3, 4, 5, 6, 7, 8});

    private final IdentityKeyPair identity = IdentityKeyPair.generate(new SeededRandom(1));
    private final String longestName = "Labör ".repeat(13) + "12345";
    private final Discovery discovery =
            new Discovery(identity.publicKey(), () -> new Discovery.Notice(longestName, Limits.MAX_SEQ));

    @Test
    void theAnswerIsShorterThanTheQuestionAndHoldsWhatItShould() throws Exception {
        byte[] question = PacketCodec.encode(new Packet.Discover(1, NONCE));
        byte[] answer = discovery.onDiscover(new Packet.Discover(1, NONCE), FROM, 0);
        assertNotNull(answer);
        assertEquals(1_200, question.length);
        assertTrue(answer.length < question.length, "" + answer.length);
        Packet.Server server = (Packet.Server) PacketCodec.decode(answer, answer.length);
        assertEquals(NONCE, server.nonce());
        assertEquals(longestName, server.name());
        assertEquals(Limits.MAX_SEQ, server.users());
        assertEquals(identity.publicKey().octets(), server.identity());
    }

    @Test
    void aQuestionOfAnotherLengthOrVersionIsDropped() throws Exception {
        byte[] question = PacketCodec.encode(new Packet.Discover(1, NONCE));
        byte[] shorter = Arrays.copyOf(question, question.length - 1);
        shorter[shorter.length - 2] = '"';
        shorter[shorter.length - 1] = '}';
        assertThrows(MalformedException.class, () -> PacketCodec.decode(shorter, shorter.length));
        assertNull(discovery.onDiscover(new Packet.Discover(2, NONCE), FROM, 0));
        Packet decoded = PacketCodec.decode(question, question.length);
        assertArrayEquals(question, PacketCodec.encode((Packet.Discover) decoded));
    }

    @Test
    void anAddressGetsTwentyAnswersAtOnceAndFiveASecond() {
        int answered = 0;
        for (int i = 0; i < 100; i++) {
            answered += discovery.onDiscover(new Packet.Discover(1, NONCE), FROM, 0) == null ? 0 : 1;
        }
        assertEquals(20, answered);
        long laterNs = TimeUnit.SECONDS.toNanos(1);
        for (int i = 0; i < 100; i++) {
            answered += discovery.onDiscover(new Packet.Discover(1, NONCE), FROM, laterNs) == null ? 0 : 1;
        }
        assertEquals(25, answered);
    }
}
