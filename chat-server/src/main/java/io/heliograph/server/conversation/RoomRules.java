package io.heliograph.server.conversation;

import io.heliograph.common.message.Role;
import io.heliograph.common.message.RoomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what: the table of protocol.md 8.3.
 *
 * <p>Thread-safe: pure functions.
 */
public final class RoomRules {
    private RoomRules() {}

    /** What a member may want to do. */
    public enum Action {
        /** Post, edit and delete one's own, react, show typing. */
        SPEAK,
        DELETE_OTHERS,
        PIN,
        SET_TOPIC,
        INVITE,
        /** Kick, ban, mute, unban, unmute. */
        MODERATE,
        /** Access, password, announce-only, slow mode, retention. */
        SET_MODE,
        SET_ROLE
    }

    /**
     * Who asks, and where.
     *
     * @param role the effective one
     */
    public record Standing(Role role, boolean muted, boolean room, RoomAccess access, boolean announceOnly) {
        public static Standing of(Conversation conversation, Member member, long nowMs) {
            return new Standing(
                    member.effectiveRole(),
                    member.isMuted(nowMs),
                    conversation.isRoom(),
                    conversation.access(),
                    conversation.settings().announceOnly());
        }
    }

    /** Null if the action is allowed, else one sentence that says why not. */
    public static @Nullable String whyNot(Action action, Standing who) {
        if (!who.room()) {
            return whyNotInDirect(action);
        }
        if (who.muted()) {
            return "You are muted in this room.";
        }
        Role least = leastRole(action, who);
        if (who.role().code() >= least.code()) {
            return null;
        }
        if (action == Action.SPEAK && who.role() == Role.MEMBER) {
            return "Only moderators may write in this room.";
        }
        return switch (least) {
            case OWNER -> "Only an owner of the room may do this.";
            case MODERATOR -> "Only a moderator of the room may do this.";
            case MEMBER, READ_ONLY -> "You may only read in this room.";
        };
    }

    /** Null if somebody with {@code actor}'s role may moderate {@code target}. */
    public static @Nullable String whyNotTarget(Role actor, Role target) {
        return target.code() < actor.code() ? null : "You may do this only to somebody of a smaller role.";
    }

    /** Moderators write without waiting for slow mode. */
    public static boolean waitsInSlowMode(Role role) {
        return role.code() < Role.MODERATOR.code();
    }

    private static @Nullable String whyNotInDirect(Action action) {
        return switch (action) {
            case SPEAK, PIN -> null;
            case DELETE_OTHERS -> "You may delete only what you wrote.";
            case SET_TOPIC, INVITE, MODERATE, SET_MODE, SET_ROLE -> "This is possible only in a room.";
        };
    }

    private static Role leastRole(Action action, Standing who) {
        return switch (action) {
            case SPEAK -> who.announceOnly() ? Role.MODERATOR : Role.MEMBER;
            case DELETE_OTHERS, PIN, SET_TOPIC, MODERATE -> Role.MODERATOR;
            case INVITE ->
                who.access() == RoomAccess.PUBLIC || who.access() == RoomAccess.PASSWORD ? Role.MEMBER : Role.MODERATOR;
            case SET_MODE, SET_ROLE -> Role.OWNER;
        };
    }
}
