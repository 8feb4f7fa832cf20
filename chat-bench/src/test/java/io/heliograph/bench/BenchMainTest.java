package io.heliograph.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchMainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void tellsItsVersion() {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        assertEquals(0, new CommandLine(new BenchMain(stream)).execute("--version"));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("Heliograph bench "));
    }

    @Test
    void recordsThatAreMeasuredOpen() {
        assertTrue(RecordBench.run(64).startsWith("records    64 bytes: "));
    }
}
