package io.heliograph.common.channel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.testing.Faults;
import io.heliograph.common.testing.SimulatedNetwork;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long 20 MB take, in virtual time, on paths that lose. */
class BulkSimulationTest {
    private static final int MESSAGE_BYTES = 16_384;
    private static final int LANE = 3;
    private static final PeerAddress ANN = SimulatedNetwork.address(1, 1);
    private static final PeerAddress BOB = SimulatedNetwork.address(2, 1);

    private static final long MIB = 1 << 20;
    private static final int QUEUE_BYTES = 256_000;
    private static final long BYTES_PER_MEGABIT = 125_000;

    /**
     * Without a span in the way: what a user would pick instead needs more. A datagram of 1200 bytes carries 764 of a
     * file, so 5 MB at 20 Mbit/s take 3.1 s at best.
     */
    @ParameterizedTest
    @CsvSource({"0, 20, 800", "1, 20, 1_000", "5, 20, 1_150", "10, 20, 1_200", "20, 50, 5_000"})
    void lossDoesNotStopBulk(int lossPercent, int delayMs, String maxMs) {
        Faults faults = Faults.none().withLossPercent(lossPercent).withDelayMs(delayMs, delayMs);
        assertTakesAtMost(new Transfer(20, 4 * MIB, faults), maxMs);
    }

    /** With the span of protocol.md 5.2, which holds 1 MiB per round trip at best; 1.3 times the first good figure. */
    @ParameterizedTest
    @CsvSource({"0, 20, 1_460", "1, 20, 2_600", "5, 20, 3_200", "10, 20, 3_920", "20, 50, 10_640"})
    void staysWithinItsBudget(int lossPercent, int delayMs, String maxMs) {
        Faults faults = Faults.none().withLossPercent(lossPercent).withDelayMs(delayMs, delayMs);
        assertTakesAtMost(new Transfer(20, MIB, faults), maxMs);
    }

    @Test
    void fillsABottleneck() {
        Faults faults = Faults.none().withLossPercent(1).withRate(20 * BYTES_PER_MEGABIT, QUEUE_BYTES);
        assertTakesAtMost(new Transfer(5, MIB, faults), "3_600");
    }

    /** What is moved, and through what. */
    private record Transfer(int megabytes, long spanBytes, Faults faults) {}

    private static void assertTakesAtMost(Transfer transfer, String maxMs) {
        ChannelEndpoint ann = endpoint(transfer.spanBytes(), BOB);
        ChannelEndpoint bob = endpoint(transfer.spanBytes(), ANN);
        bob.mayKeepDelivered = false;
        SimulatedNetwork network = new SimulatedNetwork(1, transfer.faults());
        network.attach(ANN, ann);
        network.attach(BOB, bob);
        long totalBytes = transfer.megabytes() * 1_000_000L;
        Bytes message = Bytes.takingOver(new byte[MESSAGE_BYTES]);
        for (long sent = 0; sent < totalBytes; sent += MESSAGE_BYTES) {
            ann.channel.send(LANE, message);
        }
        network.runUntil(() -> bob.deliveredBytes >= totalBytes, TimeUnit.MINUTES.toNanos(1));
        long ms = TimeUnit.NANOSECONDS.toMillis(network.nowNs());
        String result = String.format(
                "%d MB, span %d MiB, loss %.0f %%: %d ms, %d records for %d parts",
                transfer.megabytes(),
                transfer.spanBytes() / MIB,
                transfer.faults().lossPermille() / 10.0,
                ms,
                ann.channel.stats().recordsSent(),
                ann.channel.stats().partsSent() - ann.channel.stats().partsRepeated());
        System.out.println(result);
        assertTrue(ms <= Long.parseLong(maxMs.replace("_", "")), network.describe(result));
    }

    private static ChannelEndpoint endpoint(long spanBytes, PeerAddress peer) {
        ChannelConfig config = ChannelConfig.defaults().withSpanBytes(spanBytes).withReceiveBytes(spanBytes);
        return new ChannelEndpoint(new ReliableChannel(config, new RateBased()), peer);
    }
}
