package io.heliograph.server.room;

import io.heliograph.common.name.Skeleton;
import io.heliograph.server.log.MessageLog;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rooms there are, found by what their names look like (protocol.md 7.2).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class RoomRegistry {
    private final Map<String, Room> roomsBySkeleton = new LinkedHashMap<>();
    private final RoomLimits limits;
    /** Above every number of a room that is gone: a number is never used twice for a name in one instance. */
    private long unusedSeq = 1;

    public RoomRegistry(RoomLimits limits) {
        this.limits = limits;
    }

    public @Nullable Room find(String name) {
        return roomsBySkeleton.get(Skeleton.of(name));
    }

    /** The room of that name, made if there is none; null if there are too many rooms already. */
    public @Nullable Room findOrCreate(String name) {
        String skeleton = Skeleton.of(name);
        Room room = roomsBySkeleton.get(skeleton);
        if (room == null && roomsBySkeleton.size() < limits.maxRooms()) {
            room = new Room(name, new MessageLog(limits.maxEntries(), limits.maxBytes(), unusedSeq));
            roomsBySkeleton.put(skeleton, room);
        }
        return room;
    }

    /** Forgets a room without members. Its log goes with it: nobody is left who could return to it. */
    public void disposeIfEmpty(Room room) {
        if (room.members().isEmpty()) {
            unusedSeq = Math.max(unusedSeq, room.log().nextSeq());
            roomsBySkeleton.remove(Skeleton.of(room.name()));
        }
    }

    public Collection<Room> rooms() {
        return Collections.unmodifiableCollection(roomsBySkeleton.values());
    }
}
