package io.heliograph.client.swing;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.swing.SwingUtilities;

/**
 * Measures how long the event thread works on each event. In time of the processor: on a machine that is busy with
 * other tests, the clock on the wall tells of them.
 */
final class EdtWatchdog extends EventQueue {
    private final AtomicLong longestNs = new AtomicLong();

    static EdtWatchdog install() throws Exception {
        EdtWatchdog watchdog = new EdtWatchdog();
        SwingUtilities.invokeAndWait(
                () -> Toolkit.getDefaultToolkit().getSystemEventQueue().push(watchdog));
        return watchdog;
    }

    void remove() throws Exception {
        SwingUtilities.invokeAndWait(this::pop);
    }

    long longestMs() {
        return TimeUnit.NANOSECONDS.toMillis(longestNs.get());
    }

    @Override
    protected void dispatchEvent(AWTEvent event) {
        long startNs = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        super.dispatchEvent(event);
        long tookNs = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - startNs;
        longestNs.accumulateAndGet(tookNs, Math::max);
    }
}
