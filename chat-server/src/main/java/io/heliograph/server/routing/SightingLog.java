package io.heliograph.server.routing;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.store.AccountTable;
import io.heliograph.server.store.DeviceRow;
import io.heliograph.server.store.Store;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * When users and devices were last seen: stored when they go, and every five minutes while they are there, so that a
 * crash costs no more. A write that fails is made good by the next.
 *
 * <p>Who shows as offline without being it is not seen: the time would give it away. Not thread-safe; owned by the
 * relay loop.
 */
final class SightingLog {
    private static final long EVERY_MS = TimeUnit.MINUTES.toMillis(5);

    private final Directory directory;
    private final Store store;
    private final Set<Account> present = new HashSet<>();

    SightingLog(Directory directory, Store store) {
        this.directory = directory;
        this.store = store;
    }

    /** Call when others see {@code account} as there, or as gone. */
    void onShown(Account account, boolean there) {
        if (there) {
            present.add(account);
        } else if (present.remove(account)) {
            see(account);
        }
    }

    /** Call now and then while the account is connected. */
    void onLook(Account account) {
        if (present.contains(account) && directory.nowMs() - account.lastSeenMs() >= EVERY_MS) {
            see(account);
        }
    }

    /** Call when a device comes or goes. */
    void onDevice(Account account, Bytes key) {
        DeviceRow device = account.device(key);
        if (device != null) {
            long nowMs = directory.nowMs();
            account.putDevice(new DeviceRow(account.id(), key, device.name(), device.enrolledMs(), nowMs));
            write(tables -> tables.setDeviceSeen(account.id(), key, nowMs));
        }
    }

    private void see(Account account) {
        long nowMs = directory.nowMs();
        account.setLastSeenMs(nowMs);
        write(tables -> tables.setLastSeen(account.id(), nowMs));
    }

    /** Writes to the table of accounts. */
    private interface Write {
        void run(AccountTable accounts);
    }

    private void write(Write write) {
        store.write(
                tables -> {
                    write.run(tables.accounts());
                    return true;
                },
                (done, nowNs) -> {},
                (fault, nowNs) -> {});
    }
}
