package io.heliograph.common.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.packet.RecordKind;
import io.heliograph.common.util.Bytes;

/**
 * Any payload under a plausible header: never opened, never an exception, and the next good record is none the
 * worse.
 */
class RecordProtectionFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void opensNothingForged(byte[] payload) {
        RecordFixture pair = new RecordFixture();
        for (RecordKind kind : RecordKind.values()) {
            Packet.Sealed forged = new Packet.Sealed(kind, RecordFixture.CID, 0, 5000, Bytes.copyOf(payload));
            assertNull(pair.server.open(forged, 0));
        }
        assertEquals("good", RecordFixture.opened(pair.server, pair.fromClient("good"), 0));
    }
}
