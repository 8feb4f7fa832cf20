package io.heliograph.common.handshake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.crypto.SessionSecrets;
import io.heliograph.common.packet.Limits;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.testing.TestKeys;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ServerHandshakeTest {
    private static final long START_NS = HandshakeFixture.START_NS;
    private static final long HALF_OPEN_NS = ServerHandshakeConfig.STANDARD.halfOpenNs();
    private static final SeededRandom RANDOM = new SeededRandom(66);

    private final HandshakeFixture pair = new HandshakeFixture();

    @Test
    void requestWithoutCookieCostsNothingButAnAnswer() {
        pair.client.start(START_NS);
        byte[] request = pair.transmitted(START_NS);
        for (int i = 0; i < 100; i++) {
            assertInstanceOf(HandshakeStep.Reply.class, pair.offer(request, START_NS));
        }
        assertEquals(0, pair.server.halfOpenCount());
        assertEquals(100, pair.server.retryCount());
        assertEquals(NanoClock.NEVER_NS, pair.server.nextTimeoutNs());
    }

    @Test
    void sameRequestGetsTheSameReplyWithoutNewWork() {
        byte[] request = pair.provedRequest(START_NS);
        byte[] keyRep = pair.keyRep(request, START_NS);

        assertArrayEquals(keyRep, HandshakeFixture.reply(pair.offer(request, START_NS + 1)));
        assertArrayEquals(keyRep, HandshakeFixture.reply(pair.offer(request, START_NS + HALF_OPEN_NS - 1)));
        assertEquals(1, pair.server.halfOpenCount());
        assertEquals(3, pair.server.replyCount());
    }

    @Test
    void sameRequestIsNotWorkedOnTwice() {
        byte[] request = pair.provedRequest(START_NS);
        KeyAgreement task = HandshakeFixture.task(pair.offer(request, START_NS));

        assertEquals(HandshakeDrop.UNDER_WAY, HandshakeFixture.dropped(pair.offer(request, START_NS)));
        assertNotNull(pair.server.onAgreed(task.run(), START_NS));
    }

    @Test
    void outcomeCountsOnce() {
        KeyAgreement task = HandshakeFixture.task(pair.offer(pair.provedRequest(START_NS), START_NS));
        KeyAgreement.Outcome outcome = task.run();

        assertEquals(HandshakeFixture.ADDRESS, outcome.to());
        assertNotNull(pair.server.onAgreed(outcome, START_NS));
        assertNull(pair.server.onAgreed(outcome, START_NS));
        assertEquals(1, pair.server.halfOpenCount());
    }

    @Test
    void abandonedRequestMayTryAgain() {
        byte[] request = pair.provedRequest(START_NS);
        pair.server.onAbandoned(HandshakeFixture.task(pair.offer(request, START_NS)));

        assertEquals(0, pair.server.halfOpenCount());
        assertEquals(1, pair.server.dropCount(HandshakeDrop.ABANDONED));
        HandshakeFixture.task(pair.offer(request, START_NS));
    }

    @Test
    void clientThatDoesNotConfirmIsForgottenAndItsSecretsErased() {
        byte[] request = pair.provedRequest(START_NS);
        Packet.KeyRep reply = (Packet.KeyRep) HandshakeFixture.decode(pair.keyRep(request, START_NS));
        HalfOpen halfOpen = pair.server.halfOpen(reply.cid());
        assertNotNull(halfOpen);
        SessionSecrets secrets = halfOpen.secrets();
        assertEquals(START_NS + HALF_OPEN_NS, pair.server.nextTimeoutNs());

        pair.server.onTimeout(START_NS + HALF_OPEN_NS - 1);
        assertNotNull(pair.server.halfOpen(reply.cid()));
        pair.server.onTimeout(START_NS + HALF_OPEN_NS);
        assertNull(pair.server.halfOpen(reply.cid()));
        assertTrue(secrets.exporter().isErased());
        assertEquals(0, pair.server.halfOpenCount());
        HandshakeFixture.task(pair.offer(request, START_NS + HALF_OPEN_NS));
    }

    @Test
    void workThatComesBackTooLateIsThrownAway() {
        KeyAgreement task = HandshakeFixture.task(pair.offer(pair.provedRequest(START_NS), START_NS));

        assertNull(pair.server.onAgreed(task.run(), START_NS + HALF_OPEN_NS));
        assertEquals(1, pair.server.dropCount(HandshakeDrop.ABANDONED));
        assertEquals(0, pair.server.halfOpenCount());
    }

    @Test
    void confirmedSecretsOutliveTheTable() {
        byte[] request = pair.provedRequest(START_NS);
        Packet.KeyRep reply = (Packet.KeyRep) HandshakeFixture.decode(pair.keyRep(request, START_NS));
        HalfOpen confirmed = pair.server.confirm(reply.cid());
        assertNotNull(confirmed);
        pair.server.onTimeout(START_NS + HALF_OPEN_NS);

        assertEquals(false, confirmed.secrets().exporter().isErased());
        assertEquals(NanoClock.NEVER_NS, pair.server.nextTimeoutNs());
    }

    @Test
    void otherVersionsAndSuitesAreDropped() {
        Packet.KeyReq ours = HandshakeFixture.request(pair.provedRequest(START_NS));

        assertEquals(HandshakeDrop.UNKNOWN_VERSION, offered(request(ours, 0, "H1")));
        assertEquals(HandshakeDrop.UNKNOWN_VERSION, offered(request(ours, 2, "H1")));
        assertEquals(HandshakeDrop.NO_COMMON_SUITE, offered(request(ours, 1, "H2")));
        assertEquals(0, pair.server.halfOpenCount());
    }

    @Test
    void datagramOfAnotherLengthIsDropped() {
        byte[] request = pair.provedRequest(START_NS);
        byte[] longer = Arrays.copyOf(request, Limits.KEY_REQ_BYTES + 1);
        HandshakeStep step =
                pair.server.onKeyReq(HandshakeFixture.request(request), longer, HandshakeFixture.ADDRESS, START_NS);

        assertEquals(HandshakeDrop.WRONG_LENGTH, HandshakeFixture.dropped(step));
    }

    @Test
    void worthlessKeysAreDroppedWithoutAReply() {
        Packet.KeyReq ours = HandshakeFixture.request(pair.provedRequest(START_NS));
        Packet.KeyReq noRsa =
                new Packet.KeyReq(1, List.of("H1"), ours.random(), random(294), ours.x25519(), ours.cookie());
        Packet.KeyReq lowOrder = new Packet.KeyReq(
                1, List.of("H1"), ours.random(), ours.rsa(), Bytes.copyOf(new byte[32]), ours.cookie());
        for (Packet.KeyReq request : List.of(noRsa, lowOrder)) {
            byte[] datagram = PacketCodec.encode(request);
            assertNull(pair.server.onAgreed(
                    HandshakeFixture.task(pair.offer(datagram, START_NS)).run(), START_NS));
        }
        assertEquals(1, pair.server.dropCount(HandshakeDrop.BAD_RSA_KEY));
        assertEquals(1, pair.server.dropCount(HandshakeDrop.BAD_X25519_KEY));
        assertEquals(0, pair.server.halfOpenCount());
    }

    @Test
    void foreignCookieGetsAnotherRetryAndNoWork() {
        byte[] proved = pair.provedRequest(START_NS);
        Packet.KeyReq request = HandshakeFixture.request(proved);
        PeerAddress elsewhere = new PeerAddress(HandshakeFixture.ADDRESS.ip(), 40_001);

        HandshakeStep step = pair.server.onKeyReq(request, proved, elsewhere, START_NS);
        assertInstanceOf(Packet.KeyRetry.class, HandshakeFixture.decode(HandshakeFixture.reply(step)));
        assertEquals(0, pair.server.halfOpenCount());
    }

    @Test
    void halfOpenConnectionsAreBounded() {
        ServerHandshakeConfig small =
                new ServerHandshakeConfig(1000, 1000, 100, 3, HALF_OPEN_NS, TimeUnit.SECONDS.toNanos(120));
        ServerHandshake server = new ServerHandshake(pair.identity, small, new SeededRandom(1));
        for (int i = 0; i < 3; i++) {
            HandshakeFixture.task(proved(server, i, START_NS));
        }

        assertEquals(HandshakeDrop.TOO_MANY_HALF_OPEN, HandshakeFixture.dropped(proved(server, 3, START_NS)));
        assertEquals(3, server.halfOpenCount());
        HandshakeFixture.task(proved(server, 4, START_NS + HALF_OPEN_NS));
        assertEquals(1, server.halfOpenCount());
    }

    @Test
    void floodWithoutCookiesKeepsNobodyWithACookieOut() {
        byte[] proved = pair.provedRequest(START_NS);
        byte[] unproved = PacketCodec.encode(HandshakeFixture.request(proved).withCookie(random(21)));
        int answeredCount = 0;
        for (int i = 0; i < 1000; i++) {
            answeredCount += pair.offer(unproved, START_NS) instanceof HandshakeStep.Reply ? 1 : 0;
        }

        // One went to the client of provedRequest.
        assertEquals(199, answeredCount);
        assertEquals(801, pair.server.dropCount(HandshakeDrop.RATE_LIMITED));
        HandshakeFixture.task(pair.offer(proved, START_NS));
    }

    @Test
    void floodWithACookieIsLimitedToo() {
        byte[] proved = pair.provedRequest(START_NS);
        for (int i = 0; i < 300; i++) {
            pair.offer(proved, START_NS);
        }

        assertEquals(100, pair.server.dropCount(HandshakeDrop.RATE_LIMITED_PROVEN));
    }

    private static HandshakeStep proved(ServerHandshake server, long seed, long nowNs) {
        ClientHandshake client =
                new ClientHandshake(TestKeys.client(seed), null, HandshakeConfig.STANDARD, new SeededRandom(seed));
        client.start(nowNs);
        byte[] asking = client.pollTransmit(nowNs);
        assertNotNull(asking);
        HandshakeStep retry =
                server.onKeyReq(HandshakeFixture.request(asking), asking, HandshakeFixture.ADDRESS, nowNs);
        client.onPacket(HandshakeFixture.decode(HandshakeFixture.reply(retry)), nowNs);
        byte[] proving = client.pollTransmit(nowNs);
        assertNotNull(proving);
        return server.onKeyReq(HandshakeFixture.request(proving), proving, HandshakeFixture.ADDRESS, nowNs);
    }

    private HandshakeDrop offered(Packet.KeyReq request) {
        return HandshakeFixture.dropped(pair.offer(PacketCodec.encode(request), START_NS));
    }

    private static Packet.KeyReq request(Packet.KeyReq ours, int version, String suite) {
        return new Packet.KeyReq(version, List.of(suite), ours.random(), ours.rsa(), ours.x25519(), ours.cookie());
    }

    private static Bytes random(int length) {
        return Bytes.takingOver(RANDOM.bytes(length));
    }
}
