package io.heliograph.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.util.Bytes;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class IpNetworkTest {
    private static IpNetwork parsed(String text) {
        return Objects.requireNonNull(IpNetwork.parse(text), text);
    }

    private static boolean contains(String network, String address) {
        return parsed(network).contains(parsed(address).ip());
    }

    @Test
    void writesEachAddressInOneSpelling() {
        assertEquals("192.0.2.7", parsed("192.0.2.7").toString());
        assertEquals("192.0.2.0/24", parsed("192.0.2.77/24").toString());
        assertEquals("2001:db8:0:0:0:0:0:1", parsed("2001:DB8::0001").toString());
        assertEquals("0:0:0:0:0:0:0:0", parsed("::").toString());
        assertEquals("2001:db8:0:0:0:0:0:0/33", parsed("2001:db8:7fff::/33").toString());
        assertEquals("0.0.0.0/0", parsed("1.2.3.4/0").toString());
        assertEquals("192.0.2.7", parsed("192.0.2.7/32").toString());
    }

    @Test
    void holdsTheAddressesOfItsPrefixAlone() {
        assertTrue(contains("192.0.2.0/25", "192.0.2.127"));
        assertFalse(contains("192.0.2.0/25", "192.0.2.128"));
        assertTrue(contains("2001:db8::/32", "2001:db8:ffff::1"));
        assertFalse(contains("2001:db8::/32", "2001:db9::1"));
        assertTrue(contains("2001:db8::1", "2001:db8::1"));
        assertFalse(contains("0.0.0.0/0", "::1"));
    }

    @Test
    void readsNothingElse() {
        for (String bad : List.of(
                "",
                "localhost",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.4/33",
                "1.2.3.4/",
                "1.2.3.4/-1",
                "1.2.3.4/8/8",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "1:2:3:4:5:6:7::8:9",
                "::12345",
                "::g",
                ":1:2:3:4:5:6:7",
                "::1/129",
                "fe80::1%eth0")) {
            assertNull(IpNetwork.parse(bad), bad);
        }
    }

    @Test
    void anAddressFromAPacketReadsAsItIsWritten() {
        Bytes ip = parsed("10.1.2.3").ip();
        assertEquals("10.1.2.3", IpNetwork.of(ip).toString());
        assertTrue(IpNetwork.of(ip).isSingle());
    }
}
