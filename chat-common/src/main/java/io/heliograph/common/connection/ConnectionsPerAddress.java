package io.heliograph.common.connection;

import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.util.HashMap;
import java.util.Map;

/**
 * How many connections each address has opened (protocol.md 3.5). Not thread-safe; owned by the endpoint's
 * loop.
 */
final class ConnectionsPerAddress {
    private final int max;
    private final Map<Bytes, Integer> counts = new HashMap<>();

    ConnectionsPerAddress(int max) {
        this.max = max;
    }

    /** False if the address has as many as it may have. */
    boolean add(PeerAddress address) {
        return counts.merge(address.limitKey(), 1, (before, one) -> Math.min(before + one, max + 1)) <= max
                || undo(address);
    }

    void remove(PeerAddress address) {
        counts.computeIfPresent(address.limitKey(), (key, before) -> before > 1 ? before - 1 : null);
    }

    private boolean undo(PeerAddress address) {
        remove(address);
        return false;
    }
}
