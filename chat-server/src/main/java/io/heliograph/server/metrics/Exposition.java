package io.heliograph.server.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns figures into the text that Prometheus reads. Not thread-safe; owned by the thread of the HTTP server. */
final class Exposition {
    private static final String PREFIX = "heliograph_";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, Double> values = new HashMap<>();

    /** What was told before and is not among {@code figures} keeps its last value. */
    String render(List<Figure> figures) {
        for (Figure figure : figures) {
            String key = figure.name() + "/" + figure.reason();
            if (values.put(key, figure.value()) == null) {
                register(figure, key);
            }
        }
        return registry.scrape();
    }

    private void register(Figure figure, String key) {
        Tags tags = figure.reason().isEmpty() ? Tags.empty() : Tags.of("reason", figure.reason());
        String name = PREFIX + figure.name();
        if (figure.growing()) {
            FunctionCounter.builder(name, values, all -> all.getOrDefault(key, 0.0))
                    .tags(tags)
                    .description(figure.sentence())
                    .register(registry);
        } else {
            Gauge.builder(name, values, all -> all.getOrDefault(key, 0.0))
                    .tags(tags)
                    .description(figure.sentence())
                    .register(registry);
        }
    }
}
