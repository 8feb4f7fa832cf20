package io.heliograph.server.store.sql;

import static io.heliograph.server.store.sql.TableFixture.NOW_MS;
import static io.heliograph.server.store.sql.TableFixture.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.server.store.AccessTable;
import io.heliograph.server.store.AccessTable.BanRow;
import io.heliograph.server.store.AccessTable.InviteRow;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SqlAccessTest {
    private final DirectSqlStore store = DirectSqlStore.inMemory();
    private final AccessTable access = store.tables().access();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aBanGetsAnIdThatIsNotUsedAgain() {
        long first = access.addBan(new BanRow(0, "account", "eve", 0, "spam", "ada", NOW_MS));
        assertEquals(List.of(new BanRow(first, "account", "eve", 0, "spam", "ada", NOW_MS)), access.bans());

        assertTrue(access.removeBan(first));
        assertFalse(access.removeBan(first));
        long second = access.addBan(new BanRow(0, "network", "10.0.0.0/8", NOW_MS + 1, "", "ada", NOW_MS));

        assertTrue(second > first);
    }

    @Test
    void anInviteHasAsManyUsesAsItWasGiven() {
        access.addInvite(new InviteRow(key(1), 2, 0, "ada", NOW_MS));

        assertTrue(access.useInvite(key(1), NOW_MS));
        assertTrue(access.useInvite(key(1), NOW_MS));
        assertFalse(access.useInvite(key(1), NOW_MS));
        assertFalse(access.useInvite(key(2), NOW_MS));
    }

    @Test
    void anInviteEndsWithItsTime() {
        access.addInvite(new InviteRow(key(1), 5, NOW_MS + 10, "ada", NOW_MS));

        assertTrue(access.useInvite(key(1), NOW_MS + 9));
        assertFalse(access.useInvite(key(1), NOW_MS + 10));
        assertEquals(List.of(new InviteRow(key(1), 4, NOW_MS + 10, "ada", NOW_MS)), access.invites());
    }

    @Test
    void aRemovedInviteIsNoUse() {
        access.addInvite(new InviteRow(key(1), 5, 0, "ada", NOW_MS));

        assertTrue(access.removeInvite(key(1)));
        assertFalse(access.removeInvite(key(1)));
        assertFalse(access.useInvite(key(1), NOW_MS));
    }

    @Test
    void aFactIsReplaced() {
        assertNull(access.fact("instance"));

        access.setFact("instance", "01");
        access.setFact("instance", "02");

        assertEquals("02", access.fact("instance"));
    }
}
