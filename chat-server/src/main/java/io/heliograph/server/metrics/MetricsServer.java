package io.heliograph.server.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.heliograph.common.net.NamedThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /healthz}, {@code /readyz} and {@code /metrics} on the loopback interface, one request at a time.
 *
 * <p>Thread-safe.
 */
public final class MetricsServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MetricsServer.class);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;
    private static final int UNAVAILABLE = 503;
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private final HttpServer http;
    private final ExecutorService thread;
    private final Sources sources;
    private final Exposition exposition = new Exposition();

    /**
     * Where answers come from.
     *
     * @param loop tells what only the relay loop may look at
     * @param others what any thread may look at
     * @param writable whether the store takes writes
     */
    public record Sources(LoopProbe loop, Supplier<List<Figure>> others, BooleanSupplier writable) {}

    private MetricsServer(HttpServer http, Sources sources) {
        this.http = http;
        this.sources = sources;
        this.thread = Executors.newSingleThreadExecutor(NamedThreads.factory("metrics"));
    }

    /** {@code port} 0: a free one. */
    public static MetricsServer start(int port, Sources sources) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        MetricsServer server = new MetricsServer(http, sources);
        http.createContext("/", server::answer);
        http.setExecutor(server.thread);
        http.start();
        LOG.info("metrics on http://{}:{}/metrics", http.getAddress().getHostString(), server.port());
        return server;
    }

    public int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        thread.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!"GET".equals(exchange.getRequestMethod())) {
                send(exchange, WRONG_METHOD, TEXT, "only GET\n");
                return;
            }
            switch (exchange.getRequestURI().getPath()) {
                case "/healthz" -> send(exchange, OK, TEXT, "ok\n");
                case "/readyz" -> sendReadiness(exchange);
                case "/metrics" -> sendMetrics(exchange);
                default -> send(exchange, NOT_FOUND, TEXT, "there are /healthz, /readyz and /metrics\n");
            }
        } catch (InterruptedException e) {
            LOG.debug("a request was given up: the server stops");
        }
    }

    private void sendReadiness(HttpExchange exchange) throws IOException, InterruptedException {
        if (sources.loop().ask().isEmpty()) {
            send(exchange, UNAVAILABLE, TEXT, "the relay loop has not answered within 1 s\n");
        } else if (!sources.writable().getAsBoolean()) {
            send(exchange, UNAVAILABLE, TEXT, "the store is read-only\n");
        } else {
            send(exchange, OK, TEXT, "ready\n");
        }
    }

    private void sendMetrics(HttpExchange exchange) throws IOException, InterruptedException {
        Optional<List<Figure>> ofLoop = sources.loop().ask();
        List<Figure> all = new ArrayList<>(sources.others().get());
        all.addAll(ofLoop.orElse(List.of()));
        all.add(Figure.level("loop_answers", ofLoop.isPresent() ? 1 : 0, "1 while the relay loop answers within 1 s"));
        send(exchange, OK, PROMETHEUS, exposition.render(all));
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
