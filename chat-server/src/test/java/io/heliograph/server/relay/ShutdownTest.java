package io.heliograph.server.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.net.EventLoop;
import io.heliograph.common.net.LoopBody;
import io.heliograph.common.record.RekeyPolicy;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.PeerAddress;
import io.heliograph.server.store.Store;
import io.heliograph.server.store.StoreFault;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShutdownTest {
    private static final long LONG_ENOUGH_MS = 10_000;

    @Test
    void waitsForWhatIsBeingStored() throws InterruptedException {
        SeededRandom random = new SeededRandom(1);
        SimRelay relay = new SimRelay(IdentityKeyPair.generate(random), RekeyPolicy.STANDARD, random);
        EventLoop loop = new EventLoop("test-loop", new IdleBody(), NanoClock.startingNow(), 16);
        StoreWithThreeWrites store = new StoreWithThreeWrites();
        CountDownLatch done = new CountDownLatch(1);
        loop.start();

        new Shutdown(relay.node(), loop, store, done::countDown).begin(0, "");

        assertTrue(done.await(LONG_ENOUGH_MS, TimeUnit.MILLISECONDS));
        assertEquals(0, store.left.get(), "writes are left");
        loop.stop();
        assertTrue(loop.join(LONG_ENOUGH_MS));
    }

    /** Each time it is asked one write less waits. */
    private static final class StoreWithThreeWrites implements Store {
        private final AtomicInteger left = new AtomicInteger(3);

        @Override
        public int pendingWriteCount() {
            return left.getAndUpdate(count -> Math.max(0, count - 1));
        }

        @Override
        public <T> void write(Work<T> work, OnLoop<T> done, OnLoop<StoreFault> failed) {
            throw new IllegalStateException("nothing is to be written");
        }

        @Override
        public <T> void read(Work<T> work, OnLoop<T> done, OnLoop<StoreFault> failed) {
            throw new IllegalStateException("nothing is to be read");
        }

        @Override
        public boolean isWritable() {
            return true;
        }
    }

    private static final class IdleBody implements LoopBody {
        @Override
        public void onTurn(long nowNs) {
            // nothing depends on the time
        }

        @Override
        public void onDatagram(PeerAddress from, byte[] datagram, long nowNs) {
            throw new IllegalStateException("no datagrams here");
        }

        @Override
        public void onTimeout(long nowNs) {
            throw new IllegalStateException("no timers here");
        }

        @Override
        public void drain(long nowNs) {
            // nothing is sent
        }

        @Override
        public long nextTimeoutNs(long nowNs) {
            return NanoClock.NEVER_NS;
        }

        @Override
        public void onFailure(RuntimeException failure) {
            throw new AssertionError(failure);
        }
    }
}
