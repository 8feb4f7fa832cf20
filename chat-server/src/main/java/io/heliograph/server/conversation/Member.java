package io.heliograph.server.conversation;

import io.heliograph.common.message.Role;
import io.heliograph.server.account.Account;
import java.util.concurrent.TimeUnit;

/**
 * One account's place in a conversation.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class Member {
    private static final long NEVER_POSTED_NS = Long.MIN_VALUE / 2;

    private final Account account;
    private final long joinedMs;
    private Role role;
    private long mutedUntilMs;
    private long deliveredSeq;
    private long readSeq;
    private long postedNs = NEVER_POSTED_NS;

    public Member(Account account, Role role, long mutedUntilMs, long joinedMs) {
        this.account = account;
        this.role = role;
        this.mutedUntilMs = mutedUntilMs;
        this.joinedMs = joinedMs;
    }

    public Account account() {
        return account;
    }

    public long joinedMs() {
        return joinedMs;
    }

    public Role role() {
        return role;
    }

    /** Of the server's administrators: an owner's (protocol.md 8.3). */
    public Role effectiveRole() {
        return account.isAdmin() ? Role.OWNER : role;
    }

    public void setRole(Role changed) {
        role = changed;
    }

    public long mutedUntilMs() {
        return mutedUntilMs;
    }

    public void setMutedUntilMs(long untilMs) {
        mutedUntilMs = untilMs;
    }

    public boolean isMuted(long nowMs) {
        return mutedUntilMs > nowMs;
    }

    public long deliveredSeq() {
        return deliveredSeq;
    }

    public long readSeq() {
        return readSeq;
    }

    /** Marks only move forward, and what was read was delivered. True if one moved. */
    public boolean advance(long delivered, long read) {
        long newRead = Math.max(readSeq, read);
        long newDelivered = Math.max(Math.max(deliveredSeq, delivered), newRead);
        boolean moved = newRead != readSeq || newDelivered != deliveredSeq;
        readSeq = newRead;
        deliveredSeq = newDelivered;
        return moved;
    }

    /** How long slow mode still holds this member back. */
    public long slowForNs(int slowModeS, long nowNs) {
        return Math.max(0, postedNs + TimeUnit.SECONDS.toNanos(slowModeS) - nowNs);
    }

    public void onPosted(long nowNs) {
        postedNs = nowNs;
    }
}
