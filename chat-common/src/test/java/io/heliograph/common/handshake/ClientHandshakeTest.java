package io.heliograph.common.handshake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.packet.RecordKind;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.testing.TestKeys;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every packet in every state, and everything that must not lead to keys. */
class ClientHandshakeTest {
    private static final SeededRandom RANDOM = new SeededRandom(55);
    private static final long START_NS = HandshakeFixture.START_NS;
    private static final long MS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long TIMEOUT_NS = HandshakeConfig.STANDARD.timeoutNs();

    private final HandshakeFixture pair = new HandshakeFixture();

    @Test
    void nothingIsSentBeforeTheStart() {
        assertNull(pair.client.pollTransmit(START_NS));
        assertEquals(NanoClock.NEVER_NS, pair.client.nextTimeoutNs());
        pair.client.start(START_NS);
        assertEquals(START_NS, pair.client.nextTimeoutNs());
        assertNotNull(pair.client.pollTransmit(START_NS));
        assertThrows(IllegalStateException.class, () -> pair.client.start(START_NS));
    }

    @Test
    void repetitionsAreTheSameDatagramAtGrowingIntervals() {
        pair.client.start(0);
        byte[] first = pair.transmitted(0);
        List<Long> intervalsMs = new ArrayList<>();
        long nowNs = 0;
        while (pair.client.nextTimeoutNs() < TIMEOUT_NS) {
            long nextNs = pair.client.nextTimeoutNs();
            assertNull(pair.client.pollTransmit(nextNs - 1));
            assertArrayEquals(first, pair.transmitted(nextNs));
            intervalsMs.add((nextNs - nowNs) / MS);
            nowNs = nextNs;
        }
        long[] bases = {400, 500, 500, 500, 500};
        for (int i = 0; i < bases.length; i++) {
            long intervalMs = intervalsMs.get(i);
            assertTrue(intervalMs >= bases[i] && intervalMs <= bases[i] * 12 / 10, "interval " + i + ": " + intervalMs);
        }
    }

    @Test
    void givesUpAfterFifteenSeconds() {
        pair.client.start(0);
        pair.client.onTimeout(TIMEOUT_NS - 1);
        assertNull(pair.client.result());
        pair.client.onTimeout(TIMEOUT_NS);

        assertEquals(new ClientHandshakeResult.Failed(HandshakeFailure.TIMED_OUT, null), pair.client.result());
        assertEquals(NanoClock.NEVER_NS, pair.client.nextTimeoutNs());
        assertNull(pair.client.pollTransmit(TIMEOUT_NS));
    }

    @Test
    void measuresTheRoundTripOfAnUnrepeatedRequest() {
        pair.client.start(0);
        byte[] retry = HandshakeFixture.reply(pair.offer(pair.transmitted(0), 0));
        assertEquals(0, pair.client.rttNs());
        assertFalse(pair.client.sawRetry());
        pair.client.onPacket(HandshakeFixture.decode(retry), 300 * MS);

        assertTrue(pair.client.sawRetry());
        assertEquals(300 * MS, pair.client.rttNs());
        pair.transmitted(300 * MS);
        // protocol.md 3.4: not before twice the round trip.
        assertTrue(pair.client.nextTimeoutNs() >= 300 * MS + 600 * MS);
    }

    @Test
    void doesNotMeasureWhatItRepeated() {
        pair.client.start(0);
        byte[] retry = HandshakeFixture.reply(pair.offer(pair.transmitted(0), 0));
        pair.transmitted(pair.client.nextTimeoutNs());
        pair.client.onPacket(HandshakeFixture.decode(retry), 700 * MS);

        assertEquals(0, pair.client.rttNs());
    }

    @Test
    void retryForSomebodyElseIsIgnored() {
        pair.client.start(START_NS);
        pair.transmitted(START_NS);
        pair.client.onPacket(new Packet.KeyRetry(random(32), random(21)), START_NS);

        assertEquals(ClientHandshakeState.ASKING, pair.client.state());
        assertNull(pair.client.pollTransmit(START_NS));
    }

    @Test
    void echoOfARetryIsIgnoredAndALaterOneObeyed() {
        byte[] proved = pair.provedRequest(START_NS);
        Bytes ourRandom = HandshakeFixture.request(proved).random();
        pair.client.onPacket(new Packet.KeyRetry(ourRandom, random(21)), START_NS + 999 * MS);
        assertArrayEquals(proved, pair.transmitted(START_NS + 999 * MS));

        Bytes later = random(21);
        pair.client.onPacket(new Packet.KeyRetry(ourRandom, later), START_NS + 1000 * MS);
        assertEquals(
                later,
                HandshakeFixture.request(pair.transmitted(START_NS + 1000 * MS)).cookie());
    }

    @Test
    void obeysNoMoreThanEightRetries() {
        byte[] datagram = pair.provedRequest(START_NS);
        Bytes ourRandom = HandshakeFixture.request(datagram).random();
        int obeyedCount = 1;
        for (int i = 1; i <= 12; i++) {
            long nowNs = START_NS + i * 1000L * MS;
            Bytes cookie = random(21);
            pair.client.onPacket(new Packet.KeyRetry(ourRandom, cookie), nowNs);
            obeyedCount += isLastSentWith(cookie, nowNs) ? 1 : 0;
        }
        assertEquals(8, obeyedCount);
    }

    @Test
    void replyToAnEarlierCookieIsGood() {
        byte[] proved = pair.provedRequest(START_NS);
        byte[] keyRep = pair.keyRep(proved, START_NS);
        long nowNs = START_NS + 2000 * MS;
        pair.client.onPacket(
                new Packet.KeyRetry(HandshakeFixture.request(proved).random(), random(21)), nowNs);
        pair.transmitted(nowNs);
        pair.client.onPacket(HandshakeFixture.decode(keyRep), nowNs);

        assertEquals(pair.identity.publicKey(), pair.established().identity());
    }

    @Test
    void withoutAnExpectedIdentityTheCallerDecides() {
        HandshakeFixture trusting = new HandshakeFixture(null);
        byte[] keyRep = trusting.keyRep(trusting.provedRequest(START_NS), START_NS);
        trusting.client.onPacket(HandshakeFixture.decode(keyRep), START_NS);

        assertEquals(trusting.identity.publicKey(), trusting.established().identity());
    }

    @Test
    void anotherIdentityEndsTheAttemptAndIsShown() {
        HandshakeFixture wary =
                new HandshakeFixture(TestKeys.identity(99).publicKey().fingerprint());
        byte[] keyRep = wary.keyRep(wary.provedRequest(START_NS), START_NS);
        wary.client.onPacket(HandshakeFixture.decode(keyRep), START_NS);

        assertEquals(HandshakeFailure.WRONG_IDENTITY, wary.failed().reason());
        assertEquals(wary.identity.publicKey().fingerprint(), wary.failed().presented());
    }

    @Test
    void everyBitFlipOfAReplyIsRefused() {
        byte[] keyRep = pair.keyRep(pair.provedRequest(START_NS), START_NS);
        for (int at = 0; at < keyRep.length; at++) {
            for (int bit = 0; bit < Byte.SIZE; bit++) {
                byte[] flipped = keyRep.clone();
                flipped[at] ^= (byte) (1 << bit);
                offer(flipped);
                assertEquals(ClientHandshakeState.PROVING, pair.client.state(), "octet " + at + " bit " + bit);
            }
        }
        pair.client.onPacket(HandshakeFixture.decode(keyRep), START_NS);
        assertEquals(ClientHandshakeState.ESTABLISHED, pair.client.state());
    }

    @Test
    void unverifiableAnswersGiveTheTimeoutItsName() {
        Packet.KeyRep genuine = keyRep();
        Packet.KeyRep forged = genuine.signed(random(64));
        pair.client.onPacket(forged, START_NS);
        assertEquals(ClientHandshakeState.PROVING, pair.client.state());
        pair.client.onTimeout(START_NS + TIMEOUT_NS);

        assertEquals(HandshakeFailure.NOT_AUTHENTIC, pair.failed().reason());
    }

    @Test
    void replyBeforeTheCookieIsNotBelieved() {
        pair.client.start(START_NS);
        pair.transmitted(START_NS);
        Packet.KeyRep reply =
                new Packet.KeyRep(random(8), "H1", random(32), random(256), random(32), random(32), random(64));
        pair.client.onPacket(reply, START_NS);
        pair.client.onTimeout(START_NS + TIMEOUT_NS);

        assertEquals(HandshakeFailure.NOT_AUTHENTIC, pair.failed().reason());
    }

    @Test
    void requestChangedOnTheWayIsNoticed() {
        byte[] proved = pair.provedRequest(START_NS);
        Packet.KeyReq ours = HandshakeFixture.request(proved);
        List<Packet.KeyReq> changed = List.of(
                new Packet.KeyReq(1, List.of("H0", "H1"), ours.random(), ours.rsa(), ours.x25519(), ours.cookie()),
                new Packet.KeyReq(1, List.of("H1"), ours.random(), ours.rsa(), random(32), ours.cookie()),
                new Packet.KeyReq(
                        1,
                        List.of("H1"),
                        ours.random(),
                        TestKeys.rsa2048(0).publicKey().spki(),
                        ours.x25519(),
                        ours.cookie()));
        for (Packet.KeyReq request : changed) {
            byte[] onTheWay = PacketCodec.encode(request);
            pair.client.onPacket(HandshakeFixture.decode(pair.keyRep(onTheWay, START_NS)), START_NS);
            assertEquals(ClientHandshakeState.PROVING, pair.client.state());
        }
    }

    @Test
    void suiteThatWasNotOfferedIsRefusedEvenIfSigned() {
        Packet.KeyRep genuine = keyRep();
        pair.client.onPacket(signedAgain(with(genuine, "H0", genuine.wrapped(), genuine.x25519())), START_NS);

        assertEquals(ClientHandshakeState.PROVING, pair.client.state());
    }

    @Test
    void keysThatDoNotWorkEndTheAttempt() {
        Bytes shortSecret = random(256);
        Bytes lowOrder = Bytes.copyOf(new byte[32]);
        Bytes longWrapped = random(384);

        assertEquals(HandshakeFailure.BAD_KEYS, failureFor(shortSecret, null));
        assertEquals(HandshakeFailure.BAD_KEYS, failureFor(longWrapped, null));
        assertEquals(HandshakeFailure.BAD_KEYS, failureFor(null, lowOrder));
    }

    @ParameterizedTest
    @EnumSource(
            value = ClientHandshakeState.class,
            names = {"NEW", "ESTABLISHED", "FAILED"})
    void nothingIsHeardInTheOtherStates(ClientHandshakeState state) {
        HandshakeFixture other = new HandshakeFixture();
        Packet.KeyRep genuine =
                (Packet.KeyRep) HandshakeFixture.decode(other.keyRep(other.provedRequest(START_NS), START_NS));
        ClientHandshake client =
                switch (state) {
                    case NEW -> new HandshakeFixture().client;
                    case ESTABLISHED -> established(other, genuine);
                    default -> abandoned(other);
                };
        ClientHandshakeResult before = client.result();
        for (Packet packet : List.of(genuine, retryFor(3), sealed())) {
            client.onPacket(packet, START_NS);
            client.onTimeout(START_NS + 2 * TIMEOUT_NS);
            assertNull(client.pollTransmit(START_NS));
            assertEquals(state, client.state());
            assertEquals(before, client.result());
        }
    }

    @Test
    void packetsForOthersAreIgnoredWhileItRuns() {
        byte[] proved = pair.provedRequest(START_NS);
        pair.client.onPacket(sealed(), START_NS);
        pair.client.onPacket(HandshakeFixture.request(proved), START_NS);

        assertEquals(ClientHandshakeState.PROVING, pair.client.state());
    }

    private static ClientHandshake established(HandshakeFixture other, Packet.KeyRep genuine) {
        other.client.onPacket(genuine, START_NS);
        return other.client;
    }

    private static ClientHandshake abandoned(HandshakeFixture other) {
        other.client.abandon();
        return other.client;
    }

    private boolean isLastSentWith(Bytes cookie, long nowNs) {
        byte[] datagram = pair.client.pollTransmit(nowNs);
        Bytes sent =
                datagram == null ? null : HandshakeFixture.request(datagram).cookie();
        return sent != null && sent.equals(cookie);
    }

    private static Packet retryFor(long clientSeed) {
        return new Packet.KeyRetry(TestKeys.client(clientSeed).random(), random(21));
    }

    private static Packet sealed() {
        return new Packet.Sealed(RecordKind.DATA, random(8), 0, 0, random(64));
    }

    private HandshakeFailure failureFor(@Nullable Bytes wrapped, @Nullable Bytes x25519) {
        HandshakeFixture fixture = new HandshakeFixture();
        byte[] proved = fixture.provedRequest(START_NS);
        Packet.KeyRep genuine = (Packet.KeyRep) HandshakeFixture.decode(fixture.keyRep(proved, START_NS));
        Packet.KeyRep changed = with(
                genuine,
                "H1",
                wrapped == null ? genuine.wrapped() : wrapped,
                x25519 == null ? genuine.x25519() : x25519);
        fixture.client.onPacket(sign(changed, proved, fixture.identity), START_NS);
        return fixture.failed().reason();
    }

    private Packet.KeyRep keyRep() {
        return (Packet.KeyRep) HandshakeFixture.decode(pair.keyRep(pair.provedRequest(START_NS), START_NS));
    }

    private Packet.KeyRep signedAgain(Packet.KeyRep changed) {
        return sign(changed, pair.transmitted(pair.client.nextTimeoutNs()), pair.identity);
    }

    private static Packet.KeyRep sign(Packet.KeyRep reply, byte[] request, IdentityKeyPair identity) {
        Bytes signed =
                identity.sign(Transcript.signedBy(Transcript.hashOfRequest(request), Transcript.hashOfReply(reply)));
        return reply.signed(signed);
    }

    private static Packet.KeyRep with(Packet.KeyRep reply, String suite, Bytes wrapped, Bytes x25519) {
        return new Packet.KeyRep(
                reply.cid(), suite, reply.random(), wrapped, x25519, reply.identity(), reply.signature());
    }

    private void offer(byte[] datagram) {
        try {
            pair.client.onPacket(PacketCodec.decode(datagram, datagram.length), START_NS);
        } catch (MalformedException e) {
            assertNotNull(e.getMessage());
        }
    }

    private static Bytes random(int length) {
        return Bytes.takingOver(RANDOM.bytes(length));
    }
}
