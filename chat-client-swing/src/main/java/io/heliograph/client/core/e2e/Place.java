package io.heliograph.client.core.e2e;

import io.heliograph.client.core.Target;
import io.heliograph.common.e2e.Roll;
import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as the end-to-end layer names it (protocol.md 13.4).
 *
 * @param room 32 bytes
 * @param head of the roll; {@code room} for a direct conversation
 * @param roll null for a direct conversation
 */
record Place(Target where, Bytes room, Bytes head, @Nullable Roll roll) {
    /** 0 for a direct conversation. */
    long rollCount() {
        return roll == null ? 0 : roll.count();
    }

    boolean handsKeysOn() {
        return roll != null && roll.givesHistory();
    }
}
