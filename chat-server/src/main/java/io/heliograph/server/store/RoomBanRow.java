package io.heliograph.server.store;

/** Keeps an account out of a room; {@code untilMs} 0: for good. */
public record RoomBanRow(long conversation, long account, long untilMs, String reason, String by) {}
