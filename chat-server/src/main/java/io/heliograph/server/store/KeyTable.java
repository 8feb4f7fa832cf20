package io.heliograph.server.store;

import io.heliograph.common.util.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signed records of devices and accounts (protocol.md 13.2, 13.10), as their owners brought them. */
public interface KeyTable {
    /** Replaces the device's prekey; true if it is another one. */
    boolean putPrekey(long account, Bytes device, Bytes prekey);

    /** Of the devices that are enrolled, in the order of their coming. */
    List<PrekeyRow> prekeys(long account);

    /** Null if none was published. */
    @Nullable
    ListRow list(long account);

    void putList(long account, ListRow list);

    /** True if that device is enrolled. */
    boolean isEnrolled(long account, Bytes device);

    /** Null if there is none. */
    @Nullable
    DirectoryRow directory();

    void putDirectory(DirectoryRow directory);

    /** A prekey as its device brought it. */
    record PrekeyRow(Bytes device, Bytes octets) {}

    /** A device list; {@code signer}: the account key, 32 bytes. */
    record ListRow(long version, Bytes signer, Bytes octets) {}

    /** The administrator's directory. */
    record DirectoryRow(long version, Bytes octets) {}
}
