package io.heliograph.server.store.sql;

import static io.heliograph.server.store.sql.TableFixture.NOW_MS;
import static io.heliograph.server.store.sql.TableFixture.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.server.store.AccountRow;
import io.heliograph.server.store.AccountTable;
import io.heliograph.server.store.DeviceRow;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SqlAccountsTest {
    private final DirectSqlStore store = DirectSqlStore.inMemory();
    private final AccountTable accounts = store.tables().accounts();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aNewAccountHasTheStandardSettings() {
        long id = accounts.add("Ada", "ada", "$argon2id$", NOW_MS);

        assertEquals(
                List.of(new AccountRow(
                        id,
                        "Ada",
                        "ada",
                        "$argon2id$",
                        false,
                        false,
                        AccountRow.Preferences.STANDARD,
                        AccountRow.Status.STANDARD,
                        NOW_MS,
                        0)),
                accounts.all());
    }

    @Test
    void aNameThatLooksLikeAnotherIsTaken() {
        long first = accounts.add("Ada", "ada", "", NOW_MS);

        assertEquals(AccountTable.TAKEN, accounts.add("ADA", "ada", "", NOW_MS));
        assertNotEquals(first, accounts.add("Eve", "eve", "", NOW_MS));
    }

    @Test
    void everySettingIsKept() {
        long id = accounts.add("Ada", "ada", "", NOW_MS);
        long other = accounts.add("Eve", "eve", "", NOW_MS);
        AccountRow untouched = accounts.all().get(1);

        accounts.setPassword(id, "hash");
        accounts.setAdmin(id, true);
        accounts.setDisabled(id, true);
        accounts.setPreferences(id, new AccountRow.Preferences(false, true, true));
        accounts.setStatus(id, new AccountRow.Status(3, "at sea", NOW_MS + 5));
        accounts.setLastSeen(id, NOW_MS + 9);

        assertEquals(
                new AccountRow(
                        id,
                        "Ada",
                        "ada",
                        "hash",
                        true,
                        true,
                        new AccountRow.Preferences(false, true, true),
                        new AccountRow.Status(3, "at sea", NOW_MS + 5),
                        NOW_MS,
                        NOW_MS + 9),
                accounts.all().get(0));
        assertEquals(untouched, accounts.all().get(1));
        assertEquals(other, untouched.id());
    }

    @Test
    void oneKeyMayBelongToTwoAccounts() {
        long ada = accounts.add("Ada", "ada", "", NOW_MS);
        long eve = accounts.add("Eve", "eve", "", NOW_MS);

        accounts.addDevice(ada, key(1), "laptop", NOW_MS);
        accounts.addDevice(eve, key(1), "shared", NOW_MS);
        accounts.setDeviceSeen(eve, key(1), NOW_MS + 7);

        assertEquals(
                List.of(
                        new DeviceRow(ada, key(1), "laptop", NOW_MS, NOW_MS),
                        new DeviceRow(eve, key(1), "shared", NOW_MS, NOW_MS + 7)),
                accounts.devices());
    }

    @Test
    void aRevokedDeviceIsGoneAndMayComeBack() {
        long ada = accounts.add("Ada", "ada", "", NOW_MS);
        accounts.addDevice(ada, key(1), "laptop", NOW_MS);

        assertTrue(accounts.revokeDevice(ada, key(1)));
        assertFalse(accounts.revokeDevice(ada, key(1)));
        assertEquals(List.of(), accounts.devices());

        accounts.addDevice(ada, key(1), "again", NOW_MS + 1);
        assertEquals(List.of(new DeviceRow(ada, key(1), "again", NOW_MS + 1, NOW_MS + 1)), accounts.devices());
    }
}
