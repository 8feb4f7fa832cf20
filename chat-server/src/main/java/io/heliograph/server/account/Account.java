package io.heliograph.server.account;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.store.AccountRow;
import io.heliograph.server.store.DeviceRow;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An account as the store holds it: every change here follows one that is durable. {@link #toString} hides the
 * password's hash.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class Account {
    private final long id;
    private final String name;
    private final String skeleton;
    private final long createdMs;
    private final Map<Bytes, DeviceRow> devices = new LinkedHashMap<>();
    private String passwordHash;
    private boolean admin;
    private boolean disabled;
    private AccountRow.Preferences preferences;
    private AccountRow.Status status;
    private long lastSeenMs;

    public Account(AccountRow row) {
        id = row.id();
        name = row.name();
        skeleton = row.skeleton();
        createdMs = row.createdMs();
        passwordHash = row.passwordHash();
        admin = row.admin();
        disabled = row.disabled();
        preferences = row.preferences();
        status = row.status();
        lastSeenMs = row.lastSeenMs();
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    /** What the name looks like; unique. */
    public String skeleton() {
        return skeleton;
    }

    public long createdMs() {
        return createdMs;
    }

    /** PHC string; empty: none, only the enrolled devices come in. */
    public String passwordHash() {
        return passwordHash;
    }

    public boolean hasPassword() {
        return !passwordHash.isEmpty();
    }

    public void setPasswordHash(String changed) {
        passwordHash = changed;
    }

    public boolean isAdmin() {
        return admin;
    }

    public void setAdmin(boolean changed) {
        admin = changed;
    }

    public boolean isDisabled() {
        return disabled;
    }

    public void setDisabled(boolean changed) {
        disabled = changed;
    }

    public AccountRow.Preferences preferences() {
        return preferences;
    }

    public void setPreferences(AccountRow.Preferences changed) {
        preferences = changed;
    }

    /** What the user chose to show; its text may have ended. */
    public AccountRow.Status status() {
        return status;
    }

    public void setStatus(AccountRow.Status changed) {
        status = changed;
    }

    /** When others last saw this user connected; 0 for never. */
    public long lastSeenMs() {
        return lastSeenMs;
    }

    public void setLastSeenMs(long changed) {
        lastSeenMs = changed;
    }

    // Devices

    public boolean hasDevice(Bytes key) {
        return devices.containsKey(key);
    }

    public @Nullable DeviceRow device(Bytes key) {
        return devices.get(key);
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
        return "Account[" + name + "]";
    }
}
