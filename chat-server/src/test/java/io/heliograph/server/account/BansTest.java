package io.heliograph.server.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.name.Skeleton;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.store.AccessTable.BanRow;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BansTest {
    private static final Bytes DEVICE = Bytes.copyOf(new byte[32]);
    private static final Bytes OTHER_DEVICE = Bytes.fromHex("01".repeat(32));
    private final Bans bans = new Bans();

    private static BanRow ban(long id, String kind, String subject, long untilMs) {
        return new BanRow(id, kind, subject, untilMs, "", "console", 0);
    }

    private boolean isOut(String name, Bytes device, String ip, long nowMs) {
        Bytes octets = Objects.requireNonNull(IpNetwork.parse(ip), ip).ip();
        return bans.find(new Bans.Visitor(Skeleton.of(name), device, octets), nowMs) != null;
    }

    @Test
    void eachKindMeetsItsOwnSubject() {
        bans.add(ban(1, Bans.ACCOUNT, Skeleton.of("mallory"), 0));
        bans.add(ban(2, Bans.ADDRESS, "192.0.2.7", 0));
        bans.add(ban(3, Bans.NETWORK, "2001:db8:0:0:0:0:0:0/32", 0));
        bans.add(ban(4, Bans.DEVICE, OTHER_DEVICE.toHex(), 0));
        assertTrue(isOut("Mallory", DEVICE, "10.0.0.1", 0));
        assertTrue(isOut("ann", DEVICE, "192.0.2.7", 0));
        assertTrue(isOut("ann", DEVICE, "2001:db8:7::1", 0));
        assertTrue(isOut("ann", OTHER_DEVICE, "10.0.0.1", 0));
        assertFalse(isOut("ann", DEVICE, "192.0.2.8", 0));
        assertFalse(isOut("ann", DEVICE, "2001:db9::1", 0));
    }

    @Test
    void aBanEndsAtItsTime() {
        bans.add(ban(1, Bans.ADDRESS, "192.0.2.7", 1_000));
        assertTrue(isOut("ann", DEVICE, "192.0.2.7", 999));
        assertFalse(isOut("ann", DEVICE, "192.0.2.7", 1_000));
    }

    @Test
    void aBanOfTheSameSubjectReplacesTheOlderOne() {
        bans.add(ban(1, Bans.NETWORK, "10.0.0.0/8", 0));
        bans.add(ban(2, Bans.NETWORK, "10.0.0.0/8", 500));
        assertEquals(1, bans.size());
        assertNull(bans.find(1));
        assertNotNull(bans.find(2));
        assertFalse(isOut("ann", DEVICE, "10.1.1.1", 500));
    }

    @Test
    void whoeverIsUnbannedComesIn() {
        bans.add(ban(1, Bans.NETWORK, "10.0.0.0/8", 0));
        assertNotNull(bans.remove(1));
        assertNull(bans.remove(1));
        assertFalse(isOut("ann", DEVICE, "10.1.1.1", 0));
    }
}
