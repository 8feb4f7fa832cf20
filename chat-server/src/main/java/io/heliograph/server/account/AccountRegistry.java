package io.heliograph.server.account;

import io.heliograph.common.name.Skeleton;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The accounts there are, found by what their names look like (protocol.md 7.2).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class AccountRegistry {
    private final Map<Long, Account> byId = new LinkedHashMap<>();
    private final Map<String, Account> bySkeleton = new HashMap<>();

    public void add(Account account) {
        byId.put(account.id(), account);
        bySkeleton.put(account.skeleton(), account);
    }

    /** By any spelling that looks the same. */
    public @Nullable Account find(String name) {
        return bySkeleton.get(Skeleton.of(name));
    }

    public @Nullable Account find(long id) {
        return byId.get(id);
    }

    /** In the order of their making. */
    public Collection<Account> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    public int size() {
        return byId.size();
    }
}
