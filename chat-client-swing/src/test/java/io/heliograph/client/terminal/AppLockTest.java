package io.heliograph.client.terminal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.profile.ProfileKey;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppLockTest {
    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);

    @TempDir
    Path folder;

    private ProfileKey key;

    @BeforeEach
    void setAPassphrase() throws Exception {
        key = ProfileKey.look(folder.resolve("key"), new Random(1)::nextBytes);
        key.wrap("correct horse");
    }

    @Test
    void locksItselfOnceNothingWasTypedForSoLong() {
        AppLock lock = new AppLock(key, 5, 0);
        lock.onKey(MINUTE_NS);
        assertFalse(lock.onTick(6 * MINUTE_NS - 1));
        assertTrue(lock.onTick(6 * MINUTE_NS));
        assertTrue(lock.isLocked());
        assertFalse(lock.onTick(7 * MINUTE_NS), "locks itself once");

        assertFalse(lock.open("wrong horse", 8 * MINUTE_NS));
        assertTrue(lock.isLocked());
        assertTrue(lock.open("correct horse", 8 * MINUTE_NS));
        assertFalse(lock.isLocked());
        assertFalse(lock.onTick(13 * MINUTE_NS - 1), "the time begins anew");
        assertTrue(lock.onTick(13 * MINUTE_NS));
    }

    @Test
    void neverLocksWhatNothingCouldOpen() throws Exception {
        key.wrap("");
        assertFalse(new AppLock(key, 1, 0).onTick(100 * MINUTE_NS));
        key.wrap("correct horse");
        assertFalse(new AppLock(key, 0, 0).onTick(100 * MINUTE_NS));
    }
}
