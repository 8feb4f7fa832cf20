package io.heliograph.client.core.e2e;

import io.heliograph.common.e2e.DeviceList;
import io.heliograph.common.util.Bytes;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this client remembers of somebody (protocol.md 13.2, 13.9). Immutable.
 *
 * @param list the newest one that was believed; its key is the account key
 * @param former devices that were on an earlier list of the same key
 * @param verified the user has compared the safety number of this key
 * @param firstSeenMs wall clock
 * @param proposed a list by another key that waits for the user's yes
 */
record Contact(
        DeviceList list,
        Set<Bytes> former,
        boolean verified,
        long firstSeenMs,
        @Nullable DeviceList proposed) {
    Contact {
        former = Set.copyOf(former);
    }

    String name() {
        return list.name();
    }

    Bytes accountKey() {
        return list.accountKey();
    }

    /** The device speaks for the account, or did so. */
    boolean hasKnown(Bytes device) {
        return list.holds(device) || former.contains(device);
    }
}
