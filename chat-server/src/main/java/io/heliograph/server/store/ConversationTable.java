package io.heliograph.server.store;

import java.util.List;

/** Rooms and direct conversations with their members. */
public interface ConversationTable {
    /** What {@link #add} answers where there is one of that skeleton. */
    long TAKEN = 0;

    List<ConversationRow> all();

    List<MemberRow> members();

    /** Bans from rooms, those that are over left out by the caller. */
    List<RoomBanRow> bans();

    List<RoomInviteRow> invites();

    /** The new conversation's id, or {@link #TAKEN}. */
    long add(ConversationRow.New made);

    void setSettings(long conversation, RoomSettings settings);

    /** The room, its log and everything about it are gone; its numbers are not used again. */
    void remove(long conversation);

    /** Adds a member, or changes its role and mute; the marks of one that is there stay. */
    void putMember(long conversation, long account, int role, long mutedUntilMs, long nowMs);

    void removeMember(long conversation, long account);

    /** Marks only move forward. */
    void setMarks(long conversation, long account, long deliveredSeq, long readSeq);

    void putBan(RoomBanRow ban);

    void removeBan(long conversation, long account);

    void putInvite(RoomInviteRow invite);

    void removeInvite(long conversation, long account);

    void setPins(long conversation, List<Long> seqs);
}
