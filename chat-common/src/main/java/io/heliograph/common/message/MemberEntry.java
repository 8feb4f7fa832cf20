package io.heliograph.common.message;

/**
 * A member of a conversation.
 *
 * @param deliveredSeq 0 if the user does not tell
 * @param readSeq 0 if the user does not tell
 * @param mutedUntilMs 0: not muted
 */
public record MemberEntry(String name, Role role, long deliveredSeq, long readSeq, long mutedUntilMs) {}
