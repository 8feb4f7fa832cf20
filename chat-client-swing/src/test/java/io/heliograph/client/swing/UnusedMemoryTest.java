package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class UnusedMemoryTest {
    @Test
    void asksTheCollectorToCallNowAndThen() {
        HotSpotDiagnosticMXBean runtime = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        assumeTrue("true".equals(runtime.getVMOption("UseG1GC").getValue()), "another collector");
        UnusedMemory.giveBack();
        assertEquals("60000", runtime.getVMOption("G1PeriodicGCInterval").getValue());
        assertEquals("40", runtime.getVMOption("MaxHeapFreeRatio").getValue());
    }
}
