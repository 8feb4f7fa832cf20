package io.heliograph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void whatMovesTheCursorOrHidesItselfIsShownAsAQuestionMark() {
        assertEquals("a?[2Jb?c?d?", PlainText.of("a\u001b[2Jb\rc\u202ed\u200b"));
    }

    @Test
    void lettersAndPicturesStay() {
        assertEquals("Ünïcode 日本 🙂 #lobby", PlainText.of("Ünïcode 日本 🙂 #lobby"));
    }
}
