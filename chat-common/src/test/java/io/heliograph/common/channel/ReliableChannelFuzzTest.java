package io.heliograph.common.channel;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.heliograph.common.codec.FrameCodec;
import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.util.Bytes;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A peer whose tag is right and who sends anything at any time: the channel never throws, holds no more than it may and
 * never spins.
 */
class ReliableChannelFuzzTest {
    private static final int MAX_STEPS = 400;
    private static final long MAX_PAUSE_NS = 300_000_000L;

    static long[] seeds() {
        Long replay = Long.getLong("sim.seed");
        return replay != null
                ? new long[] {replay}
                : new Random(99).longs(Integer.getInteger("sim.runs", 300)).toArray();
    }

    @FuzzTest(maxDuration = "10m")
    void takesAnything(byte[] script) {
        Script steps = new Script(script);
        for (int i = 0; i < MAX_STEPS && steps.hasMore(); i++) {
            steps.play();
        }
        steps.assertBounded();
    }

    /** The same by seeds, with frames that are well formed more often than not. */
    @ParameterizedTest
    @MethodSource("seeds")
    void takesWellFormedNonsense(long seed) {
        Random random = new Random(seed);
        byte[] script = new byte[6_000];
        random.nextBytes(script);
        int at = 0;
        while (at < script.length - 32) {
            script[at] = (byte) random.nextInt(4); // a record more often than anything else
            at = at + 3 + writeFrame(script, at + 3, random);
        }
        takesAnything(script);
    }

    private static int writeFrame(byte[] script, int at, Random random) {
        int small = random.nextInt(24);
        byte[] frame =
                switch (random.nextInt(5)) {
                    case 0 -> new byte[] {(byte) 0x84, 2, 0, (byte) small, (byte) random.nextInt(small + 1)};
                    case 1 -> new byte[] {(byte) 0x84, 3, (byte) random.nextInt(8), (byte) small, 0x41, 7};
                    case 2 ->
                        new byte[] {
                            (byte) 0x86,
                            4,
                            1,
                            (byte) random.nextInt(4),
                            (byte) random.nextInt(4),
                            (byte) (2 + small / 6),
                            0x42,
                            1,
                            2
                        };
                    case 3 -> new byte[] {(byte) 0x82, 5, 0x41, 9};
                    default -> new byte[] {(byte) 0x81, 1};
                };
        script[at - 1] = (byte) frame.length;
        System.arraycopy(frame, 0, script, at, frame.length);
        return frame.length;
    }

    /** Octets read as a sequence of what may happen to a channel. */
    private static final class Script {
        private final byte[] octets;
        private ReliableChannel channel = newChannel();
        private int at;
        private long nowNs;
        private long seq;

        Script(byte[] octets) {
            this.octets = octets;
        }

        private static ReliableChannel newChannel() {
            return new ReliableChannel(
                    ChannelConfig.defaults().withReceiveBytes(10_000).withTrace(true), new RateBased());
        }

        boolean hasMore() {
            return at < octets.length;
        }

        void play() {
            int what = next() % 8;
            nowNs += next() * (MAX_PAUSE_NS / 256);
            switch (what) {
                case 4 -> channel.send(next() % 8, Bytes.takingOver(new byte[1 + next() * 20]));
                case 5 -> channel.sendDatagram(Bytes.takingOver(new byte[1 + next()]));
                case 6 -> channel.probeNow(nowNs);
                case 7 -> channel.onPathChanged(next() % 2 == 0, nowNs);
                default -> receive();
            }
            drain();
            assertBounded();
            if (channel.violation() != null) {
                channel = newChannel(); // the connection would close; go on with the rest
            }
        }

        void assertBounded() {
            assertTrue(channel.heldBytes() <= 10_000);
            assertTrue(channel.spanUsedBytes() <= ChannelConfig.defaults().spanBytes());
            assertTrue(channel.backlogBytes() >= 0);
        }

        private void receive() {
            int length = Math.min(next(), octets.length - at);
            byte[] plaintext = new byte[length];
            System.arraycopy(octets, at, plaintext, 0, length);
            at += length;
            try {
                seq += 1 + length % 3;
                channel.onRecord(seq, FrameCodec.decode(plaintext, length), nowNs);
            } catch (MalformedException expected) {
                seq++; // the connection would close
            }
        }

        private void drain() {
            if (channel.nextTimeoutNs() <= nowNs) {
                channel.onTimeout(nowNs);
            }
            while (channel.pollTransmit(nowNs) != null) {}
            assertTrue(channel.nextTimeoutNs() > nowNs, "spins");
            while (channel.pollDelivered() != null) {}
            while (channel.pollDatagram() != null) {}
        }

        private int next() {
            return at < octets.length ? octets[at++] & 0xFF : 0;
        }
    }
}
