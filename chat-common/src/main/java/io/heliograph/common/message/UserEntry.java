package io.heliograph.common.message;

/**
 * A user as others see one.
 *
 * @param text chosen by the user, empty for none
 * @param lastSeenMs 0 while online, or if the user does not tell
 */
public record UserEntry(String name, PresenceState state, String text, long lastSeenMs) {}
