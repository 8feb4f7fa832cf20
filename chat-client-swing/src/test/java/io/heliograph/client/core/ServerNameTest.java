package io.heliograph.client.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerNameTest {
    @ParameterizedTest
    @CsvSource({
        "relay, relay, 12345",
        "relay:1, relay, 1",
        "10.0.0.1:65535, 10.0.0.1, 65535",
        "::1, ::1, 12345",
        "[::1], ::1, 12345",
        "[fe80::1%eth0]:99, fe80::1%eth0, 99"
    })
    void readsHostsWithAndWithoutPorts(String text, String host, int port) {
        assertEquals(new ServerName(host, port), ServerName.parse(text));
        assertEquals(new ServerName(host, port), ServerName.parse(String.valueOf(ServerName.parse(text))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":1", "relay:", "relay:0", "relay:65536", "relay:x", "[::1", "[::1]x", "re lay", "a/b"})
    void refusesWhatIsNoServer(String text) {
        assertNull(ServerName.parse(text));
    }

    @Test
    void takesTwoSpellingsOfATargetForOne() {
        assertEquals(Target.room("Lobby").key(), Target.room("#lobby").key());
        assertEquals(Target.user("bob"), Target.parse(" @bob "));
        assertNull(Target.parse("bob"));
        assertTrue(Target.room("a").key().length() > Target.room("").address().length());
        assertNotNull(Target.room("two words").whyNot());
    }
}
