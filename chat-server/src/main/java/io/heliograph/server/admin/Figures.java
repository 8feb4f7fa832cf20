package io.heliograph.server.admin;

import java.util.List;

/** What {@code stats} prints: a line for each counter. Called on the relay loop. */
@FunctionalInterface
public interface Figures {
    List<String> lines();
}
