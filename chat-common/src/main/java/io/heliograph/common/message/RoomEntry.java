package io.heliograph.common.message;

/** A line of the list of rooms. {@code lastActivityMs} 0: nothing was said. */
public record RoomEntry(
        String name, String topic, RoomAccess access, int memberCount, long lastActivityMs, boolean joined) {}
