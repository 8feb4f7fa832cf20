package io.heliograph.server.store;

import io.heliograph.common.util.Bytes;
import java.util.List;
import java.util.Map;

/** The rolls of rooms (protocol.md 13.4): numbered from 1 without gaps, never pruned, gone with the room. */
public interface RollTable {
    /** How many entries each conversation has; those without any left out. */
    Map<Long, Long> counts();

    long count(long conversation);

    /** {@code index}: one more than {@link #count}. */
    void append(long conversation, long index, Bytes entry);

    /** Behind {@code afterIndex}, in order, at most {@code limit} and {@code maxBytes} in all, but at least one. */
    List<Bytes> page(long conversation, long afterIndex, int limit, int maxBytes);
}
