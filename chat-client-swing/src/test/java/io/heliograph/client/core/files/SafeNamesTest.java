package io.heliograph.client.core.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.text.SafeText;
import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNamesTest {
    private static final String NASTY = "ab.. -~/\\:*?\"<>|\u0000\n\t\u202e\u2066\u200b\ud800ä€😀conNUL.1";

    @ParameterizedTest
    @CsvSource({
        "report.pdf,report.pdf",
        "../../etc/passwd,_.._etc_passwd",
        "/etc/passwd,_etc_passwd",
        "C:\\boot.ini,C__boot.ini",
        ".bashrc,bashrc",
        "-rf,rf",
        "..,file",
        "con,_con",
        "NUL.txt,_NUL.txt",
        "com1 .x,_com1 .x",
        "common.txt,common.txt",
        "name. . ,name",
        "Grüße aus Köln.txt,Grüße aus Köln.txt",
    })
    void isTheSameNameOnEverySystem(String name, String expected) {
        assertEquals(expected, SafeNames.of(name));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isSafeWhateverStrangersCallTheirFiles(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder name = new StringBuilder();
            int length = random.nextInt(random.nextInt(10) == 0 ? 400 : 20);
            for (int i = 0; i < length; i++) {
                name.append(
                        random.nextInt(4) == 0
                                ? (char) random.nextInt(Character.MAX_VALUE)
                                : NASTY.charAt(random.nextInt(NASTY.length())));
            }
            String safe = SafeNames.of(name.toString());
            check(safe, "seed " + seed + ", round " + round);
            check(SafeNames.numbered(safe, 9_999), "seed " + seed + ", round " + round);
            assertEquals(safe, SafeNames.of(safe), "seed " + seed + ", round " + round);
        }
    }

    private static void check(String safe, String where) {
        assertFalse(safe.isEmpty(), where);
        assertTrue(safe.getBytes(StandardCharsets.UTF_8).length <= SafeNames.MAX_NAME_BYTES, where);
        assertFalse(safe.startsWith(".") || safe.startsWith("-") || safe.startsWith(" "), where);
        assertFalse(safe.endsWith(".") || safe.endsWith(" "), where);
        assertTrue(safe.codePoints().noneMatch(SafeText::isHarmful), where);
        assertTrue(safe.codePoints().noneMatch(letter -> "/\\:*?\"<>|".indexOf(letter) >= 0), where);
        assertEquals(1, Path.of(safe).getNameCount(), where);
        assertEquals(safe, new String(safe.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8), where);
    }

    @Test
    void aLongNameKeepsItsEnding() {
        String safe = SafeNames.of("ä".repeat(300) + ".tar");
        assertTrue(safe.endsWith("ä.tar"));
        assertEquals(246, safe.getBytes(StandardCharsets.UTF_8).length);
        assertEquals("b".repeat(247), SafeNames.of("b".repeat(300)));
        assertEquals("a." + "c".repeat(245), SafeNames.of("a." + "c".repeat(300)));
    }

    @Test
    void numbersStandBeforeTheEnding() {
        assertEquals("a.txt", SafeNames.numbered("a.txt", 1));
        assertEquals("a (2).txt", SafeNames.numbered("a.txt", 2));
        assertEquals("a (10)", SafeNames.numbered("a", 10));
    }

    @Test
    void aPartIsHiddenAndNamesItsBlob() {
        Bytes blob = Bytes.fromHex("0011223344556677889900aabbccddee");
        assertEquals(".a.txt.00112233.part", SafeNames.ofPart("a.txt", blob));
        assertTrue(SafeNames.ofPart("ä".repeat(300), blob).getBytes(StandardCharsets.UTF_8).length
                <= SafeNames.MAX_NAME_BYTES);
    }
}
