package io.heliograph.server.store;

/** Lets an account into a room that is not public. */
public record RoomInviteRow(long conversation, long account, String by, long atMs) {}
