package io.heliograph.client.core.e2e;

import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.e2e.DeviceList;
import io.heliograph.common.util.Bytes;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What a profile remembers of the account's list of devices (protocol.md 13.2).
 *
 * <p>Thread-safe as far as the store is.
 */
public final class KeptIdentity {
    private static final String DRAWER = "own-device";
    private static final Bytes LIST = Bytes.copyOf((byte) 1);
    private static final Bytes FLOOR = Bytes.copyOf((byte) 2);

    private KeptIdentity() {}

    /** The version of the list that this profile knows; 0 if it knows none. */
    public static long listVersion(LocalStore store) {
        DeviceList list = list(store);
        return Math.max(floor(store), list == null ? 0 : list.version());
    }

    /** An imported identity: lists before {@code version} are old. */
    public static void setFloor(LocalStore store, long version) {
        byte[] octets = ByteBuffer.allocate(Long.BYTES).putLong(version).array();
        store.put(DRAWER, FLOOR, Bytes.takingOver(octets));
    }

    static @Nullable DeviceList list(LocalStore store) {
        Bytes stored = store.get(DRAWER, LIST);
        return stored == null ? null : DeviceList.verified(stored);
    }

    static void keep(LocalStore store, DeviceList list) {
        store.put(DRAWER, LIST, list.octets());
    }

    static long floor(LocalStore store) {
        Bytes stored = store.get(DRAWER, FLOOR);
        return stored == null || stored.length() != Long.BYTES
                ? 0
                : ByteBuffer.wrap(stored.toArray()).getLong();
    }
}
