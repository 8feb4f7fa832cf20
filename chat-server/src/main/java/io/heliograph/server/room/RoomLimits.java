package io.heliograph.server.room;

/** How many rooms there may be and how much each remembers (protocol.md 8.3). */
public record RoomLimits(int maxRooms, int maxEntries, long maxBytes) {}
