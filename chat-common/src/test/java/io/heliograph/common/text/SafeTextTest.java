package io.heliograph.common.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SafeTextTest {
    @Test
    void lettersOfAllScriptsPass() {
        String text = "Grüße, 你好, שלום, नमस्ते, 👩‍🚀 ok";
        assertEquals(text, SafeText.lines(text));
    }

    @Test
    void noControlCharacterReachesTheTerminal() {
        for (int codePoint = 0; codePoint < 0xA0; codePoint++) {
            String safe = SafeText.line("a" + Character.toString(codePoint) + "b");
            assertTrue(safe.codePoints().noneMatch(Character::isISOControl), "code point " + codePoint);
        }
        assertEquals("\uFFFD[2J", SafeText.line("\u001b[2J"));
        assertEquals("\uFFFD31m", SafeText.line("\u009b31m"));
    }

    @Test
    void nothingTurnsTheDirectionOfWhatFollows() {
        for (int codePoint :
                new int[] {0x202A, 0x202B, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x200E, 0x200F, 0x061C}) {
            assertEquals("ab", SafeText.line("a" + Character.toString(codePoint) + "b"));
        }
    }

    @Test
    void everyKindOfLineEndStaysInItsMessage() {
        assertEquals("a\nb\nc", SafeText.lines("a\u2028b\u2029c"));
        assertEquals("a b c", SafeText.line("a\nb\u2028c"));
    }

    @Test
    void towersOfMarksAreCut() {
        assertEquals(1 + 8, SafeText.line("a" + "\u0301".repeat(500)).length());
    }

    @Test
    void anExcerptNeverCutsALetterInHalf() {
        String excerpt = SafeText.excerpt("x".repeat(8) + "😀😀😀", 10);
        assertFalse(Character.isHighSurrogate(excerpt.charAt(excerpt.length() - 2)), excerpt);
        assertEquals("short", SafeText.excerpt("short", 10));
    }
}
