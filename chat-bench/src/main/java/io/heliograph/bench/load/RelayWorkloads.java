package io.heliograph.bench.load;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.connection.ClientEndpoint;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecureRandoms;
import io.heliograph.common.handshake.ClientHandshakeKeys;
import io.heliograph.common.message.Body;
import io.heliograph.common.net.UdpTransport;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What a relay in a process of its own does for many clients: deliveries a second, and the latency of a line. */
public final class RelayWorkloads {
    private static final int LINE_BYTES = 200;
    private static final int RSA_BITS = 2_048;
    private static final long LIMIT_MS = 120_000;
    private static final int WINDOW_POSTS = 64;
    private static final int STAMP_CHARS = 16;

    private final RandomSource random = SecureRandoms.system();
    private final List<Long> latenciesNs = new ArrayList<>();
    private long arrivedCount;

    /** Every line of one speaker goes to all others in the room; as many as the relay takes. */
    public String fanOut(int clients, int lines) throws IOException {
        try (RelayProcess relay = RelayProcess.start();
                LoadLoop loop = new LoadLoop(relay.address())) {
            List<LoadClient> members = join(relay, loop, clients, 1);
            LoadClient speaker = members.get(0);
            long expected = (long) lines * (clients - 1);
            double cpuBefore = relay.cpuSeconds();
            long startNs = loop.nowNs();
            int[] posted = {0};
            loop.beforeEachTurn(speaker, () -> {
                while (posted[0] < lines && posted[0] - speaker.answeredCount() < WINDOW_POSTS) {
                    speaker.post(line(), loop.nowNs());
                    posted[0]++;
                }
            });
            boolean complete = loop.runUntil(() -> arrivedCount >= expected, LIMIT_MS);
            double seconds = (loop.nowNs() - startNs) / 1e9;
            double relayCpu = relay.cpuSeconds() - cpuBefore;
            return String.format(
                    Locale.ROOT,
                    "fan-out    %d clients in one room: %,.0f deliveries/s (%d of %d in %.1f s,"
                            + " relay cpu %.1f s, %.1f us a delivery)%s",
                    clients,
                    arrivedCount / seconds,
                    arrivedCount,
                    expected,
                    seconds,
                    relayCpu,
                    relayCpu * 1e6 / Math.max(1, arrivedCount),
                    complete ? "" : " INCOMPLETE");
        }
    }

    /** Each client says a line a second; how long until the others have it. */
    public String latency(int clients, int rooms, int seconds) throws IOException {
        try (RelayProcess relay = RelayProcess.start();
                LoadLoop loop = new LoadLoop(relay.address())) {
            List<LoadClient> members = join(relay, loop, clients, rooms);
            long gapNs = TimeUnit.SECONDS.toNanos(1) / clients;
            long endNs = loop.nowNs() + TimeUnit.SECONDS.toNanos(seconds);
            int speaker = 0;
            for (long nextNs = loop.nowNs(); nextNs < endNs; nextNs += gapNs) {
                long dueNs = nextNs;
                loop.runUntil(() -> loop.nowNs() >= dueNs, LIMIT_MS);
                LoadClient client = members.get(speaker++ % clients);
                client.post(line(), loop.nowNs());
                loop.flush(client);
            }
            loop.runUntil(() -> false, 500);
            return "latency    " + clients + " clients in " + rooms + " rooms, 1 line/s each: " + percentiles();
        }
    }

    private List<LoadClient> join(RelayProcess relay, LoadLoop loop, int clients, int rooms) throws IOException {
        List<LoadClient> members = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            ClientEndpoint endpoint =
                    new ClientEndpoint(LoadConfig.endpoint(), UdpTransport.toPeer(relay.address()), null, random);
            LoadDevice device = new LoadDevice(endpoint, random, () -> ClientHandshakeKeys.generate(RSA_BITS, random));
            LoadClient client = new LoadClient("load-" + i, "#room-" + i % rooms, device, this::onLine);
            members.add(client);
            loop.add(client);
        }
        if (!loop.runUntil(() -> members.stream().allMatch(LoadClient::isJoined), LIMIT_MS)) {
            throw new IOException("not all clients got in");
        }
        loop.runUntil(() -> false, 200);
        return members;
    }

    private void onLine(Bytes body) {
        arrivedCount++;
        // The stamp stands at the end of the text, before the empty reply: the time at which the line was posted, on
        // this process's clock.
        byte[] octets = body.asReadOnlyArray();
        String stamp = new String(octets, octets.length - STAMP_CHARS - 1, STAMP_CHARS, StandardCharsets.US_ASCII);
        latenciesNs.add(System.nanoTime() - Long.parseUnsignedLong(stamp, 16));
    }

    private static Bytes line() {
        String stamp = String.format(Locale.ROOT, "%016x", System.nanoTime());
        return MessageCodec.encode(new Body.Text("x".repeat(LINE_BYTES - STAMP_CHARS) + stamp, 0));
    }

    private String percentiles() {
        long[] sorted = latenciesNs.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return "nothing arrived";
        }
        return String.format(
                Locale.ROOT,
                "p50 %.2f ms, p99 %.2f ms, max %.2f ms over %d deliveries",
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6,
                sorted[sorted.length - 1] / 1e6,
                sorted.length);
    }
}
