package io.heliograph.common.channel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.testing.Faults;
import io.heliograph.common.testing.SimulatedNetwork;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long 200-byte lines take, 50 a second, on paths that lose. */
class LatencySimulationTest {
    private static final int MESSAGE_COUNT = 3_000;
    private static final int MESSAGE_BYTES = 200;
    private static final long INTERVAL_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int SEED_COUNT = 5;
    private static final double NS_PER_MS = 1e6;
    private static final int LANE = 1;
    private static final PeerAddress ANN = SimulatedNetwork.address(1, 1);
    private static final PeerAddress BOB = SimulatedNetwork.address(2, 1);

    @ParameterizedTest
    @CsvSource({"0,20,21,24", "1,20,21,43", "5,20,21,45", "10,20,21,66", "20,50,55,130"})
    void aLineIsNotHeldUpByLoss(int lossPercent, int delayMs, int p50Ms, int p99Ms) {
        Faults faults = Faults.none().withLossPercent(lossPercent).withDelayMs(delayMs, delayMs);
        long[] all = new long[0];
        for (int seed = 1; seed <= SEED_COUNT; seed++) {
            long[] some = latenciesNs(faults, seed);
            all = Arrays.copyOf(all, all.length + some.length);
            System.arraycopy(some, 0, all, all.length - some.length, some.length);
        }
        Arrays.sort(all);
        double p50 = all[all.length / 2] / NS_PER_MS;
        double p99 = all[all.length * 99 / 100] / NS_PER_MS;
        double max = all[all.length - 1] / NS_PER_MS;
        String result = String.format("loss %d %%: p50 %.1f p99 %.1f max %.1f ms", lossPercent, p50, p99, max);
        System.out.println(result);
        assertTrue(p50 <= p50Ms && p99 <= p99Ms, result);
    }

    private static long[] latenciesNs(Faults faults, long seed) {
        SimulatedNetwork network = new SimulatedNetwork(seed, faults);
        ChannelEndpoint ann = new ChannelEndpoint(new ReliableChannel(ChannelConfig.defaults(), new RateBased()), BOB);
        ChannelEndpoint bob = new ChannelEndpoint(new ReliableChannel(ChannelConfig.defaults(), new RateBased()), ANN);
        network.attach(ANN, ann);
        network.attach(BOB, bob);
        for (int i = 0; i < MESSAGE_COUNT; i++) {
            long atNs = i * INTERVAL_NS;
            network.schedule(atNs, () -> ann.channel.send(LANE, Bytes.copyOf(message(atNs))));
        }
        network.runUntil(() -> bob.delivered.size() == MESSAGE_COUNT, TimeUnit.MINUTES.toNanos(5));
        return bob.delivered.stream()
                .mapToLong(d -> d.atNs()
                        - ByteBuffer.wrap(d.message().asReadOnlyArray()).getLong())
                .sorted()
                .toArray();
    }

    private static byte[] message(long atNs) {
        return ByteBuffer.allocate(MESSAGE_BYTES).putLong(atNs).array();
    }
}
