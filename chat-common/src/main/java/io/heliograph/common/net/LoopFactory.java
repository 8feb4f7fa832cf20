package io.heliograph.common.net;

import io.heliograph.common.time.NanoClock;

/** Makes the loop that owns something; handed in by the entry point, so that who is owned does not choose its owner. */
@FunctionalInterface
public interface LoopFactory {
    /** A loop that is not started yet; {@code inboxCapacity} bounds what may wait for it. */
    EventLoop make(String name, LoopBody body, NanoClock clock, int inboxCapacity);
}
