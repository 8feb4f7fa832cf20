package io.heliograph.client.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.message.Bounds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputLinesTest {
    @Test
    void readsEveryKindOfLineEnd() throws IOException {
        assertEquals(List.of("one", "two", "", "three"), textsOf("one\r\ntwo\n\nthree"));
        assertEquals(List.of(), textsOf(""));
        assertEquals(List.of("a\rb"), textsOf("a\rb\n"));
    }

    @Test
    void leavesAByteOrderMarkOut() throws IOException {
        assertEquals(List.of("one", "\uFEFFtwo"), textsOf("\uFEFFone\n\uFEFFtwo\n"));
    }

    @Test
    void takesTheLongestLineThereMayBe() throws IOException {
        String longest = "x".repeat(Bounds.MAX_TEXT_BYTES);
        for (String end : List.of("", "\n", "\r\n")) {
            InputLine line = new InputLines(streamOf(longest + end)).next();
            assertNotNull(line);
            assertFalse(line.tooLong());
            assertEquals(longest, line.text());
        }
    }

    @Test
    void saysWhichLineIsTooLongAndReadsOn() throws IOException {
        InputLines lines = new InputLines(streamOf("short\n" + "x".repeat(Bounds.MAX_TEXT_BYTES + 1) + "\nafter\n"));
        lines.next();
        InputLine tooLong = lines.next();
        InputLine after = lines.next();
        assertNotNull(tooLong);
        assertNotNull(after);
        assertTrue(tooLong.tooLong());
        assertEquals(2, tooLong.number());
        assertEquals("after", after.text());
        assertNull(lines.next());
    }

    @Test
    void replacesWhatIsNoUtf8() throws IOException {
        InputLine line = new InputLines(new ByteArrayInputStream(new byte[] {'a', (byte) 0xFF, 'b', '\n'})).next();
        assertNotNull(line);
        assertTrue(line.repaired());
        assertEquals("a\uFFFDb", line.text());
    }

    private static List<String> textsOf(String input) throws IOException {
        InputLines lines = new InputLines(streamOf(input));
        List<String> texts = new ArrayList<>();
        for (InputLine line = lines.next(); line != null; line = lines.next()) {
            texts.add(line.text());
        }
        return texts;
    }

    private static InputStream streamOf(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
