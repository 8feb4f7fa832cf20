package io.heliograph.client.swing.shell;

import io.heliograph.client.core.profile.ProfileKey;
import io.heliograph.client.swing.words.Words;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Locks by hand and when nobody does anything, opens with the passphrase of the profile. The network goes on. Knows no
 * component.
 *
 * <p>Event dispatch thread only.
 */
final class LockPresenter {
    private final LockView view;
    private final ProfileKey key;
    private final Words words;
    private final IntSupplier afterMinutes;
    private final Executor worker;
    private final Executor events;
    private long lastGestureMs;
    private boolean locked;

    /** {@code afterMinutes} without a gesture, 0 for never; {@code worker} has a third of a second for each try. */
    LockPresenter(
            LockView view,
            ProfileKey key,
            Words words,
            IntSupplier afterMinutes,
            Executor worker,
            Executor events,
            long nowMs) {
        this.view = view;
        this.key = key;
        this.words = words;
        this.afterMinutes = afterMinutes;
        this.worker = worker;
        this.events = events;
        this.lastGestureMs = nowMs;
    }

    boolean isLocked() {
        return locked;
    }

    /** False if there is no passphrase to open with. */
    boolean lock() {
        if (!key.wantsPassphrase()) {
            return false;
        }
        locked = true;
        view.showProblem("");
        view.showLocked(true);
        return true;
    }

    void onGesture(long nowMs) {
        lastGestureMs = nowMs;
    }

    void onTick(long nowMs) {
        long afterMs = TimeUnit.MINUTES.toMillis(afterMinutes.getAsInt());
        if (afterMs > 0 && !locked && nowMs - lastGestureMs >= afterMs) {
            lock();
        }
    }

    void onPassphrase(String passphrase) {
        if (passphrase.isEmpty()) {
            return;
        }
        view.setBusy(true);
        worker.execute(() -> {
            boolean right = key.isOpenedBy(passphrase);
            events.execute(() -> onTried(right));
        });
    }

    private void onTried(boolean right) {
        view.setBusy(false);
        if (right) {
            locked = false;
            view.showLocked(false);
        }
        view.showProblem(right ? "" : words.get("passphrase.wrong"));
    }
}
