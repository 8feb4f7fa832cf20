package io.heliograph.common.net;

/** Something another thread wants done on a loop. */
@FunctionalInterface
public interface LoopTask {
    void run(long nowNs);

    /** As how many inputs of a turn it counts: what carries many must not make the turn long. At least 1. */
    default int inputCount() {
        return 1;
    }
}
