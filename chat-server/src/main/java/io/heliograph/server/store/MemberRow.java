package io.heliograph.server.store;

/**
 * A membership.
 *
 * @param role the number on the wire: 1 read-only, 2 member, 3 moderator, 4 owner
 * @param mutedUntilMs 0: not muted
 * @param deliveredSeq every entry up to it has reached a device of the account
 * @param readSeq every entry up to it has been read
 */
public record MemberRow(
        long conversation, long account, int role, long mutedUntilMs, long joinedMs, long deliveredSeq, long readSeq) {}
