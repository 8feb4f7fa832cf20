package io.heliograph.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ClientMainTest {
    @Test
    void answersWhatItKnowsAndNothingElse() {
        assertTrue(ClientMain.answerTo("--version").startsWith("Heliograph client "));
        assertTrue(ClientMain.answerTo("--help").startsWith("usage: "));
        assertEquals("", ClientMain.answerTo("--bogus"));
        assertEquals("", ClientMain.answerTo());
    }
}
