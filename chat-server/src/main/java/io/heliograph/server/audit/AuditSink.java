package io.heliograph.server.audit;

import java.util.Map;

/**
 * Takes down who did what to the server: what administrators change, and what looks like an attack. Never what people
 * say to each other, and never a secret. Called on the relay loop; must not block.
 */
@FunctionalInterface
public interface AuditSink {
    /** Who acts where nobody gave an order. */
    String SERVER = "(server)";

    /**
     * Notes one event.
     *
     * @param event what happened, lower case, words joined by dots: {@code user.disable}
     * @param actor the administrator's name, {@code (console)}, an address, or {@link #SERVER}
     * @param subject whom or what it is about; empty for the server itself
     */
    void record(String event, String actor, String subject, Map<String, String> details);
}
