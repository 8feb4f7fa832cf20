package io.heliograph.server.account;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.store.AccountRow;
import io.heliograph.server.store.DeviceRow;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An account as the store holds it: every change here follows one that is durable.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class Account {
    private final Map<Bytes, DeviceRow> devices = new LinkedHashMap<>();
    private AccountRow row;

    public Account(AccountRow row) {
        this.row = row;
    }

    public long id() {
        return row.id();
    }

    public String name() {
        return row.name();
    }

    public boolean isAdmin() {
        return row.admin();
    }

    public boolean isDisabled() {
        return row.disabled();
    }

    public AccountRow row() {
        return row;
    }

    /** What the store holds now. */
    public void setRow(AccountRow changed) {
        row = changed;
    }

    public boolean hasDevice(Bytes key) {
        return devices.containsKey(key);
    }

    /** In the order of their coming. */
    public Collection<DeviceRow> devices() {
        return Collections.unmodifiableCollection(devices.values());
    }

    public void putDevice(DeviceRow device) {
        devices.put(device.key(), device);
    }

    public void removeDevice(Bytes key) {
        devices.remove(key);
    }

    @Override
    public String toString() {
        return "Account[" + row.name() + "]";
    }
}
