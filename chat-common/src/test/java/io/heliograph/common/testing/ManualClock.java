package io.heliograph.common.testing;

import io.heliograph.common.time.NanoClock;

/** A clock that stands still until the test moves it. Not thread-safe. */
public final class ManualClock implements NanoClock {
    private long nowNs;

    @Override
    public long nowNs() {
        return nowNs;
    }

    public void advanceNs(long byNs) {
        advanceTo(nowNs + byNs);
    }

    public void advanceTo(long toNs) {
        if (toNs < nowNs) {
            throw new IllegalArgumentException("time does not go back: " + toNs + " < " + nowNs);
        }
        nowNs = toNs;
    }
}
