package io.heliograph.common.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The numbers of the protocol's text, and that they fit to each other. */
class LimitsTest {
    private static final int BASE64_CHARS = 4;
    private static final int BASE64_BYTES = 3;

    @Test
    void plaintextFillsWholeBlocks() {
        assertEquals(783, Limits.MAX_PLAINTEXT_BYTES);
        assertEquals(64, Limits.MIN_PAYLOAD_BYTES);
        assertEquals(Limits.MAX_PAYLOAD_BYTES, Limits.TAG_BYTES + Limits.IV_BYTES + Limits.MAX_PLAINTEXT_BYTES + 1);
    }

    @Test
    void oneMoreBlockWouldNotFit() {
        String members = "{\"type\":\"CLOSE\",\"cid\":\"AAAAAAAAAAA=\",\"epoch\":" + Limits.MAX_EPOCH + ",\"seq\":"
                + Limits.MAX_SEQ + ",\"payload\":\"\"}";

        assertTrue(members.length() + base64(Limits.MAX_PAYLOAD_BYTES) <= Limits.MAX_DATAGRAM_BYTES);
        assertTrue(
                members.length() + base64(Limits.MAX_PAYLOAD_BYTES + Limits.BLOCK_BYTES) > Limits.MAX_DATAGRAM_BYTES);
    }

    @Test
    void kindsHaveTheCodesOfTheText() {
        assertEquals(1, RecordKind.DATA.code());
        assertEquals(2, RecordKind.ACK.code());
        assertEquals(3, RecordKind.CLOSE.code());
    }

    private static int base64(int octetCount) {
        return (octetCount + BASE64_BYTES - 1) / BASE64_BYTES * BASE64_CHARS;
    }
}
