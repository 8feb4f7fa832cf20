package io.heliograph.common.handshake;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.crypto.Fingerprint;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.testing.TestKeys;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One client and one server without a network in between. */
final class HandshakeFixture {
    static final PeerAddress ADDRESS = new PeerAddress(Bytes.copyOf((byte) 192, (byte) 0, (byte) 2, (byte) 1), 40_000);
    static final long START_NS = TimeUnit.SECONDS.toNanos(1);

    final IdentityKeyPair identity = TestKeys.identity(1);
    final ServerHandshake server;
    final ClientHandshake client;

    HandshakeFixture() {
        this(TestKeys.identity(1).publicKey().fingerprint());
    }

    HandshakeFixture(@Nullable Fingerprint expected) {
        server = new ServerHandshake(identity, ServerHandshakeConfig.STANDARD, new SeededRandom(2));
        client = new ClientHandshake(TestKeys.client(3), expected, HandshakeConfig.STANDARD, new SeededRandom(4));
    }

    static Packet decode(byte[] datagram) {
        try {
            return PacketCodec.decode(datagram, datagram.length);
        } catch (MalformedException e) {
            throw new AssertionError("our own datagram", e);
        }
    }

    static Packet.KeyReq request(byte[] datagram) {
        return assertInstanceOf(Packet.KeyReq.class, decode(datagram));
    }

    /** What the client sends now. */
    byte[] transmitted(long nowNs) {
        byte[] datagram = client.pollTransmit(nowNs);
        assertNotNull(datagram, "nothing to send in state " + client.state());
        return datagram;
    }

    HandshakeStep offer(byte[] datagram, long nowNs) {
        return server.onKeyReq(request(datagram), datagram, ADDRESS, nowNs);
    }

    /** The client's request with a cookie. */
    byte[] provedRequest(long nowNs) {
        client.start(nowNs);
        client.onPacket(decode(reply(offer(transmitted(nowNs), nowNs))), nowNs);
        return transmitted(nowNs);
    }

    /** The server's KEY_REP for it. */
    byte[] keyRep(byte[] provedRequest, long nowNs) {
        byte[] keyRep = server.onAgreed(task(offer(provedRequest, nowNs)).run(), nowNs);
        assertNotNull(keyRep);
        return keyRep;
    }

    static byte[] reply(HandshakeStep step) {
        return assertInstanceOf(HandshakeStep.Reply.class, step).datagram();
    }

    static KeyAgreement task(HandshakeStep step) {
        return assertInstanceOf(HandshakeStep.Offload.class, step).task();
    }

    static HandshakeDrop dropped(HandshakeStep step) {
        return assertInstanceOf(HandshakeStep.Drop.class, step).reason();
    }

    ClientHandshakeResult.Established established() {
        return assertInstanceOf(ClientHandshakeResult.Established.class, client.result());
    }

    ClientHandshakeResult.Failed failed() {
        return assertInstanceOf(ClientHandshakeResult.Failed.class, client.result());
    }
}
