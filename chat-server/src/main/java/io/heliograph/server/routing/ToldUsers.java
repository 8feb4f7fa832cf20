package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ServerMessage.Users;
import io.heliograph.common.message.UserEntry;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What everybody knows of everybody, from USERS or PRESENCE; encoded once for all who come until it changes.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class ToldUsers {
    private final Map<Account, UserEntry> entries = new LinkedHashMap<>();
    private @Nullable List<Bytes> pages;

    /** Null: nobody has heard of {@code account}. */
    @Nullable
    UserEntry of(Account account) {
        return entries.get(account);
    }

    void put(Account account, UserEntry entry) {
        if (!entry.equals(entries.put(account, entry))) {
            pages = null;
        }
    }

    /** The whole of it as USERS. */
    List<Bytes> pages() {
        List<Bytes> known = pages;
        if (known == null) {
            known = encode();
            pages = known;
        }
        return known;
    }

    private List<Bytes> encode() {
        List<UserEntry> all = List.copyOf(entries.values());
        List<Bytes> encoded = new ArrayList<>();
        int from = 0;
        do { // an empty list is told too: it replaces what the client remembers
            int to = Math.min(all.size(), from + Bounds.MAX_LIST_ENTRIES);
            encoded.add(MessageCodec.encode(new Users(to < all.size(), all.subList(from, to))));
            from = to;
        } while (from < all.size());
        return List.copyOf(encoded);
    }
}
