package io.heliograph.client.terminal;

import io.heliograph.client.core.profile.ProfileKey;
import io.heliograph.common.time.NanoClock;
import java.util.function.BooleanSupplier;
import org.jline.reader.UserInterruptException;
import org.jspecify.annotations.Nullable;

/**
 * The lock of the screen as a person meets it: by hand or when nothing is typed, with what was being typed kept for
 * afterwards. The network goes on.
 *
 * <p>Thread-safe, but for what says that the reading thread owns it.
 */
final class LockedScreen {
    private final Screen screen;
    private final StyledLines lines;
    private final NanoClock clock;
    private final AppLock lock;
    /** What was being typed when the screen locked itself; of the reading thread. */
    private String draft = "";

    LockedScreen(Screen screen, StyledLines lines, NanoClock clock, Belongings belongings) {
        this.screen = screen;
        this.lines = lines;
        this.clock = clock;
        this.lock = new AppLock(belongings.key(), belongings.lockAfterMinutes(), clock.nowNs());
    }

    /** What there is to say at the start; null if nothing. */
    static @Nullable String warning(ProfileKey key, int lockAfterMinutes) {
        return lockAfterMinutes > 0 && !key.wantsPassphrase()
                ? "--lock-after has no effect yet: a lock needs a passphrase, /passphrase sets one"
                : null;
    }

    void lock() {
        lock.lock();
        screen.lock();
    }

    boolean isLocked() {
        return lock.isLocked();
    }

    void onKey() {
        lock.onKey(clock.nowNs());
    }

    /** True if the screen has locked itself: whoever reads is to be woken. */
    boolean onTick() {
        boolean locks = lock.onTick(clock.nowNs());
        if (locks) {
            screen.lock();
        }
        return locks;
    }

    /** Reads a line, beginning with what a lock has interrupted. For the reading thread. */
    String readLine() {
        try {
            String line = screen.readLine(draft);
            draft = "";
            onKey();
            return line;
        } catch (UserInterruptException e) {
            // Ctrl+C clears the line; a lock only takes it from sight.
            draft = lock.isLocked() ? String.valueOf(e.getPartialLine()) : "";
            throw e;
        }
    }

    /** Asks for the passphrase until it is right or {@code givesUp}; true if it was. For the reading thread. */
    boolean unlock(BooleanSupplier givesUp) {
        String question = "locked; passphrase: ";
        while (!givesUp.getAsBoolean()) {
            if (lock.open(screen.readSecret(question), clock.nowNs())) {
                int count = screen.unlock();
                screen.wipe();
                String came = count == 0 ? "" : "; lines that came meanwhile: " + count + ", /rooms says where";
                screen.print(lines.notice("unlocked" + came));
                return true;
            }
            question = "that is not it; passphrase: ";
        }
        return false;
    }
}
