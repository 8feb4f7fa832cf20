package io.heliograph.server.routing;

import io.heliograph.common.message.ClientMessage.Join;
import io.heliograph.common.message.ClientMessage.Leave;
import io.heliograph.common.message.MemberChange;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage.Joined;
import io.heliograph.common.message.ServerMessage.Left;
import io.heliograph.common.message.ServerMessage.Member;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.name.NameRules;
import io.heliograph.server.room.Room;
import io.heliograph.server.session.Session;
import io.heliograph.server.user.User;
import java.util.ArrayList;
import java.util.List;

/**
 * Entering and leaving rooms (protocol.md 8.1).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Rooms {
    /** What fits into one message beside the rest of JOINED. */
    private static final int MAX_MEMBER_LIST_BYTES = 50_000;

    private static final int MAX_BYTES_PER_CHAR = 3;

    private final Directory directory;
    private final int maxRoomsPerUser;

    Rooms(Directory directory, int maxRoomsPerUser) {
        this.directory = directory;
        this.maxRoomsPerUser = maxRoomsPerUser;
    }

    void onJoin(Session session, Join join) {
        User user = session.user();
        String name = NameRules.normalise(join.room());
        String whyNot = NameRules.whyNotARoom(name);
        if (user == null) {
            return;
        }
        if (whyNot != null) {
            session.send(new Refused(join.request(), RefusalCode.ROOM_MALFORMED, whyNot));
            return;
        }
        Room room = roomsOf(user).size() < maxRoomsPerUser
                ? directory.rooms().findOrCreate(name)
                : directory.rooms().find(name);
        if (room == null || (roomsOf(user).size() >= maxRoomsPerUser && !room.hasMember(user))) {
            session.send(new Refused(join.request(), RefusalCode.TOO_MANY_ROOMS, "No more rooms: leave one first."));
            return;
        }
        enter(session, user, room, join);
    }

    void onLeave(Session session, Leave leave) {
        User user = session.user();
        Room room = directory.rooms().find(leave.room());
        if (user != null && room != null && room.hasMember(user)) {
            session.unfollow(room.log());
            remove(room, user, "");
        }
        session.send(new Left(leave.request(), room == null ? leave.room() : room.name()));
    }

    /** The user is gone from the relay. */
    void onDeparted(User user, String reason) {
        for (Room room : roomsOf(user)) {
            remove(room, user, reason);
        }
    }

    private void enter(Session session, User user, Room room, Join join) {
        boolean returns = !join.instance().isNone();
        boolean sameInstance = join.instance().equals(directory.instance());
        boolean isNew = room.add(user);
        // A member who returns gets what was said meanwhile; after a restart that is all the relay holds.
        long after = returns ? (sameInstance ? join.after() : 0) : room.log().nextSeq();
        long from = room.log().following(after);
        session.send(new Joined(join.request(), room.name(), directory.instance(), from, memberNames(room)));
        session.follow(room.name(), room.log(), from);
        if (isNew) {
            tell(room, user, MemberChange.JOINED, "");
        }
    }

    private void remove(Room room, User user, String reason) {
        if (room.remove(user)) {
            tell(room, user, MemberChange.LEFT, reason);
            directory.rooms().disposeIfEmpty(room);
        }
    }

    private void tell(Room room, User user, MemberChange change, String reason) {
        Member notice = new Member(room.name(), room.log().nextSeq(), user.name(), change, reason);
        directory.publish(room, user.key(), notice);
    }

    private List<Room> roomsOf(User user) {
        return directory.rooms().rooms().stream()
                .filter(room -> room.hasMember(user))
                .toList();
    }

    private static List<String> memberNames(Room room) {
        List<String> names = new ArrayList<>();
        int bytes = 0;
        for (User member : room.members()) {
            bytes += member.name().length() * MAX_BYTES_PER_CHAR + MAX_BYTES_PER_CHAR;
            if (bytes > MAX_MEMBER_LIST_BYTES) {
                break;
            }
            names.add(member.name());
        }
        return names;
    }
}
