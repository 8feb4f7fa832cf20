package io.heliograph.server.conversation;

import io.heliograph.common.message.ConversationKind;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.server.account.Account;
import io.heliograph.server.log.MessageLog;
import io.heliograph.server.store.RoomBanRow;
import io.heliograph.server.store.RoomInviteRow;
import io.heliograph.server.store.RoomSettings;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A room or a direct conversation as the store holds it: every change here follows one that is durable.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class Conversation {
    private final long id;
    private final ConversationKind kind;
    private final String name;
    private final String skeleton;
    private final MessageLog log;
    private final Turnstile turnstile = new Turnstile();
    private final Map<Long, Member> members = new LinkedHashMap<>();
    private final Map<Long, RoomBanRow> bans = new HashMap<>();
    private final Map<Long, RoomInviteRow> invites = new HashMap<>();
    private RoomSettings settings;
    private List<Long> pins = List.of();
    private long lastActivityMs;
    private long rollCount;
    private boolean removed;

    /** {@code log}: the window of what was appended since the start, shared with everybody's feed. */
    public Conversation(
            long id, ConversationKind kind, String name, String skeleton, RoomSettings settings, MessageLog log) {
        this.id = id;
        this.kind = kind;
        this.name = name;
        this.skeleton = skeleton;
        this.settings = settings;
        this.log = log;
    }

    public long id() {
        return id;
    }

    public boolean isRoom() {
        return kind == ConversationKind.ROOM;
    }

    public ConversationKind kind() {
        return kind;
    }

    /** As its maker wrote it; empty for a direct conversation. */
    public String name() {
        return name;
    }

    public String skeleton() {
        return skeleton;
    }

    /** As {@code viewer} addresses it: {@code #room}, or {@code @name} of the other. */
    public String nameFor(Account viewer) {
        return isRoom() ? name : "@" + peerOf(viewer).name();
    }

    /** The other one of a direct conversation; oneself in a notebook. */
    public Account peerOf(Account viewer) {
        for (Member member : members.values()) {
            if (member.account() != viewer) {
                return member.account();
            }
        }
        return viewer;
    }

    public MessageLog log() {
        return log;
    }

    /** Decisions about members and settings pass one at a time. */
    public Turnstile turnstile() {
        return turnstile;
    }

    // Settings

    public RoomSettings settings() {
        return settings;
    }

    public void setSettings(RoomSettings changed) {
        settings = changed;
    }

    public RoomAccess access() {
        for (RoomAccess access : RoomAccess.values()) {
            if (access.code() == settings.access()) {
                return access;
            }
        }
        return RoomAccess.HIDDEN; // a number of a later version: show it to nobody new
    }

    public List<Long> pins() {
        return pins;
    }

    public void setPins(List<Long> seqs) {
        pins = List.copyOf(seqs);
    }

    public long lastActivityMs() {
        return lastActivityMs;
    }

    public void setLastActivityMs(long timeMs) {
        lastActivityMs = timeMs;
    }

    /** Entries of the roll (protocol.md 13.4); 0 for a direct conversation. */
    public long rollCount() {
        return rollCount;
    }

    public void setRollCount(long count) {
        rollCount = count;
    }

    // Members

    /** In the order of their coming. */
    public Collection<Member> members() {
        return Collections.unmodifiableCollection(members.values());
    }

    public int memberCount() {
        return members.size();
    }

    public @Nullable Member member(Account account) {
        return members.get(account.id());
    }

    public boolean hasMember(Account account) {
        return members.containsKey(account.id());
    }

    public void putMember(Member member) {
        members.put(member.account().id(), member);
    }

    public void removeMember(Account account) {
        members.remove(account.id());
    }

    // Who is kept out, who is let in

    public @Nullable RoomBanRow banOf(Account account, long nowMs) {
        RoomBanRow ban = bans.get(account.id());
        return ban == null || (ban.untilMs() != 0 && ban.untilMs() <= nowMs) ? null : ban;
    }

    public void putBan(RoomBanRow ban) {
        bans.put(ban.account(), ban);
    }

    public void removeBan(long account) {
        bans.remove(account);
    }

    public @Nullable RoomInviteRow inviteOf(Account account) {
        return invites.get(account.id());
    }

    public void putInvite(RoomInviteRow invite) {
        invites.put(invite.account(), invite);
    }

    public void removeInvite(long account) {
        invites.remove(account);
    }

    // Life

    public boolean isRemoved() {
        return removed;
    }

    public void markRemoved() {
        removed = true;
    }

    @Override
    public String toString() {
        return "Conversation[" + id + " " + name + "]";
    }
}
