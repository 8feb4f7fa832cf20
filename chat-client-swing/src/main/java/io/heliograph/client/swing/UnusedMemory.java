package io.heliograph.client.swing;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * Has the runtime give memory back that a burst of work took, as a file that was fetched. Left to itself it keeps what
 * it once had, for a program that runs all day mostly to no use (JEP 346).
 */
final class UnusedMemory {
    /** Each can be set in a running runtime; a collector that does not know one refuses it. */
    private static final Map<String, String> HABITS =
            Map.of("MinHeapFreeRatio", "10", "MaxHeapFreeRatio", "40", "G1PeriodicGCInterval", "60000");

    private UnusedMemory() {}

    /** May take tens of milliseconds: not for the event thread. */
    static void giveBack() {
        HotSpotDiagnosticMXBean runtime = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (runtime != null) {
            HABITS.forEach((option, value) -> set(runtime, option, value));
        }
    }

    private static void set(HotSpotDiagnosticMXBean runtime, String option, String value) {
        try {
            if (runtime.getVMOption(option).isWriteable()) {
                runtime.setVMOption(option, value);
            }
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            return; // another runtime, with habits of its own
        }
    }
}
