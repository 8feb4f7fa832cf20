package io.heliograph.server.store;

import io.heliograph.common.util.Bytes;
import java.util.List;

/** Accounts and their devices. An id is never used twice. Times are milliseconds since 1970, UTC. */
public interface AccountTable {
    /** What {@link #add} answers for a name that is taken. */
    long TAKEN = 0;

    List<AccountRow> all();

    List<DeviceRow> devices();

    /** The new account's id, or {@link #TAKEN} if an account looks the same. */
    long add(String name, String skeleton, String passwordHash, long nowMs);

    /** {@code passwordHash} empty: none, only the enrolled devices come in. */
    void setPassword(long account, String passwordHash);

    void setAdmin(long account, boolean admin);

    void setDisabled(long account, boolean disabled);

    void setPreferences(long account, AccountRow.Preferences preferences);

    void setStatus(long account, AccountRow.Status status);

    void setLastSeen(long account, long nowMs);

    /** Enrols a device; one that was revoked comes back. */
    void addDevice(long account, Bytes key, String name, long nowMs);

    void setDeviceSeen(long account, Bytes key, long nowMs);

    /** With its prekey and the boxes that wait for it; true if it was enrolled. */
    boolean revokeDevice(long account, Bytes key);
}
