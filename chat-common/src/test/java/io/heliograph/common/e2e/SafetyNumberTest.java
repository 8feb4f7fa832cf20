package io.heliograph.common.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.junit.jupiter.api.Test;

/**
 * The number is worked here a second time by the JDK alone. That second way gives, with version 0 and their keys, the
 * number that Signal's clients show (libsignal, fingerprint tests).
 */
class SafetyNumberTest {
    private static final Bytes SIGNAL_ALICE =
            Bytes.fromHex("0506863bc66d02b40d27b8d49ca7c09e9239236f9d7d25d6fcca5ce13c7064d868");
    private static final Bytes SIGNAL_BOB =
            Bytes.fromHex("05f781b6fb32fed9ba1cf2de978d4d5da28dc34046ae814402b5c0dbd96fda907b");

    private final Bytes ann = Person.of("ann", 1).key();
    private final Bytes ben = Person.of("ben", 2).key();

    @Test
    void theSecondWayIsSignals() throws Exception {
        String alice = half(0, "+14152222222", SIGNAL_ALICE);
        String bob = half(0, "+14153333333", SIGNAL_BOB);

        assertEquals("300354477692869396892869876765458257569162576843440918079131", alice + bob);
    }

    @Test
    void agreesWithTheSecondWay() throws Exception {
        String a = half(1, "ann", ann);
        String b = half(1, "Bén", ben);

        assertEquals(
                a.compareTo(b) < 0 ? a + b : b + a,
                SafetyNumber.of("ann", ann, "Bén", ben).digits());
    }

    @Test
    void isTheSameForBoth() {
        SafetyNumber ours = SafetyNumber.of("ann", ann, "ben", ben);

        assertEquals(ours, SafetyNumber.of("ben", ben, "ann", ann));
        assertEquals(ours.words(), SafetyNumber.of("ben", ben, "ann", ann).words());
    }

    @Test
    void isAnotherForEveryOtherKeyAndName() {
        SafetyNumber ours = SafetyNumber.of("ann", ann, "ben", ben);

        assertNotEquals(ours, SafetyNumber.of("ann", ann, "ben", ann));
        assertNotEquals(ours, SafetyNumber.of("ann", ann, "Ben", ben));
        assertNotEquals(ours, SafetyNumber.of("ann", ben, "ben", ann));
    }

    @Test
    void isWrittenInGroupsAndInWords() {
        SafetyNumber ours = SafetyNumber.of("ann", ann, "ben", ben);

        assertTrue(ours.digits().matches("[0-9]{60}"));
        assertTrue(ours.grouped().matches("([0-9]{5} ){11}[0-9]{5}"));
        assertEquals(ours.digits(), ours.grouped().replace(" ", ""));
        assertTrue(ours.words().matches("([a-z]{5}-){7}[a-z]{5}"));
    }

    private static String half(int version, String name, Bytes key) throws Exception {
        MessageDigest sha512 = MessageDigest.getInstance("SHA-512");
        sha512.update(new byte[] {0, (byte) version});
        sha512.update(key.toArray());
        sha512.update(name.getBytes(StandardCharsets.UTF_8));
        byte[] digest = sha512.digest(key.toArray());
        for (int i = 1; i < 5_200; i++) {
            sha512.update(digest);
            digest = sha512.digest(key.toArray());
        }
        StringBuilder digits = new StringBuilder();
        for (int at = 0; at < 30; at += 5) {
            long number = 0;
            for (int i = at; i < at + 5; i++) {
                number = number * 256 + (digest[i] & 0xFF);
            }
            digits.append(String.format("%05d", number % 100_000));
        }
        return digits.toString();
    }
}
