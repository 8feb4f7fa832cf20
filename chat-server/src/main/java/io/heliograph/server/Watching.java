package io.heliograph.server;

import io.heliograph.server.folder.StartException;
import io.heliograph.server.metrics.MetricsServer;
import io.heliograph.server.relay.RelayServer;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells those who watch the server from outside how it is: HTTP where a port was named, systemd where it started us.
 *
 * <p>A service manager is told through {@code systemd-notify}: Java has no datagram socket of the kind that it listens
 * on (sd_notify(3)). Thread-safe.
 */
final class Watching implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watching.class);
    private static final String SOCKET_VARIABLE = "NOTIFY_SOCKET";
    private static final long NOTIFY_WAIT_S = 5;

    private final @Nullable MetricsServer metrics;

    private Watching(@Nullable MetricsServer metrics) {
        this.metrics = metrics;
    }

    /** {@code metricsPort} null: no HTTP. */
    static Watching of(RelayServer server, @Nullable Integer metricsPort) throws StartException {
        return new Watching(metricsPort == null ? null : server.serveMetrics(metricsPort));
    }

    void tellReady() {
        tell("--ready");
    }

    void tellStopping() {
        tell("STOPPING=1");
    }

    @Override
    public void close() {
        if (metrics != null) {
            metrics.close();
        }
    }

    private static void tell(String what) {
        if (System.getenv(SOCKET_VARIABLE) == null) {
            return;
        }
        try {
            Process notice = new ProcessBuilder("systemd-notify", what)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!notice.waitFor(NOTIFY_WAIT_S, TimeUnit.SECONDS) || notice.exitValue() != 0) {
                LOG.warn("systemd was not told {}: systemd-notify failed", what);
            }
        } catch (IOException e) {
            LOG.warn("systemd was not told {}: {}", what, e.getMessage());
        } catch (InterruptedException e) {
            LOG.warn("systemd was not told {}: interrupted", what);
        }
    }
}
