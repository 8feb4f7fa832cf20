package io.heliograph.server.store;

import java.util.List;

/**
 * A conversation as it is stored.
 *
 * @param kind the number on the wire: 1 room, 2 direct
 * @param name {@code #room}; for a direct conversation empty
 * @param skeleton what the name looks like, for a direct conversation {@code @lower-id:higher-id}; unique
 * @param nextSeq the number its next entry will get; at least 1
 * @param lastActivityMs of the last message; 0 for none
 * @param pins numbers of entries, as pinned
 */
public record ConversationRow(
        long id,
        int kind,
        String name,
        String skeleton,
        RoomSettings settings,
        long nextSeq,
        long createdMs,
        long lastActivityMs,
        List<Long> pins) {
    public ConversationRow {
        pins = List.copyOf(pins);
    }

    /** One that is to be made. */
    public record New(int kind, String name, String skeleton, RoomSettings settings, long nowMs) {}
}
