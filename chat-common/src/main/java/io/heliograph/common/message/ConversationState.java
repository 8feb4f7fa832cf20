package io.heliograph.common.message;

import java.util.List;

/**
 * A conversation as one of its members sees it (protocol.md 8.1).
 *
 * @param id positive; never used twice within an instance
 * @param name {@code #room}, or {@code @name} of the other
 * @param slowModeS 0: none
 * @param retentionDays 0: as long as the server keeps
 * @param role the receiver's own
 * @param mutedUntilMs the receiver's own; 0: not muted
 * @param nextSeq what follows unasked begins here
 * @param firstSeq the oldest entry that the server holds
 * @param deliveredSeq the receiver's own mark
 * @param readSeq the receiver's own mark
 * @param unreadCount messages of others behind {@code readSeq} and before {@code nextSeq}
 * @param lastActivityMs 0: nothing was said
 * @param rollCount entries of the roll (protocol.md 13.4); 0 for a direct one
 */
public record ConversationState(
        long id,
        ConversationKind kind,
        String name,
        String topic,
        String description,
        RoomAccess access,
        boolean announceOnly,
        int slowModeS,
        int retentionDays,
        Role role,
        long mutedUntilMs,
        int memberCount,
        long nextSeq,
        long firstSeq,
        long deliveredSeq,
        long readSeq,
        long unreadCount,
        long lastActivityMs,
        List<Long> pins,
        long rollCount) {
    public ConversationState {
        pins = List.copyOf(pins);
    }

    /** The same with other members. */
    public ConversationState withMemberCount(int count) {
        return new ConversationState(
                id,
                kind,
                name,
                topic,
                description,
                access,
                announceOnly,
                slowModeS,
                retentionDays,
                role,
                mutedUntilMs,
                count,
                nextSeq,
                firstSeq,
                deliveredSeq,
                readSeq,
                unreadCount,
                lastActivityMs,
                pins,
                rollCount);
    }
}
