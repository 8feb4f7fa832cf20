package io.heliograph.client.terminal;

import io.heliograph.client.core.profile.ProfileKey;
import java.util.concurrent.TimeUnit;

/**
 * Whether the screen is locked, and when it locks itself.
 *
 * <p>Thread-safe: keys come on one thread, the time on another.
 */
final class AppLock {
    private final ProfileKey key;
    private final long afterNs;
    private long lastKeyNs;
    private boolean locked;

    /** {@code afterMinutes} without a key; 0 for never. */
    AppLock(ProfileKey key, int afterMinutes, long nowNs) {
        this.key = key;
        this.afterNs = TimeUnit.MINUTES.toNanos(afterMinutes);
        this.lastKeyNs = nowNs;
    }

    synchronized void onKey(long nowNs) {
        lastKeyNs = nowNs;
    }

    /** Call about once a second; true if the screen locks itself now. */
    synchronized boolean onTick(long nowNs) {
        boolean due = afterNs > 0 && !locked && nowNs - lastKeyNs >= afterNs && key.wantsPassphrase();
        locked |= due;
        return due;
    }

    synchronized void lock() {
        locked = true;
    }

    synchronized boolean isLocked() {
        return locked;
    }

    /** False if it is not the passphrase. Takes about a third of a second. */
    boolean open(String passphrase, long nowNs) {
        boolean right = key.isOpenedBy(passphrase);
        if (right) {
            synchronized (this) {
                locked = false;
                lastKeyNs = nowNs;
            }
        }
        return right;
    }
}
