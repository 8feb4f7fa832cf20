package io.heliograph.server.routing;

import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.LeaveCause;
import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.ServerMessage.Left;
import io.heliograph.server.account.Account;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.conversation.Member;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.EntryTable.Appended;
import io.heliograph.server.store.RoomBanRow;
import io.heliograph.server.store.Tables;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The end of a membership: of one's own will, by a kick, by a ban (protocol.md 8.2).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Departures {
    private final Directory directory;
    private final ConversationStates states;

    Departures(Directory directory, ConversationStates states) {
        this.directory = directory;
        this.states = states;
    }

    /**
     * Who goes, and why.
     *
     * @param actor null: the server
     * @param ban not null: and may not come back
     */
    record Leaving(
            Account account,
            LeaveCause cause,
            @Nullable Account actor,
            String reason,
            @Nullable RoomBanRow ban) {}

    /** What the transaction did; {@code heir} null: the owners are still there, or nobody is. */
    private record Outcome(Appended left, @Nullable Appended inherited, boolean removed) {}

    /** Who becomes the owner, as the loop saw it; what the transaction needs of it. */
    private record Succession(long account, long mutedUntilMs, long joinedMs, Speech said) {
        static Succession of(Conversation room, Member heir, long nowMs) {
            Speech said = Speech.of(EntryKind.ROLE, room, null, heir.account().name(), Role.OWNER.word(), nowMs);
            return new Succession(heir.account().id(), heir.mutedUntilMs(), heir.joinedMs(), said);
        }
    }

    /**
     * Commits {@code decision}; to be called at the room's turnstile with a member of it.
     *
     * @param done behind everything else, for the answer
     */
    void commit(Decision decision, Conversation room, Leaving leaving, Runnable done) {
        Member member = room.member(leaving.account());
        if (member == null) {
            throw new IllegalArgumentException("not a member: " + leaving.account());
        }
        boolean removed = room.memberCount() == 1 && room.access() != RoomAccess.PUBLIC && leaving.ban() == null;
        Member heir = heirOf(room, member);
        long nowMs = directory.nowMs();
        Speech left = Speech.of(
                kindOf(leaving), room, leaving.actor(), leaving.account().name(), leaving.reason(), nowMs);
        Succession succession = heir == null ? null : Succession.of(room, heir, nowMs);
        decision.commit(tables -> store(tables, room.id(), leaving, left, succession, removed), (outcome, nowNs) -> {
            directory.publish(room, decision.originId(), left.entry(outcome.left()));
            if (heir != null && succession != null && outcome.inherited() != null) {
                heir.setRole(Role.OWNER);
                directory.publish(room, 0, succession.said().entry(outcome.inherited()));
                states.tell(room, heir);
            }
            forget(decision, room, leaving);
            if (outcome.removed()) {
                room.markRemoved();
                directory.conversations().remove(room);
            }
            done.run();
        });
    }

    /** The room goes with everybody in it. */
    void removeRoom(Decision decision, Conversation room, @Nullable Account actor, String reason) {
        decision.commit(
                tables -> {
                    tables.conversations().remove(room.id());
                    return true;
                },
                (done, nowNs) -> {
                    room.markRemoved();
                    directory.conversations().remove(room);
                    for (Member member : room.members()) {
                        tellLeft(null, 0, room, new Leaving(member.account(), LeaveCause.REMOVED, actor, reason, null));
                    }
                });
    }

    private static Outcome store(
            Tables tables, long room, Leaving leaving, Speech left, @Nullable Succession succession, boolean removed) {
        tables.conversations().removeMember(room, leaving.account().id());
        if (leaving.ban() != null) {
            tables.conversations().putBan(leaving.ban());
            tables.conversations().removeInvite(room, leaving.account().id());
        }
        Appended leftAt = left.append(tables);
        Appended inheritedAt = null;
        if (succession != null) {
            tables.conversations()
                    .putMember(
                            room,
                            succession.account(),
                            Role.OWNER.code(),
                            succession.mutedUntilMs(),
                            succession.joinedMs());
            inheritedAt = succession.said().append(tables);
        }
        if (removed) {
            tables.conversations().remove(room);
        }
        return new Outcome(leftAt, inheritedAt, removed);
    }

    private void forget(Decision decision, Conversation room, Leaving leaving) {
        room.removeMember(leaving.account());
        directory.conversations().onLeft(room, leaving.account());
        if (leaving.ban() != null) {
            room.putBan(leaving.ban());
            room.removeInvite(leaving.account().id());
        }
        Session asking = leaving.cause() == LeaveCause.LEFT ? decision.session() : null;
        tellLeft(asking, decision.request(), room, leaving);
    }

    private void tellLeft(@Nullable Session asking, int request, Conversation room, Leaving leaving) {
        Account actor = leaving.actor();
        for (Session session : directory.sessionsOf(leaving.account())) {
            session.unfollow(room.log());
            session.send(new Left(
                    session == asking ? request : 0,
                    room.id(),
                    leaving.cause(),
                    actor == null ? "" : actor.name(),
                    leaving.reason()));
        }
    }

    /** Who becomes owner if {@code leaving} is the last one: the oldest of those with the greatest role. */
    private static @Nullable Member heirOf(Conversation room, Member leaving) {
        boolean lastOwner = leaving.role() == Role.OWNER
                && room.members().stream()
                                .filter(other -> other.role() == Role.OWNER)
                                .count()
                        == 1;
        return !lastOwner
                ? null
                : room.members().stream()
                        .filter(other -> other != leaving)
                        .max(Comparator.comparing((Member other) -> other.role())
                                .thenComparing(Comparator.comparingLong(Member::joinedMs)
                                        .reversed()))
                        .orElse(null);
    }

    private static EntryKind kindOf(Leaving leaving) {
        return switch (leaving.cause()) {
            case LEFT, REMOVED -> EntryKind.LEFT;
            case KICKED -> EntryKind.KICKED;
            case BANNED -> EntryKind.BANNED;
        };
    }
}
