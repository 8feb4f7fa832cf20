package io.heliograph.server.user;

import io.heliograph.common.name.Skeleton;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.log.MessageLog;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The claimed names, found by what they look like (protocol.md 7.1, 7.2).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class UserRegistry {
    private final Map<String, User> usersByKey = new LinkedHashMap<>();
    private final int maxUsers;
    private final int mailboxEntries;
    private final long mailboxBytes;
    /** Above every number of a mailbox that is gone. */
    private long unusedSeq = 1;

    public UserRegistry(int maxUsers, int mailboxEntries, long mailboxBytes) {
        this.maxUsers = maxUsers;
        this.mailboxEntries = mailboxEntries;
        this.mailboxBytes = mailboxBytes;
    }

    public @Nullable User find(String name) {
        return usersByKey.get(Skeleton.of(name));
    }

    public boolean isFull() {
        return usersByKey.size() >= maxUsers;
    }

    /** Claims a free name. */
    public User claim(String name, Bytes device) {
        String key = Skeleton.of(name);
        User user = new User(
                key, name, device, new MessageLog(mailboxEntries, mailboxBytes, unusedSeq), new AcceptedPosts());
        if (usersByKey.putIfAbsent(key, user) != null) {
            throw new IllegalStateException("claimed already: " + name);
        }
        return user;
    }

    /** The name is free again. */
    public void release(User user) {
        if (usersByKey.remove(user.key(), user)) {
            unusedSeq = Math.max(unusedSeq, user.mailbox().nextSeq());
        }
    }

    public Collection<User> users() {
        return Collections.unmodifiableCollection(usersByKey.values());
    }
}
