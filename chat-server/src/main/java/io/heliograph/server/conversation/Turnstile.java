package io.heliograph.server.conversation;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lets decisions about one thing be taken one at a time: each sees the outcome of the one before, though outcomes
 * take their time to become durable.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class Turnstile {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean taken;
    private boolean draining;

    /** Runs {@code decision} as soon as nobody else decides; it must lead to exactly one {@link #leave}. */
    public void enter(Runnable decision) {
        waiting.add(decision);
        drain();
    }

    public void leave() {
        taken = false;
        drain();
    }

    private void drain() {
        if (draining) {
            return; // the loop below goes on: a thousand refusals in a row must not be a thousand frames
        }
        draining = true;
        while (!taken && !waiting.isEmpty()) {
            taken = true;
            waiting.remove().run();
        }
        draining = false;
    }
}
