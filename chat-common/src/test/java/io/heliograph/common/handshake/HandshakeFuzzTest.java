package io.heliograph.common.handshake;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.testing.TestKeys;
import org.jspecify.annotations.Nullable;

/** Strangers' packets at both machines: no exception, no keys, no reply longer than what it answers. */
class HandshakeFuzzTest {
    private static final long START_NS = HandshakeFixture.START_NS;

    @FuzzTest(maxDuration = "10m")
    void serverTakesAnyRequest(byte[] datagram) {
        // Its cookie keys are not those that the corpus was made with.
        ServerHandshake server =
                new ServerHandshake(TestKeys.identity(1), ServerHandshakeConfig.STANDARD, new SeededRandom(0x5eed));
        if (!(decode(datagram) instanceof Packet.KeyReq request)) {
            return;
        }
        HandshakeStep step = server.onKeyReq(request, datagram, HandshakeFixture.ADDRESS, START_NS);
        assertFalse(step instanceof HandshakeStep.Offload, "work for a request without our cookie");
        if (step instanceof HandshakeStep.Reply reply) {
            assertTrue(reply.datagram().length < datagram.length);
        }
    }

    /** The public-key work for whatever a client with a good cookie sends. */
    @FuzzTest(maxDuration = "10m")
    void serverAgreesWithAnybodyOrNobody(byte[] datagram) {
        HandshakeFixture pair = new HandshakeFixture();
        if (!(decode(datagram) instanceof Packet.KeyReq request)) {
            return;
        }
        KeyAgreement task = new KeyAgreement(
                request,
                Transcript.hashOfRequest(datagram),
                HandshakeFixture.ADDRESS,
                pair.identity,
                new SeededRandom(1));
        KeyAgreement.Agreement agreement = task.run().agreement();
        assertTrue(agreement == null || agreement.keyRep().length() < datagram.length);
    }

    @FuzzTest(maxDuration = "10m")
    void clientTakesAnyAnswer(byte[] datagram) {
        HandshakeFixture pair = new HandshakeFixture(null);
        pair.provedRequest(START_NS);
        Packet packet = decode(datagram);
        if (packet != null) {
            pair.client.onPacket(packet, START_NS);
            assertFalse(pair.client.result() instanceof ClientHandshakeResult.Established);
        }
    }

    private static @Nullable Packet decode(byte[] datagram) {
        try {
            return PacketCodec.decode(datagram, datagram.length);
        } catch (MalformedException e) {
            return null;
        }
    }
}
