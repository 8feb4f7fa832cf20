package io.heliograph.common.net;

/** Something another thread wants done on a loop. */
@FunctionalInterface
public interface LoopTask {
    void run(long nowNs);
}
