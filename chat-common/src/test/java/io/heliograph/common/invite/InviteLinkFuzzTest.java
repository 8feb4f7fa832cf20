package io.heliograph.common.invite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.heliograph.common.crypto.Fingerprint;
import java.nio.charset.StandardCharsets;

/** Any text: a value that writes itself so that it reads the same, or a sentence about what is wrong. */
class InviteLinkFuzzTest {
    @FuzzTest(maxDuration = "10m")
    void parsesLinks(byte[] octets) {
        try {
            InviteLink link = InviteLink.parse(new String(octets, StandardCharsets.UTF_8));
            assertEquals(link, InviteLink.parse(link.toLink()));
        } catch (IllegalArgumentException expected) {
            assertNotNull(expected.getMessage());
        }
    }

    @FuzzTest(maxDuration = "10m")
    void parsesFingerprints(byte[] octets) {
        try {
            Fingerprint fingerprint = Fingerprint.parse(new String(octets, StandardCharsets.UTF_8));
            assertEquals(fingerprint, Fingerprint.parse(fingerprint.toString()));
        } catch (IllegalArgumentException expected) {
            assertNotNull(expected.getMessage());
        }
    }
}
