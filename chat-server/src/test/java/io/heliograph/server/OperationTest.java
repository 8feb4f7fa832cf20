package io.heliograph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.crypto.SecureRandoms;
import io.heliograph.common.net.EventLoop;
import io.heliograph.server.config.ConfigSource;
import io.heliograph.server.metrics.MetricsServer;
import io.heliograph.server.relay.Configured;
import io.heliograph.server.relay.RelayServer;
import io.heliograph.server.store.sql.Backup;
import io.heliograph.server.store.sql.Restore;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator does with a server that runs. */
class OperationTest {
    private final Probe probe = new Probe(SecureRandoms.system());

    @TempDir
    Path temp;

    @Test
    void aRunningServerAnswersAProbe() throws Exception {
        RelayServer server = start(temp.resolve("data"));
        InetSocketAddress address = server.localAddress();
        try {
            assertTrue(probe.answers(address));
        } finally {
            server.release();
        }
        assertFalse(probe.answers(address));
    }

    @Test
    void aSilentPortIsNoServer() throws Exception {
        try (DatagramSocket silent = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            assertFalse(probe.answers(new InetSocketAddress(InetAddress.getLoopbackAddress(), silent.getLocalPort())));
        }
    }

    @Test
    void aRunningServerIsReadyAndTellsItsFigures() throws Exception {
        RelayServer server = start(temp.resolve("data"));
        try (MetricsServer metrics = server.serveMetrics(0)) {
            assertTrue(probe.answers(server.localAddress()));

            assertEquals("ready\n", get(metrics, "/readyz"));
            String figures = get(metrics, "/metrics");
            assertTrue(figures.contains("heliograph_store_writable 1.0"), figures);
            assertTrue(figures.contains("heliograph_datagrams_in_total 1.0"), figures);
            assertTrue(figures.contains("heliograph_drop_total{reason=\"malformed\"} 0.0"), figures);
        } finally {
            server.release();
        }
    }

    @Test
    void aServerStartsOnWhatWasRestoredFromABackupOfARunningOne() throws Exception {
        Path data = temp.resolve("data");
        Path fresh = temp.resolve("fresh");
        RelayServer server = start(data);
        try {
            Path backup = Backup.make(data, temp.resolve("backups"), Instant.EPOCH, "1.0");
            Restore.into(backup, fresh, SecureRandoms.system());
        } finally {
            server.release();
        }

        RelayServer restored = start(fresh);
        try {
            assertTrue(probe.answers(restored.localAddress()));
            assertEquals(
                    Files.readString(data.resolve("identity.key"), StandardCharsets.ISO_8859_1),
                    Files.readString(fresh.resolve("identity.key"), StandardCharsets.ISO_8859_1));
        } finally {
            restored.release();
        }
    }

    private static RelayServer start(Path data) throws Exception {
        Configured configured = Configured.from(new ConfigSource(null, Map.of(), List.of("store.reserve=0")));
        return RelayServer.start("127.0.0.1", 0, data, configured, EventLoop::new);
    }

    private static String get(MetricsServer metrics, String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + metrics.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
