package io.heliograph.common.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.testing.Faults;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.testing.SimulatedDatagram;
import io.heliograph.common.testing.SimulatedEndpoint;
import io.heliograph.common.testing.SimulatedNetwork;
import io.heliograph.common.testing.TestKeys;
import io.heliograph.common.util.PeerAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Handshakes over bad paths in virtual time. */
class HandshakeSimulationTest {
    private static final PeerAddress SERVER = SimulatedNetwork.address(1, 12_345);
    private static final long LIMIT_NS = TimeUnit.SECONDS.toNanos(15);

    /** A server that runs its agreements at once. */
    private static final class ServerEnd implements SimulatedEndpoint {
        private final ServerHandshake server =
                new ServerHandshake(TestKeys.identity(1), ServerHandshakeConfig.STANDARD, new SeededRandom(1));
        private final Queue<SimulatedDatagram> replies = new ArrayDeque<>();
        private int taskCount;

        /** To be asked at once: half-open connections are forgotten after a while. */
        void hasTheSameSecrets(ClientHandshakeResult.Established made) {
            HalfOpen theirs = server.halfOpen(made.cid());
            assertNotNull(theirs, "the server has forgotten a client");
            assertEquals(theirs.secrets().exporter(), made.secrets().exporter());
        }

        @Override
        public void onDatagram(PeerAddress from, byte[] bytes, long nowNs) {
            Packet packet = decode(bytes);
            if (packet instanceof Packet.KeyReq request) {
                HandshakeStep step = server.onKeyReq(request, bytes, from, nowNs);
                if (step instanceof HandshakeStep.Reply reply) {
                    replies.add(new SimulatedDatagram(from, reply.datagram()));
                } else if (step instanceof HandshakeStep.Offload offload) {
                    taskCount++;
                    byte[] keyRep = server.onAgreed(offload.task().run(), nowNs);
                    if (keyRep != null) {
                        replies.add(new SimulatedDatagram(from, keyRep));
                    }
                }
            }
        }

        @Override
        public void onTimeout(long nowNs) {
            server.onTimeout(nowNs);
        }

        @Override
        public @Nullable SimulatedDatagram pollTransmit(long nowNs) {
            return replies.poll();
        }

        @Override
        public long nextTimeoutNs() {
            return server.nextTimeoutNs();
        }
    }

    private static final class ClientEnd implements SimulatedEndpoint {
        private final ServerEnd server;
        private final ClientHandshake client;

        ClientEnd(long seed, ServerEnd server) {
            this.server = server;
            client = new ClientHandshake(
                    TestKeys.client(seed),
                    TestKeys.identity(1).publicKey().fingerprint(),
                    HandshakeConfig.STANDARD,
                    new SeededRandom(seed));
        }

        @Override
        public void onDatagram(PeerAddress from, byte[] bytes, long nowNs) {
            Packet packet = decode(bytes);
            if (packet != null && client.result() == null) {
                client.onPacket(packet, nowNs);
                if (client.result() instanceof ClientHandshakeResult.Established made) {
                    server.hasTheSameSecrets(made);
                }
            }
        }

        @Override
        public void onTimeout(long nowNs) {
            client.onTimeout(nowNs);
        }

        @Override
        public @Nullable SimulatedDatagram pollTransmit(long nowNs) {
            byte[] request = client.pollTransmit(nowNs);
            return request == null ? null : new SimulatedDatagram(SERVER, request);
        }

        @Override
        public long nextTimeoutNs() {
            return client.nextTimeoutNs();
        }
    }

    /** Twenty clients and a server. */
    private static final class Run {
        private final SimulatedNetwork network;
        private final ServerEnd server = new ServerEnd();
        private final List<ClientEnd> clients = new ArrayList<>();

        Run(long seed, Faults faults) {
            network = new SimulatedNetwork(seed, faults);
            network.attach(SERVER, server);
            for (int i = 0; i < 20; i++) {
                ClientEnd client = new ClientEnd(seed * 100 + i, server);
                clients.add(client);
                network.attach(SimulatedNetwork.address(2 + i, 40_000), client);
                client.client.start(0);
            }
        }

        void finish() {
            network.runUntil(() -> clients.stream().allMatch(end -> end.client.result() != null), LIMIT_NS);
        }

        long failedCount() {
            return clients.stream()
                    .filter(end -> end.client.result() instanceof ClientHandshakeResult.Failed)
                    .count();
        }

        void everybodyHasKeys() {
            for (ClientEnd end : clients) {
                assertInstanceOf(
                        ClientHandshakeResult.Established.class,
                        end.client.result(),
                        () -> network.describe("a client without keys"));
            }
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 25);
    }

    static Stream<Faults> badPaths() {
        return Stream.of(
                Faults.none().withLossPercent(30),
                Faults.none().withCorruptPercent(30),
                Faults.none().withDelayMs(750, 750),
                Faults.none().withDelayMs(10, 900).withDuplicatePercent(30).withLossPercent(20));
    }

    @ParameterizedTest
    @MethodSource("badPaths")
    void everybodyGetsInWithinFifteenSeconds(Faults faults) {
        seeds().forEach(seed -> {
            Run run = new Run(seed, faults);
            run.finish();
            run.everybodyHasKeys();
        });
    }

    /** Bursts of three on average, 30 % in all, both ways: what an attempt cannot survive, the next one does. */
    @Test
    void burstsOfLossKeepFewerThanOneInAHundredOut() {
        long failedCount = seeds().map(seed -> {
                    Run run = new Run(seed, Faults.none().withBursts(14, 33));
                    run.finish();
                    return run.failedCount();
                })
                .sum();

        assertTrue(failedCount < 5, failedCount + " of 500 failed");
    }

    @Test
    void cleanPathTakesFourDatagramsEach() {
        Run run = new Run(1, Faults.none());
        run.finish();
        run.everybodyHasKeys();

        assertEquals(20 * 4, run.network.sentCount());
        assertEquals(TimeUnit.MILLISECONDS.toNanos(80), run.network.nowNs());
    }

    @Test
    void longPathCostsFewRepetitionsAndNoSecondAgreement() {
        Run run = new Run(1, Faults.none().withDelayMs(750, 750));
        run.finish();

        assertEquals(20, run.server.taskCount);
        assertTrue(run.network.sentCount() <= 20 * 18, "sent " + run.network.sentCount());
    }

    @Test
    void doubledDatagramsCostNoSecondAgreement() {
        Run run = new Run(1, Faults.none().withDuplicatePercent(100));
        run.finish();

        assertEquals(20, run.server.taskCount);
    }

    @Test
    void deadPathEndsInATimeout() {
        Run run = new Run(1, Faults.none().withLossPercent(100));
        run.finish();

        for (ClientEnd end : run.clients) {
            assertEquals(new ClientHandshakeResult.Failed(HandshakeFailure.TIMED_OUT, null), end.client.result());
        }
    }

    @Test
    void sameSeedGivesTheSameTrace() {
        Faults faults = Faults.none().withLossPercent(30).withDelayMs(5, 200);
        Run one = new Run(7, faults);
        Run other = new Run(7, faults);
        one.finish();
        other.finish();

        assertEquals(one.network.traceHash(), other.network.traceHash());
    }

    private static @Nullable Packet decode(byte[] bytes) {
        try {
            return PacketCodec.decode(bytes, bytes.length);
        } catch (MalformedException e) {
            return null;
        }
    }
}
