package io.heliograph.client.swing.edt;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.SwingUtilities;

/**
 * The one bridge from other threads to Swing: runs what it is given on the event dispatch thread, in order, one
 * {@code invokeLater} per burst, and what follows a burst once behind it.
 *
 * <p>Thread-safe. A long burst gives way to keys and painting every {@value #TURN_MS} ms.
 */
public final class EdtEventQueue implements Executor {
    private static final long TURN_MS = 12;

    private final ConcurrentLinkedQueue<Runnable> pending = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final Runnable afterBurst;

    /** {@code afterBurst} runs on the event dispatch thread after each turn. */
    public EdtEventQueue(Runnable afterBurst) {
        this.afterBurst = afterBurst;
    }

    @Override
    public void execute(Runnable task) {
        pending.add(task);
        schedule();
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            SwingUtilities.invokeLater(this::drain);
        }
    }

    private void drain() {
        // Cleared before draining: a task that is added from here on schedules its own drain.
        scheduled.set(false);
        long endNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TURN_MS);
        try {
            Runnable task = pending.poll();
            while (task != null) {
                task.run();
                task = System.nanoTime() - endNs < 0 ? pending.poll() : null;
            }
            afterBurst.run();
        } finally {
            // Also behind a task that has failed: those after it are no worse for it.
            if (!pending.isEmpty()) {
                schedule();
            }
        }
    }
}
