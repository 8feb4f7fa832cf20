package io.heliograph.common.channel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.testing.Faults;
import io.heliograph.common.testing.SimulatedDatagram;
import io.heliograph.common.testing.SimulatedEndpoint;
import io.heliograph.common.testing.SimulatedNetwork;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two flows through one bottleneck: what each gets in a minute. NewReno stands for a TCP flow. */
class FairnessSimulationTest {
    private static final PeerAddress ANN = SimulatedNetwork.address(1, 1);
    private static final PeerAddress BOB = SimulatedNetwork.address(2, 1);
    private static final PeerAddress RELAY = SimulatedNetwork.address(3, 1);
    private static final long BYTES_PER_SECOND = 1_250_000;
    private static final long DURATION_NS = TimeUnit.SECONDS.toNanos(60);
    private static final Bytes MESSAGE = Bytes.takingOver(new byte[16_384]);
    private static final int LANE = 3;

    @ParameterizedTest
    @CsvSource({"25_000", "50_000", "100_000", "200_000", "400_000"})
    void rateBasedLeavesATcpFlowItsShare(String queueBytes) {
        double share = share(new RateBased(), new NewReno(), Long.parseLong(queueBytes.replace("_", "")));
        String result = String.format("queue %s bytes: %.2f of the other's", queueBytes, share);
        System.out.println(result);
        assertTrue(share >= 0.5 && share <= 2, result);
    }

    @ParameterizedTest
    @CsvSource({"25_000", "50_000", "100_000", "200_000"})
    void twoRateBasedFlowsShare(String queueBytes) {
        double share = share(new RateBased(), new RateBased(), Long.parseLong(queueBytes.replace("_", "")));
        String result = String.format("queue %s bytes: %.2f of its twin's", queueBytes, share);
        System.out.println(result);
        assertTrue(share >= 0.5 && share <= 2, result);
    }

    private static double share(CongestionController first, CongestionController second, long queueBytes) {
        Faults faults = Faults.none().withDelayMs(20, 20).withRate(BYTES_PER_SECOND, queueBytes);
        SimulatedNetwork network = new SimulatedNetwork(1, Faults.none());
        ChannelEndpoint ann = endpoint(first, RELAY);
        ChannelEndpoint bob = endpoint(second, RELAY);
        Fork relay = new Fork(endpoint(new NewReno(), ANN), endpoint(new NewReno(), BOB));
        network.attach(ANN, ann);
        network.attach(BOB, bob);
        network.attach(RELAY, relay);
        network.setFaults(ANN, RELAY, faults);
        network.setFaults(BOB, RELAY, faults);
        for (int i = 0; i < BYTES_PER_SECOND * 60 / MESSAGE.length(); i++) {
            ann.channel.send(LANE, MESSAGE);
            network.schedule(TimeUnit.MILLISECONDS.toNanos(500), () -> bob.channel.send(LANE, MESSAGE));
        }
        network.runFor(DURATION_NS);
        long total = relay.toAnn.deliveredBytes + relay.toBob.deliveredBytes;
        assertTrue(total > BYTES_PER_SECOND * 60 * 55 / 100, network.describe(total + " bytes in all"));
        return (double) relay.toAnn.deliveredBytes / relay.toBob.deliveredBytes;
    }

    private static ChannelEndpoint endpoint(CongestionController controller, PeerAddress peer) {
        ChannelEndpoint end = new ChannelEndpoint(new ReliableChannel(ChannelConfig.defaults(), controller), peer);
        end.mayKeepDelivered = false;
        return end;
    }

    /** One host with a channel to each of both. */
    private record Fork(ChannelEndpoint toAnn, ChannelEndpoint toBob) implements SimulatedEndpoint {
        @Override
        public void onDatagram(PeerAddress from, byte[] bytes, long nowNs) {
            (from.equals(ANN) ? toAnn : toBob).onDatagram(from, bytes, nowNs);
        }

        @Override
        public void onTimeout(long nowNs) {
            toAnn.onTimeout(nowNs);
            toBob.onTimeout(nowNs);
        }

        @Override
        public @Nullable SimulatedDatagram pollTransmit(long nowNs) {
            SimulatedDatagram datagram = toAnn.pollTransmit(nowNs);
            return datagram == null ? toBob.pollTransmit(nowNs) : datagram;
        }

        @Override
        public long nextTimeoutNs() {
            return Math.min(toAnn.nextTimeoutNs(), toBob.nextTimeoutNs());
        }
    }
}
