package io.heliograph.common.invite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InviteLinkTest {
    private static final String FINGERPRINT = "SHA256:" + "A".repeat(43);

    @ParameterizedTest
    @CsvSource({
        "heliograph://chat.example:2000/#,chat.example,2000",
        "heliograph://chat.example/#,chat.example,12345",
        "heliograph://chat.example#,chat.example,12345",
        "HELIOGRAPH://localhost:1/#,localhost,1",
        "heliograph://192.0.2.1:65535/#,192.0.2.1,65535",
        "heliograph://[2001:db8::1]:2000/#,2001:db8::1,2000",
        "heliograph://[::1]/#,::1,12345",
        "heliograph://[fe80::1%eth0]/#,fe80::1%eth0,12345",
        "'  heliograph://chat.example/#',chat.example,12345",
    })
    void readsHostAndPort(String head, String host, int port) {
        InviteLink link = InviteLink.parse(head + FINGERPRINT);

        assertEquals(host, link.host());
        assertEquals(port, link.port());
        assertEquals(FINGERPRINT, link.fingerprint().toString());
        assertEquals(link, InviteLink.parse(link.toString()));
    }

    @Test
    void readsATokenAndShowsItOnlyToWhoIsInvited() {
        InviteLink link = InviteLink.parse("heliograph://chat.example/#" + FINGERPRINT + ";token=aZ_09-x");

        assertEquals("aZ_09-x", link.token());
        assertEquals(link, InviteLink.parse(link.toLink()));
        assertFalse(link.toString().contains("aZ_09-x"), link.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {";token=a b", ";token=a;token=b", ";tokens=a", ";token=%41", ";"})
    void refusesATokenThatIsNone(String token) {
        assertThrows(
                IllegalArgumentException.class,
                () -> InviteLink.parse("heliograph://chat.example/#" + FINGERPRINT + token));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "chat.example:2000/#",
                "http://chat.example/#",
                "heliograph:chat.example/#",
                "heliograph:///#",
                "heliograph://:2000/#",
                "heliograph://chat.example:/#",
                "heliograph://chat.example:0/#",
                "heliograph://chat.example:65536/#",
                "heliograph://chat.example:99999999999/#",
                "heliograph://chat.example:-1/#",
                "heliograph://chat.example:+1/#",
                "heliograph://chat.example:1x/#",
                "heliograph://chat.example:1:2/#",
                "heliograph://chat.example/path/#",
                "heliograph://chat example/#",
                "heliograph://user@chat.example/#",
                "heliograph://2001:db8::1/#",
                "heliograph://[2001:db8::1/#",
                "heliograph://2001:db8::1]/#",
                "heliograph://[chat.example]/#",
                "heliograph://[]/#",
                "heliograph://-chat.example/#",
                "heliograph://chat.example/?#",
                "heliograph://chat.example/##",
                "heliograph://chat.example/#x"
            })
    void refusesEverythingElseInWords(String head) {
        String message =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> InviteLink.parse(head + FINGERPRINT))
                        .getMessage());

        assertTrue(message.contains("invite link") || message.contains("fingerprint"), message);
    }

    @ParameterizedTest
    @ValueSource(ints = {520, 10_000, 1_000_000})
    void refusesEndlessText(int length) {
        String head = "heliograph://" + "a".repeat(length) + "/#";

        assertThrows(IllegalArgumentException.class, () -> InviteLink.parse(head + FINGERPRINT));
    }
}
