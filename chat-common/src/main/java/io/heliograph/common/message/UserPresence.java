package io.heliograph.common.message;

/** A user's name and whether that user can be reached. */
public record UserPresence(String name, PresenceState state) {}
