package io.heliograph.common.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Vectors of the reference implementation (phc-winner-argon2, test.c, version 0x13). */
class Argon2idVectorTest {
    @Test
    void twoPassesOver64MebibytesAgree() {
        assertEquals(
                "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
                derive(new Argon2id.Cost(65_536, 2, 1), "somesalt"));
    }

    @Test
    void twoPassesOver256KibibytesAgree() {
        assertEquals(
                "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
                derive(new Argon2id.Cost(256, 2, 1), "somesalt"));
    }

    @Test
    void memoryThatWasUsedBeforeChangesNothing() {
        Argon2id argon2id = new Argon2id();
        byte[] password = "password".getBytes(StandardCharsets.US_ASCII);
        byte[] salt = "somesalt".getBytes(StandardCharsets.US_ASCII);
        Argon2id.Cost cost = new Argon2id.Cost(256, 2, 1);
        argon2id.derive("another".getBytes(StandardCharsets.US_ASCII), salt, cost, 32);
        assertEquals(
                "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
                HexFormat.of().formatHex(argon2id.derive(password, salt, cost, 32)));
    }

    private static String derive(Argon2id.Cost cost, String salt) {
        byte[] password = "password".getBytes(StandardCharsets.US_ASCII);
        return HexFormat.of()
                .formatHex(new Argon2id().derive(password, salt.getBytes(StandardCharsets.US_ASCII), cost, 32));
    }
}
