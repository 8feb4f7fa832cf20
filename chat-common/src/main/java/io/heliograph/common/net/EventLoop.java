package io.heliograph.common.net;

import io.heliograph.common.time.NanoClock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * One thread that owns state: it takes datagrams and tasks from a bounded inbox, runs timers, and drains outputs.
 *
 * <p>The clock is read once per turn. A turn takes a bounded number of inputs, so that inputs never starve
 * timers. Everything
 * public is thread-safe.
 */
public final class EventLoop {
    private static final int MAX_INPUTS_PER_TURN = 64;

    private final LoopBody body;
    private final NanoClock clock;
    private final BlockingQueue<LoopTask> inbox;
    private final LongAdder overflowCount = new LongAdder();
    private final Thread thread;
    private volatile boolean stopping;

    public EventLoop(String name, LoopBody body, NanoClock clock, int inboxCapacity) {
        this.body = body;
        this.clock = clock;
        this.inbox = new ArrayBlockingQueue<>(inboxCapacity);
        this.thread = NamedThreads.make(name, this::run);
    }

    public void start() {
        thread.start();
    }

    /** A datagram arrived. A full inbox drops it and counts, as the network would. */
    public void onArrived(UdpTransport.Arrived arrived) {
        if (!inbox.offer(nowNs -> body.onDatagram(arrived.from(), arrived.octets(), nowNs))) {
            overflowCount.increment();
        }
    }

    /** Has {@code task} run on the loop; false if the inbox is full or the loop is ending. */
    public boolean post(LoopTask task) {
        return !stopping && inbox.offer(task);
    }

    /** Has {@code task} run on the loop, waiting for room in the inbox. Never call from the loop itself. */
    public void postWaiting(LoopTask task) throws InterruptedException {
        inbox.put(task);
    }

    /** Ends the loop after what is in its inbox; may be called again, also by the loop's own body. */
    public void stop() {
        if (stopping) {
            return; // another wake-up would keep the inbox from ever being empty
        }
        stopping = true;
        // Wakes a loop that waits; a full inbox wakes it as well.
        boolean woken = inbox.offer(nowNs -> {});
        if (!woken) {
            overflowCount.increment();
        }
    }

    /** Waits until the loop has ended; false if it has not in time. */
    public boolean join(long timeoutMs) throws InterruptedException {
        thread.join(timeoutMs);
        return !thread.isAlive();
    }

    /** Datagrams that found the inbox full. */
    public long overflowCount() {
        return overflowCount.sum();
    }

    private void run() {
        while (!stopping || !inbox.isEmpty()) {
            try {
                turn();
            } catch (InterruptedException e) {
                stopping = true;
            } catch (RuntimeException e) {
                body.onFailure(e);
            }
        }
    }

    private void turn() throws InterruptedException {
        long nowNs = clock.nowNs();
        LoopTask task = nextInput(body.nextTimeoutNs(nowNs) - nowNs);
        nowNs = clock.nowNs();
        body.onTurn(nowNs);
        int count = 0;
        while (task != null) {
            count += task.inputCount();
            runGuarded(task, nowNs);
            task = count < MAX_INPUTS_PER_TURN ? inbox.poll() : null;
        }
        if (body.nextTimeoutNs(nowNs) <= nowNs) {
            body.onTimeout(nowNs);
        }
        body.drain(nowNs);
    }

    private @Nullable LoopTask nextInput(long waitNs) throws InterruptedException {
        return waitNs <= 0 ? inbox.poll() : inbox.poll(waitNs, TimeUnit.NANOSECONDS);
    }

    /** One input that throws must not take the others of its turn with it. */
    private void runGuarded(LoopTask task, long nowNs) {
        try {
            task.run(nowNs);
        } catch (RuntimeException e) {
            body.onFailure(e);
        }
    }
}
