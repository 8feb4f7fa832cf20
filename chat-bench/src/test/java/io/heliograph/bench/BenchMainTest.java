package io.heliograph.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BenchMainTest {
    @Test
    void answersWhatItKnowsAndNothingElse() {
        assertTrue(BenchMain.answerTo("--version").startsWith("Heliograph bench "));
        assertTrue(BenchMain.answerTo("--help").startsWith("usage: "));
        assertEquals("", BenchMain.answerTo("--bogus"));
        assertEquals("", BenchMain.answerTo());
    }
}
