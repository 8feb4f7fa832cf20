package io.heliograph.client.core.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.LocalStore;
import io.heliograph.client.core.store.MemoryLocalStore;
import io.heliograph.common.net.NamedThreads;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LocalChoicesTest {
    private static final Target EVE = Target.user("eve");
    private static final Target LAB = Target.room("lab");

    private final MemoryLocalStore disk = new MemoryLocalStore();

    @Test
    void aChoiceIsThereInTheNextRun() throws IOException {
        LocalChoices choices = new LocalChoices(disk, () -> 1_000);
        assertTrue(choices.ignore(EVE, true));
        assertFalse(choices.ignore(EVE, true));
        assertTrue(choices.mute(LAB, true));
        assertTrue(choices.setQuiet(LAB, true));
        assertFalse(choices.isQuiet(EVE));
        LocalChoices next = new LocalChoices(disk.restarted(), () -> 1_000);
        assertTrue(next.ignores("Eve") && next.isMuted(LAB) && next.isQuiet(LAB));
        assertEquals(List.of(EVE), next.ignored());
        assertTrue(next.ignore(EVE, false));
        assertFalse(next.ignores("eve"));
    }

    @Test
    void whatIsMutedForAWhileIsHeardBehindItAlsoInTheNextRun() throws IOException {
        AtomicLong nowMs = new AtomicLong(1_000);
        LocalChoices choices = new LocalChoices(disk, nowMs::get);
        choices.muteUntil(LAB, 5_000);
        LocalChoices next = new LocalChoices(disk.restarted(), nowMs::get);
        nowMs.set(4_999);
        assertTrue(choices.isMuted(LAB) && next.isMuted(LAB));
        assertEquals(List.of(LAB), next.muted());
        nowMs.set(5_000);
        assertFalse(choices.isMuted(LAB) || next.isMuted(LAB));
        assertEquals(List.of(), next.muted());
        assertTrue(next.mute(LAB, true), "for good");
        nowMs.set(1_000_000);
        assertTrue(next.isMuted(LAB));
    }

    @Test
    void whatWasClosedIsClosedInTheNextRun() throws IOException {
        new LocalChoices(disk, () -> 1_000).close(LAB, true);
        LocalChoices next = new LocalChoices(disk.restarted(), () -> 1_000);
        assertTrue(next.isClosed(LAB));
        next.close(LAB, false);
        assertFalse(next.isClosed(LAB));
    }

    @Test
    void whoAsksDoesNotWaitForTheDisk() throws Exception {
        SlowStore slow = new SlowStore(disk);
        LocalChoices choices = new LocalChoices(slow, () -> 1_000);
        CompletableFuture<Boolean> written =
                CompletableFuture.supplyAsync(() -> ignore(choices), LocalChoicesTest::onThread);
        assertTrue(slow.syncing.await(10, TimeUnit.SECONDS));
        CompletableFuture<Boolean> asked = CompletableFuture.supplyAsync(
                () -> choices.ignores("ann")
                        || choices.isMuted(LAB)
                        || choices.muted().contains(LAB),
                LocalChoicesTest::onThread);
        try {
            assertFalse(asked.get(10, TimeUnit.SECONDS));
        } finally {
            slow.mayGoOn.countDown();
        }
        assertTrue(written.get(10, TimeUnit.SECONDS));
    }

    /** Each on a thread of its own: a pool may have one alone, which waits. */
    private static void onThread(Runnable task) {
        NamedThreads.make("choices", task).start();
    }

    private static boolean ignore(LocalChoices choices) {
        try {
            return choices.ignore(EVE, true);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** One whose disk takes its time. */
    private record SlowStore(LocalStore store, CountDownLatch syncing, CountDownLatch mayGoOn) implements LocalStore {
        SlowStore(LocalStore store) {
            this(store, new CountDownLatch(1), new CountDownLatch(1));
        }

        @Override
        public @Nullable Bytes get(String drawer, Bytes key) {
            return store.get(drawer, key);
        }

        @Override
        public Map<Bytes, Bytes> all(String drawer) {
            return store.all(drawer);
        }

        @Override
        public void put(String drawer, Bytes key, Bytes value) {
            store.put(drawer, key, value);
        }

        @Override
        public void remove(String drawer, Bytes key) {
            store.remove(drawer, key);
        }

        @Override
        public void commit() throws IOException {
            store.commit();
        }

        @Override
        public void sync() throws IOException {
            syncing.countDown();
            try {
                mayGoOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            store.sync();
        }
    }
}
