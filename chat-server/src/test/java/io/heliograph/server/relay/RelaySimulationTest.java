package io.heliograph.server.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.record.RekeyPolicy;
import io.heliograph.common.testing.Faults;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.testing.SimulatedNetwork;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Whole conversations over a relay: handshakes, records, channels and rules together, in virtual time. */
class RelaySimulationTest {
    private static final long FIRST_SEED = Long.getLong("sim.seed", 1);
    private static final int RUNS = Integer.getInteger("sim.runs", 10);
    private static final PeerAddress RELAY = SimulatedNetwork.address(1, 12_345);
    private static final long SECOND_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long LINE_GAP_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);

    @Test
    void everyLineArrivesOnceAndInItsSendersOrder() {
        forEachSeed(seed -> {
            Run run = new Run(seed, badPath(), 4);
            run.everybodyEnters();
            run.everybodySays(60);
            run.settles(3 * MINUTE_NS);
            run.assertEverybodyHeardEverything();
        });
    }

    @Test
    void aFortyPercentLossOnlyDelays() {
        forEachSeed(seed -> {
            Run run = new Run(seed, Faults.none().withLossPercent(40).withDelayMs(50, 50), 3);
            run.everybodyEnters();
            run.everybodySays(30);
            run.settles(10 * MINUTE_NS);
            run.assertEverybodyHeardEverything();
        });
    }

    @Test
    void anOutageOfFiveSecondsInEverySevenNeedsNoNewHandshake() {
        forEachSeed(seed -> {
            Run run = new Run(seed, Faults.none(), 3);
            run.everybodyEnters();
            run.network.setPeriodicOutage(7 * SECOND_NS, 2 * SECOND_NS);
            run.everybodySays(40);
            run.settles(5 * MINUTE_NS);
            run.assertEverybodyHeardEverything();
            run.clients.forEach(client -> assertEquals(1, client.connectionCount, run.label()));
        });
    }

    @Test
    void aClientWhosePortChangesEveryFiveSecondsIsFollowed() {
        forEachSeed(seed -> {
            Run run = new Run(seed, Faults.none().withLossPercent(5), 2);
            run.everybodyEnters();
            for (int i = 0; i < 8; i++) {
                PeerAddress from = SimulatedNetwork.address(10, 1_000 + i);
                PeerAddress to = SimulatedNetwork.address(10, 1_001 + i);
                run.network.schedule(run.network.nowNs() + i * (5 * SECOND_NS), () -> run.network.rebind(from, to));
            }
            run.everybodySays(80);
            run.settles(3 * MINUTE_NS);
            run.assertEverybodyHeardEverything();
            run.clients.forEach(client -> assertEquals(1, client.connectionCount, run.label()));
        });
    }

    @Test
    void aRelayThatIsKilledLosesNothingAndDoublesNothing() {
        forEachSeed(seed -> {
            Run run = new Run(seed, Faults.none().withLossPercent(10), 3);
            run.everybodyEnters();
            for (int kill = 0; kill < 3; kill++) {
                long atNs = run.network.nowNs() + kill * (30 * SECOND_NS) + 300_000_000L;
                run.network.schedule(atNs, run.relay::kill);
                run.network.schedule(atNs + 2 * SECOND_NS, run.relay::startAgain);
            }
            run.everybodySays(50);
            run.network.runFor(40 * SECOND_NS);
            run.everybodySays(20);
            run.settles(5 * MINUTE_NS);
            run.everybodySays(5);
            run.settles(5 * MINUTE_NS);
            run.assertEverybodyHeardEverything();
        });
    }

    @Test
    void aFileComesThroughWholeWhateverDiesMeanwhile() {
        List<Integer> resumed = new ArrayList<>();
        forSeeds(Math.max(1, RUNS / 2), seed -> {
            Run run = new Run(seed, Faults.none().withLossPercent(10), 2);
            SimCourier courier = run.courier(3_000_001);
            run.everybodyEnters();
            for (int kill = 0; kill < 3; kill++) {
                long atNs = run.network.nowNs() + kill * (10 * SECOND_NS) + 700_000_000L;
                run.network.schedule(atNs, run.relay::kill);
                run.network.schedule(atNs + SECOND_NS, run.relay::startAgain);
            }
            run.network.runUntil(courier::isThrough, run.network.nowNs() + 5 * MINUTE_NS);
            assertEquals(run.contentOf(3_000_001), courier.fetched(), run.label());
            resumed.add(courier.resumedCount);
        });
        assertTrue(resumed.stream().anyMatch(count -> count > 0), "nothing was resumed: " + resumed);
    }

    @Test
    void aLineIsNotHeldUpByAFile() {
        forSeeds(Math.max(1, RUNS / 10), seed -> {
            // 4 Mbit/s: the file would keep the path busy for half a minute.
            Run run = new Run(seed, Faults.none().withDelayMs(20, 20).withRate(500_000, 64_000), 2);
            SimCourier courier = run.courier(8_000_000);
            run.everybodyEnters();
            run.network.runFor(3 * SECOND_NS);
            SimClient busy = run.clients.get(0);
            for (int line = 0; line < 20; line++) {
                run.clients.get(1).say("line " + line, run.network.nowNs());
                int expected = line + 1;
                long saidNs = run.network.nowNs();
                run.network.runUntil(() -> busy.heard.size() == expected, saidNs + 10 * SECOND_NS);
                long ms = TimeUnit.NANOSECONDS.toMillis(run.network.nowNs() - saidNs);
                assertTrue(ms < 400, run.label() + ": line " + line + " took " + ms + " ms");
                run.network.runFor(SECOND_NS / 2);
            }
            assertTrue(!courier.isThrough(), run.label() + ": the path was not busy all the time");
        });
    }

    @Test
    void keysChangeInMidConversation() {
        RekeyPolicy early = new RekeyPolicy(
                TimeUnit.SECONDS.toNanos(2),
                200,
                1 << 20,
                TimeUnit.HOURS.toNanos(2),
                1 << 24,
                TimeUnit.SECONDS.toNanos(5));
        forEachSeed(seed -> {
            Run run = new Run(seed, badPath(), 2, early);
            run.everybodyEnters();
            for (int i = 0; i < 8; i++) {
                run.everybodySays(20);
                run.settles(MINUTE_NS);
                run.network.runFor(3 * SECOND_NS);
            }
            run.assertEverybodyHeardEverything();
            long epoch = run.clients.get(0).epoch();
            assertTrue(epoch >= 3, run.label() + " epoch " + epoch);
        });
    }

    @Test
    void aSeedReplaysToTheSameTrace() {
        long first = traceOf(7);
        assertEquals(first, traceOf(7));
        assertTrue(first != traceOf(8));
    }

    private static long traceOf(long seed) {
        Run run = new Run(seed, badPath(), 3);
        run.everybodyEnters();
        run.everybodySays(20);
        run.settles(2 * MINUTE_NS);
        return run.network.traceHash();
    }

    private static Faults badPath() {
        return Faults.none().withLossPercent(20).withDuplicatePercent(10).withDelayMs(40, 60);
    }

    private interface OneRun {
        void run(long seed);
    }

    private static void forEachSeed(OneRun test) {
        forSeeds(RUNS, test);
    }

    private static void forSeeds(int count, OneRun test) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + count; seed++) {
            test.run(seed);
        }
    }

    /** One relay and some people. */
    private static final class Run {
        final SimulatedNetwork network;
        final SimRelay relay;
        final List<SimClient> clients = new ArrayList<>();
        private final long seed;
        private int saidCount;

        Run(long seed, Faults faults, int people) {
            this(seed, faults, people, RekeyPolicy.STANDARD);
        }

        Run(long seed, Faults faults, int people, RekeyPolicy rekey) {
            this.seed = seed;
            SeededRandom random = new SeededRandom(seed);
            IdentityKeyPair identity = IdentityKeyPair.generate(random);
            network = new SimulatedNetwork(seed, faults);
            relay = new SimRelay(identity, rekey, random);
            network.attach(RELAY, relay);
            for (int i = 0; i < people; i++) {
                SimClient client =
                        new SimClient("person-" + i, RELAY, identity.publicKey().fingerprint(), rekey, random);
                clients.add(client);
                network.attach(SimulatedNetwork.address(10 + i, 1_000), client);
            }
        }

        /** The first of them has a file to bring and to fetch. */
        SimCourier courier(int bytes) {
            byte[] blob = new byte[16];
            blob[0] = (byte) seed;
            SimCourier courier = new SimCourier(Bytes.copyOf(blob), contentOf(bytes));
            clients.get(0).courier = courier;
            return courier;
        }

        Bytes contentOf(int bytes) {
            return Bytes.takingOver(new SeededRandom(seed).bytes(bytes));
        }

        String label() {
            return "sim.seed=" + seed;
        }

        void everybodyEnters() {
            clients.forEach(client -> client.start(network.nowNs()));
            network.runUntil(() -> clients.stream().allMatch(SimClient::isInRoom), 2 * MINUTE_NS);
        }

        void everybodySays(int lines) {
            for (int line = 0; line < lines; line++) {
                for (SimClient client : clients) {
                    String text = "line " + (saidCount + line);
                    network.schedule(network.nowNs() + line * LINE_GAP_NS, () -> client.say(text, network.nowNs()));
                }
            }
            saidCount += lines;
            network.runFor(lines * LINE_GAP_NS);
        }

        void settles(long withinNs) {
            long limitNs = network.nowNs() + withinNs;
            network.runUntil(() -> clients.stream().allMatch(SimClient::isAnswered), limitNs);
            network.runFor(20 * SECOND_NS);
        }

        void assertEverybodyHeardEverything() {
            for (SimClient listener : clients) {
                for (SimClient speaker : clients) {
                    if (speaker != listener) {
                        assertEquals(expectedFrom(0), heardFrom(listener, speaker), label() + " " + listener.name);
                    }
                }
            }
        }

        private List<String> expectedFrom(int first) {
            List<String> lines = new ArrayList<>();
            for (int line = first; line < saidCount; line++) {
                lines.add("line " + line);
            }
            return lines;
        }

        private static List<String> heardFrom(SimClient listener, SimClient speaker) {
            String prefix = speaker.name + ": ";
            return listener.heard.stream()
                    .filter(line -> line.startsWith(prefix))
                    .map(line -> line.substring(prefix.length()))
                    .toList();
        }
    }
}
