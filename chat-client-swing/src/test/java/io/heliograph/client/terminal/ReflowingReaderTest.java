package io.heliograph.client.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

/** Where the prompt begins after the window has changed its size. */
class ReflowingReaderTest {
    private static final AttributedString PROMPT = new AttributedString("online | #lab\n#lab> ");

    @Test
    void countsTheRowsThatTheTerminalMakesOfThePromptAndTheText() {
        assertEquals(1, ReflowingReader.rowsAboveCursor(PROMPT, "", 80));
        assertEquals(1, ReflowingReader.rowsAboveCursor(PROMPT, "x".repeat(70), 80));
        assertEquals(3, ReflowingReader.rowsAboveCursor(PROMPT, "x".repeat(70), 30));
        assertEquals(5, ReflowingReader.rowsAboveCursor(PROMPT, "x".repeat(33), 10));
    }

    @Test
    void countsWhatIsWideTwice() {
        assertEquals(2, ReflowingReader.rowsAboveCursor(PROMPT, "語".repeat(10), 20));
    }

    @Test
    void countsTheLinesOfAText() {
        assertEquals(3, ReflowingReader.rowsAboveCursor(PROMPT, "one\ntwo\nthree", 80));
    }
}
