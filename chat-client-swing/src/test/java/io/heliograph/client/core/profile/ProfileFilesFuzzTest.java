package io.heliograph.client.core.profile;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.heliograph.common.crypto.SecretBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

/** Any octets in a profile's files: a verdict, never an exception. Set JAZZER_FUZZ=1 to search for new ones. */
class ProfileFilesFuzzTest {
    private static final SecretBytes MASTER = SecretBytes.copyOf(new byte[ProfileKey.KEY_BYTES]);

    @FuzzTest(maxDuration = "10m")
    void readsALog(byte[] octets) throws IOException {
        LogFormat format = LogFormat.of(LogReader.header(octets), true, MASTER, "state", target -> {});
        if (format == null) {
            format = LogFormat.fresh(MASTER, "state", target -> Arrays.fill(target, (byte) 0));
        }
        LogReader.Scan scan = LogReader.read(new ByteArrayInputStream(octets), format, StateFile::isBatch);
        assertTrue(scan.goodBytes() <= (long) LogFormat.HEADER_BYTES + octets.length);
        LogReader.salvage(octets, format, StateFile::isBatch);
    }

    @FuzzTest(maxDuration = "10m")
    void readsWhatALogHolds(byte[] octets) {
        StateFile.isBatch(octets);
        new HistoryFormat().read(octets, "");
    }

    @FuzzTest(maxDuration = "10m")
    void readsTheFilesOfAnEarlierVersion(byte[] octets) {
        OldFiles.deviceSeed(octets);
        OldFiles.pins(octets);
        OldFiles.choices(octets, "ignored");
        OldFiles.outbox(octets);
        OldFiles.typedLines(octets);
    }
}
