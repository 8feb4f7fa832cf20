package io.heliograph.server.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.net.LoopTask;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsServerTest {
    private final AtomicLong sessions = new AtomicLong(3);
    private final AtomicLong drops = new AtomicLong(5);
    private final AtomicBoolean writable = new AtomicBoolean(true);
    private final AtomicBoolean loopTakes = new AtomicBoolean(true);
    private final AtomicBoolean loopRuns = new AtomicBoolean(true);
    private final HttpClient client = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init") // set before any test runs
    private MetricsServer server;

    @BeforeEach
    void start() throws Exception {
        Predicate<LoopTask> loop = task -> {
            if (loopRuns.get()) {
                task.run(0);
            }
            return loopTakes.get();
        };
        LoopProbe probe = new LoopProbe(
                loop,
                () -> List.of(
                        Figure.level("sessions", sessions.get(), "logged in"),
                        Figure.countBy("drops", "bad_mac", drops.get(), "dropped")));
        server = MetricsServer.start(
                0,
                new MetricsServer.Sources(
                        probe, () -> List.of(Figure.count("commits", 7, "transactions")), writable::get));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void figuresAreExposedAndFollowTheServer() throws Exception {
        String first = get("/metrics").body();
        assertTrue(first.contains("heliograph_sessions 3.0"), first);
        assertTrue(first.contains("heliograph_drops_total{reason=\"bad_mac\"} 5.0"), first);
        assertTrue(first.contains("heliograph_commits_total 7.0"), first);
        assertTrue(first.contains("heliograph_loop_answers 1.0"), first);
        assertTrue(first.contains("heliograph_loop_lag_seconds"), first);

        sessions.set(2);
        drops.set(6);
        String second = get("/metrics").body();
        assertTrue(second.contains("heliograph_sessions 2.0"), second);
        assertTrue(second.contains("heliograph_drops_total{reason=\"bad_mac\"} 6.0"), second);
    }

    @Test
    void aServerThatWorksIsReady() throws Exception {
        assertEquals(200, get("/readyz").statusCode());
        assertEquals(200, get("/healthz").statusCode());
    }

    @Test
    void aReadOnlyStoreIsNotReady() throws Exception {
        writable.set(false);

        assertEquals(503, get("/readyz").statusCode());
        assertTrue(get("/readyz").body().contains("read-only"));
        assertEquals(200, get("/healthz").statusCode());
    }

    @Test
    void aLoopThatTakesNothingIsNotReady() throws Exception {
        loopTakes.set(false);

        assertEquals(503, get("/readyz").statusCode());
        assertTrue(get("/metrics").body().contains("heliograph_loop_answers 0.0"));
    }

    @Test
    void aLoopThatHangsIsNotReady() throws Exception {
        loopRuns.set(false);

        assertEquals(503, get("/readyz").statusCode());
    }

    @Test
    void nothingElseIsServed() throws Exception {
        assertEquals(404, get("/").statusCode());
        HttpRequest post = HttpRequest.newBuilder(uri("/metrics"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertEquals(
                405, client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }
}
