package io.heliograph.common.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.util.Bytes;
import org.junit.jupiter.api.Test;

class SecretBytesTest {
    @Test
    void keepsACopyOfItsOwn() {
        byte[] octets = {1, 2, 3};
        SecretBytes secret = SecretBytes.copyOf(octets);
        octets[0] = 9;
        secret.toArray()[1] = 9;

        assertArrayEquals(new byte[] {1, 2, 3}, secret.toArray());
    }

    @Test
    void textTellsTheLengthAlone() {
        String text = SecretBytes.copyOf(new byte[] {0x41, 0x42}).toString();

        assertEquals("SecretBytes[2]", text);
    }

    @Test
    void erasedSecretIsGone() {
        SecretBytes secret = SecretBytes.copyOf(new byte[] {1, 2, 3});
        byte[] octets = secret.asReadOnlyArray();
        secret.erase();

        assertArrayEquals(new byte[3], octets);
        assertTrue(secret.isErased());
        assertThrows(IllegalStateException.class, secret::toArray);
    }

    @Test
    void equalityIsByContent() {
        assertEquals(SecretBytes.copyOf(new byte[] {1}), SecretBytes.copyOf(new byte[] {1}));
        assertNotEquals(SecretBytes.copyOf(new byte[] {1}), SecretBytes.copyOf(new byte[] {2}));
        assertNotEquals(SecretBytes.copyOf(new byte[] {1}), SecretBytes.copyOf(new byte[] {1, 0}));
    }

    @Test
    void derivationErasesWhatItTook() {
        SecretBytes wrapped = SecretBytes.copyOf(new byte[32]);
        SecretBytes agreed = SecretBytes.copyOf(new byte[32]);
        SessionSecrets secrets = SessionSecrets.derive(Bytes.copyOf(new byte[32]), wrapped, agreed);

        assertTrue(wrapped.isErased());
        assertTrue(agreed.isErased());
        assertFalse(secrets.exporter().isErased());
        secrets.erase();
        assertTrue(secrets.exporter().isErased());
    }
}
