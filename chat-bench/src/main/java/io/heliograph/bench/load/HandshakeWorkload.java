package io.heliograph.bench.load;

import io.heliograph.common.codec.MalformedException;
import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.RsaKeyPair;
import io.heliograph.common.crypto.SecureRandoms;
import io.heliograph.common.crypto.X25519KeyPair;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How many key agreements a second a relay answers: request, cookie, request, reply.
 *
 * <p>The generator makes its RSA key once and does not unwrap, so that the relay is what is measured.
 */
public final class HandshakeWorkload {
    private static final int WINDOW = 64;
    private static final int WARM_UP_SECONDS = 3;
    private static final int RSA_BITS = 2_048;
    private static final int RANDOM_BYTES = 32;
    private static final int BUFFER_BYTES = 1_500;
    private static final long SILENCE_NS = TimeUnit.SECONDS.toNanos(2);

    private final RandomSource random = SecureRandoms.system();
    private final Bytes rsa = RsaKeyPair.generate(RSA_BITS).publicKey().spki();
    private final Bytes x25519 = X25519KeyPair.generate(random).publicKey();
    private final Map<Bytes, Packet.KeyReq> open = new HashMap<>();
    private int awaitedReplyCount;
    private long doneCount;

    public String run(int seconds) throws IOException {
        try (RelayProcess relay = RelayProcess.start();
                DatagramChannel channel = DatagramChannel.open();
                Selector selector = Selector.open()) {
            channel.connect(relay.address());
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            measure(channel, selector, WARM_UP_SECONDS);
            doneCount = 0;
            double cpuBefore = relay.cpuSeconds();
            long startNs = System.nanoTime();
            measure(channel, selector, seconds);
            double elapsed = (System.nanoTime() - startNs) / 1e9;
            double relayCpu = relay.cpuSeconds() - cpuBefore;
            return String.format(
                    Locale.ROOT,
                    "handshakes %,.0f/s through a running relay (%d in %.1f s, relay cpu %.1f s, %.0f us each)",
                    doneCount / elapsed,
                    doneCount,
                    elapsed,
                    relayCpu,
                    relayCpu * 1e6 / Math.max(1, doneCount));
        }
    }

    private void measure(DatagramChannel channel, Selector selector, int seconds) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        long heardNs = System.nanoTime();
        for (long nowNs = heardNs; nowNs < endNs; nowNs = System.nanoTime()) {
            while (open.size() + awaitedReplyCount < WINDOW) {
                begin(channel);
            }
            selector.select(1);
            selector.selectedKeys().clear();
            if (receiveAll(channel, buffer) > 0) {
                heardNs = nowNs;
            } else if (nowNs - heardNs > SILENCE_NS) {
                open.clear(); // lost on the way: begin others
                awaitedReplyCount = 0;
                heardNs = nowNs;
            }
        }
        open.clear();
        awaitedReplyCount = 0;
    }

    private int receiveAll(DatagramChannel channel, ByteBuffer buffer) throws IOException {
        int count = 0;
        for (buffer.clear(); channel.read(buffer) > 0; buffer.clear()) {
            byte[] octets = new byte[buffer.flip().remaining()];
            buffer.get(octets);
            onReply(channel, octets);
            count++;
        }
        return count;
    }

    private void begin(DatagramChannel channel) throws IOException {
        Bytes fresh = Bytes.takingOver(random.bytes(RANDOM_BYTES));
        Packet.KeyReq request = new Packet.KeyReq(1, List.of("H1"), fresh, rsa, x25519, null);
        open.put(fresh, request);
        channel.write(ByteBuffer.wrap(PacketCodec.encode(request)));
    }

    private void onReply(DatagramChannel channel, byte[] octets) throws IOException {
        try {
            Packet reply = PacketCodec.decode(octets, octets.length);
            if (reply instanceof Packet.KeyRetry retry) {
                Packet.KeyReq request = open.remove(retry.random());
                if (request != null) {
                    awaitedReplyCount++;
                    channel.write(ByteBuffer.wrap(PacketCodec.encode(request.withCookie(retry.cookie()))));
                }
            } else if (reply instanceof Packet.KeyRep) {
                awaitedReplyCount--;
                doneCount++;
            }
        } catch (MalformedException e) {
            throw new IOException("the relay answered with something else", e);
        }
    }
}
