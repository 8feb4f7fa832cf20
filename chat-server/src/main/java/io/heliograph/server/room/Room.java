package io.heliograph.server.room;

import io.heliograph.server.log.MessageLog;
import io.heliograph.server.user.User;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A room: its name as its founder wrote it, its members, its log.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class Room {
    private final String name;
    private final MessageLog log;
    private final Map<String, User> members = new LinkedHashMap<>();

    Room(String name, MessageLog log) {
        this.name = name;
        this.log = log;
    }

    public String name() {
        return name;
    }

    public MessageLog log() {
        return log;
    }

    /** True if the user was not a member before. */
    public boolean add(User user) {
        return members.putIfAbsent(user.key(), user) == null;
    }

    /** True if the user was a member. */
    public boolean remove(User user) {
        return members.remove(user.key()) != null;
    }

    public boolean hasMember(User user) {
        return members.containsKey(user.key());
    }

    /** In the order of their coming. */
    public Collection<User> members() {
        return Collections.unmodifiableCollection(members.values());
    }
}
