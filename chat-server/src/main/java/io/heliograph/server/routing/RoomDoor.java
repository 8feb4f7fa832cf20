package io.heliograph.server.routing;

import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.RoomAccess;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.name.NameRules;
import io.heliograph.common.name.Skeleton;
import io.heliograph.server.account.Account;
import io.heliograph.server.conversation.Conversation;
import org.jspecify.annotations.Nullable;

/**
 * Who may enter a room that is there (protocol.md 8.2).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class RoomDoor {
    private final Directory directory;

    RoomDoor(Directory directory) {
        this.directory = directory;
    }

    /** The invited and administrators need none. */
    boolean wantsPassword(Account account, Conversation room) {
        return room.access() == RoomAccess.PASSWORD && room.inviteOf(account) == null && !account.isAdmin();
    }

    /** Null if {@code account} may enter. */
    @Nullable
    Refused whyNot(Account account, Conversation room, boolean knowsPassword, int request) {
        if (room.isRemoved()) {
            return new Refused(request, RefusalCode.NO_SUCH_ROOM, "The room is gone: try again to make a new one.");
        } else if (account.isAdmin()) {
            return null;
        } else if (room.banOf(account, directory.nowMs()) != null) {
            return new Refused(request, RefusalCode.BANNED, "You are banned from " + room.name() + ".");
        } else if (isInTooMany(account)) {
            return new Refused(request, RefusalCode.TOO_MANY_ROOMS, "No more rooms: leave one first.");
        }
        boolean invited = room.inviteOf(account) != null;
        return switch (room.access()) {
            case PUBLIC -> null;
            case PASSWORD ->
                invited || knowsPassword
                        ? null
                        : new Refused(request, RefusalCode.ROOM_PASSWORD, "The room wants its password.");
            case PRIVATE, HIDDEN ->
                invited
                        ? null
                        : new Refused(
                                request, RefusalCode.NOT_INVITED, "Only the invited may enter " + room.name() + ".");
        };
    }

    boolean isInTooMany(Account account) {
        return directory.conversations().of(account).stream()
                        .filter(Conversation::isRoom)
                        .count()
                >= directory.config().limits().roomsPerUser();
    }

    /** The server puts new accounts into it: nobody owns it by coming first. */
    boolean isJoinedByDefault(Conversation room) {
        return directory.config().autoJoin().stream()
                .anyMatch(wanted -> Skeleton.of(NameRules.normalise(wanted)).equals(room.skeleton()));
    }
}
