package io.heliograph.server.routing;

/** How an order that no client's request stands for ends: by one call of one of them, on the relay loop. */
public interface Answer {
    void onDone();

    /** {@code text}: one sentence. */
    void onRefused(String text);
}
