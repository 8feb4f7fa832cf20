package io.heliograph.server.store.sql;

import io.heliograph.common.net.LoopTask;

/** The way to the relay loop for results, which must never be lost: waits for room in the loop's inbox. */
@FunctionalInterface
public interface LoopPoster {
    void post(LoopTask task) throws InterruptedException;
}
