package io.heliograph.common.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.PeerAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventLoopTest {
    private static final long LONG_ENOUGH_MS = 10_000;

    /** A body that stops its loop from every drain once it is told to. */
    private static final class StoppingBody implements LoopBody {
        private @Nullable EventLoop loop;
        private boolean ending;
        private int turnCount;

        @Override
        public void onTurn(long nowNs) {
            turnCount++;
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
            if (ending && loop != null) {
                loop.stop();
            }
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

    @Test
    void endsWhenItsBodyStopsItAgainAndAgain() throws InterruptedException {
        StoppingBody body = new StoppingBody();
        EventLoop loop = new EventLoop("test-loop", body, NanoClock.startingNow(), 16);
        body.loop = loop;
        loop.start();
        assertTrue(loop.post(nowNs -> body.ending = true));
        assertTrue(loop.join(LONG_ENOUGH_MS));
        assertFalse(loop.post(nowNs -> {}));
    }

    @Test
    void aTaskThatCarriesManyInputsEndsTheTurn() throws InterruptedException {
        StoppingBody body = new StoppingBody();
        EventLoop loop = new EventLoop("test-loop", body, NanoClock.startingNow(), 16);
        List<Integer> turns = new CopyOnWriteArrayList<>();
        LoopTask heavy = new LoopTask() {
            @Override
            public void run(long nowNs) {
                turns.add(body.turnCount);
            }

            @Override
            public int inputCount() {
                return 64;
            }
        };
        assertTrue(loop.post(nowNs -> turns.add(body.turnCount)));
        assertTrue(loop.post(heavy));
        assertTrue(loop.post(heavy));
        assertTrue(loop.post(nowNs -> turns.add(body.turnCount)));
        loop.stop();
        loop.start();
        assertTrue(loop.join(LONG_ENOUGH_MS));
        assertEquals(List.of(1, 1, 2, 3), turns);
    }

    @Test
    void runsWhatWasPostedBeforeTheStop() throws InterruptedException {
        EventLoop loop = new EventLoop("test-loop", new StoppingBody(), NanoClock.startingNow(), 16);
        CountDownLatch done = new CountDownLatch(2);
        assertTrue(loop.post(nowNs -> done.countDown()));
        assertTrue(loop.post(nowNs -> done.countDown()));
        loop.stop();
        loop.start();
        assertTrue(done.await(LONG_ENOUGH_MS, TimeUnit.MILLISECONDS));
        assertTrue(loop.join(LONG_ENOUGH_MS));
    }
}
