package io.heliograph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ServerMainTest {
    @Test
    void answersWhatItKnowsAndNothingElse() {
        assertTrue(ServerMain.answerTo("--version").startsWith("Heliograph relay "));
        assertTrue(ServerMain.answerTo("--help").startsWith("usage: "));
        assertEquals("", ServerMain.answerTo("--bogus"));
        assertEquals("", ServerMain.answerTo());
    }
}
