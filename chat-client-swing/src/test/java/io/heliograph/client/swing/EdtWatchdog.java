package io.heliograph.client.swing;

import io.heliograph.common.net.NamedThreads;
import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.swing.SwingUtilities;

/**
 * Measures how long the event thread works on each event, and how long it waits for others meanwhile. Work is taken in
 * time of the processor: on a machine that is busy with other tests, the clock on the wall tells of them.
 */
final class EdtWatchdog extends EventQueue implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final long SAMPLE_NS = TimeUnit.MILLISECONDS.toNanos(3);
    private static final long SUSPICIOUS_NS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int MAX_FRAMES = 6;

    private final long limitNs;
    private final Map<String, Integer> samples = new HashMap<>();
    private volatile boolean watching = true;
    private volatile long startedNs;
    private final List<String> slow = new ArrayList<>();
    private long longestNs;
    private long events;
    private long innerNs;
    private long innerWaitMs;

    private EdtWatchdog(long limitMs) {
        this.limitNs = TimeUnit.MILLISECONDS.toNanos(limitMs);
    }

    static EdtWatchdog install(long limitMs) throws Exception {
        THREADS.setThreadContentionMonitoringEnabled(true);
        EdtWatchdog watchdog = new EdtWatchdog(limitMs);
        SwingUtilities.invokeAndWait(() -> {
            Toolkit.getDefaultToolkit().getSystemEventQueue().push(watchdog);
            Thread edt = Thread.currentThread();
            NamedThreads.make("edt-sampler", () -> watchdog.sample(edt)).start();
        });
        return watchdog;
    }

    /** Watches no more, and tells what was slow. */
    @Override
    public void close() {
        watching = false;
        slow().forEach(System.out::println);
        try {
            SwingUtilities.invokeAndWait(this::pop);
        } catch (InterruptedException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }

    /** The longest work on one event so far. */
    synchronized long longestMs() {
        return TimeUnit.NANOSECONDS.toMillis(longestNs);
    }

    /** How many events there have been. */
    synchronized long events() {
        return events;
    }

    /** Every event over the limit: what it was, its work and its waiting. */
    synchronized List<String> slow() {
        return List.copyOf(slow);
    }

    @Override
    protected void dispatchEvent(AWTEvent event) {
        long outerNs = innerNs;
        long outerWaitMs = innerWaitMs;
        innerNs = 0;
        innerWaitMs = 0;
        long startNs = THREADS.getCurrentThreadCpuTime();
        long startWaitMs = blockedMs();
        synchronized (samples) {
            samples.clear();
        }
        startedNs = System.nanoTime();
        super.dispatchEvent(event);
        startedNs = 0;
        long wholeNs = THREADS.getCurrentThreadCpuTime() - startNs;
        long wholeWaitMs = blockedMs() - startWaitMs;
        // What a modal dialog has worked on meanwhile was counted by itself.
        note(event, wholeNs - innerNs, wholeWaitMs - innerWaitMs);
        innerNs = outerNs + wholeNs;
        innerWaitMs = outerWaitMs + wholeWaitMs;
    }

    /** Waiting for a lock; not for the next event, which is no work of anybody. */
    private static long blockedMs() {
        ThreadInfo self = THREADS.getThreadInfo(Thread.currentThread().getId());
        return self.getBlockedTime();
    }

    /** Where the event thread is while it takes long, for whoever has to find out why. */
    private void sample(Thread edt) {
        while (watching) {
            LockSupport.parkNanos(SAMPLE_NS);
            long since = startedNs;
            if (since != 0 && System.nanoTime() - since > SUSPICIOUS_NS) {
                StackTraceElement[] stack = edt.getStackTrace();
                StringBuilder where = new StringBuilder();
                int frames = 0;
                for (StackTraceElement frame : stack) {
                    if (frame.getClassName().startsWith("io.heliograph") && frames < MAX_FRAMES) {
                        where.append(frame.getFileName())
                                .append(':')
                                .append(frame.getLineNumber())
                                .append(" < ");
                        frames++;
                    }
                }
                synchronized (samples) {
                    samples.merge(where.toString(), 1, Integer::sum);
                }
            }
        }
    }

    private String sampled() {
        synchronized (samples) {
            String most = samples.entrySet().stream()
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                    .limit(8)
                    .map(entry -> "\n    " + entry.getValue() + " x " + entry.getKey())
                    .reduce("", String::concat);
            samples.clear();
            return most;
        }
    }

    private synchronized void note(AWTEvent event, long tookNs, long waitedMs) {
        if (String.valueOf(event).contains("FutureTask")) {
            return; // the test's own: it takes its pictures there
        }
        events++;
        longestNs = Math.max(longestNs, tookNs);
        if (tookNs > limitNs || TimeUnit.MILLISECONDS.toNanos(waitedMs) > limitNs) {
            slow.add(TimeUnit.NANOSECONDS.toMillis(tookNs) + " ms of work, " + waitedMs + " ms blocked: " + event
                    + sampled());
        }
    }
}
