package io.heliograph.bench.secret;

import io.heliograph.bench.load.RelayProcess;
import io.heliograph.bench.proxy.ImpairedProxy;
import io.heliograph.bench.proxy.Impairment;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.common.net.NamedThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedSelectorException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Many devices in one room: what it costs that one comes, that one goes, and what the first message after a change
 * costs beside one without (protocol.md 13.5). Time on this machine, bytes as they cross the wire, both ways.
 */
public final class DevicesWorkload {
    private static final Target ROOM = Target.room("many");
    private static final long LIMIT_S = 300;
    private static final int AT_ONCE = 8;
    private static final long QUIET_MS = 1_500;

    private final ConcurrentHashMap<String, Semaphore> read = new ConcurrentHashMap<>();
    private final Semaphore joined = new Semaphore(0);
    private final Semaphore left = new Semaphore(0);

    /** One line for each step. */
    public List<String> run(int devices) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        List<SecretClient> all = new ArrayList<>();
        Impairment none = new Impairment(0, 0, 0, 0, 0, 0, 0, 0);
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (RelayProcess relay = RelayProcess.start();
                ImpairedProxy proxy = new ImpairedProxy(any, relay.address(), none, 1)) {
            NamedThreads.make("forward", () -> forward(proxy)).start();
            Meter meter = new Meter(proxy);
            for (int i = 0; i < devices - 1; i++) {
                all.add(connect("device-" + i, proxy));
                if (i % AT_ONCE == AT_ONCE - 1) {
                    await(joined, AT_ONCE);
                }
            }
            await(joined, (devices - 1) % AT_ONCE);
            lines.add(meter.line(devices - 1 + " devices come in, handshakes included"));
            meter.settle();
            all.add(connect("device-" + (devices - 1), proxy));
            await(joined, 1);
            lines.add(meter.line("one more comes in"));
            lines.add(said(meter, all, "the first message after that, until all have read it"));
            lines.add(said(meter, all, "a message without a change before it"));
            meter.settle();
            all.remove(all.size() - 1).leave(ROOM);
            await(left, 1);
            lines.add(meter.line("one leaves"));
            lines.add(said(meter, all, "the first message after that, until all have read it"));
            return lines;
        } finally {
            all.forEach(SecretClient::close);
        }
    }

    private String said(Meter meter, List<SecretClient> all, String what) throws IOException, InterruptedException {
        meter.settle();
        String text = "line " + read.size();
        all.get(0).say(ROOM, text);
        await(readersOf(text), all.size());
        return meter.line(what);
    }

    private SecretClient connect(String user, ImpairedProxy proxy) throws IOException {
        return new SecretClient(user, proxy.listenAddress(), ROOM, event -> {
            if (event instanceof ClientEvent.Joined) {
                joined.release();
            } else if (event instanceof ClientEvent.ConversationLeft) {
                left.release();
            }
            String text = SecretClient.textOf(event);
            if (!text.isEmpty()) {
                readersOf(text).release();
            }
        });
    }

    private Semaphore readersOf(String text) {
        return read.computeIfAbsent(text, key -> new Semaphore(0));
    }

    private static void await(Semaphore happened, int times) throws IOException, InterruptedException {
        if (!happened.tryAcquire(times, LIMIT_S, TimeUnit.SECONDS)) {
            throw new IOException("not all of " + times + " within " + LIMIT_S + " s");
        }
    }

    private static void forward(ImpairedProxy proxy) {
        try {
            proxy.run();
        } catch (IOException | ClosedSelectorException e) {
            // Closed: the measurement is over.
            Thread.currentThread().interrupt();
        }
    }

    /** Time and bytes since the last line. */
    private static final class Meter {
        private final ImpairedProxy proxy;
        private long startNs = System.nanoTime();
        private long startBytes;

        Meter(ImpairedProxy proxy) {
            this.proxy = proxy;
        }

        /** Lets what is still under way come to rest, so that it is not counted to what follows. */
        void settle() throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(QUIET_MS);
            startNs = System.nanoTime();
            startBytes = proxy.forwardedBytes();
        }

        String line(String what) {
            double ms = (System.nanoTime() - startNs) / 1e6;
            double kib = (proxy.forwardedBytes() - startBytes) / 1_024.0;
            return String.format(Locale.ROOT, "devices    %-62s %8.0f ms %9.1f KiB", what, ms, kib);
        }
    }
}
