package io.heliograph.server.account;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.store.AccessTable.BanRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is kept out of the server (protocol.md 7.1, step 1), as the store holds it.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class Bans {
    public static final String ACCOUNT = "account";
    public static final String ADDRESS = "address";
    public static final String NETWORK = "network";
    public static final String DEVICE = "device";

    /** Networks are looked through one by one at each login. */
    public static final int MAX_BANS = 10_000;

    private final Map<Long, BanRow> byId = new LinkedHashMap<>();
    private final Map<Key, BanRow> bySubject = new LinkedHashMap<>();
    private final Map<Long, IpNetwork> networks = new LinkedHashMap<>();

    private record Key(String kind, String subject) {}

    /** Who asks to come in; {@code skeleton} of the name. */
    public record Visitor(String skeleton, Bytes device, Bytes ip) {}

    /** A ban of the same subject is replaced. */
    public void add(BanRow ban) {
        BanRow older = bySubject.get(new Key(ban.kind(), ban.subject()));
        if (older != null) {
            remove(older.id());
        }
        byId.put(ban.id(), ban);
        bySubject.put(new Key(ban.kind(), ban.subject()), ban);
        IpNetwork network = ban.kind().equals(NETWORK) ? IpNetwork.parse(ban.subject()) : null;
        if (network != null) {
            networks.put(ban.id(), network);
        }
    }

    /** The ban that is gone now; null if there was none. */
    public @Nullable BanRow remove(long id) {
        BanRow ban = byId.remove(id);
        if (ban != null) {
            bySubject.remove(new Key(ban.kind(), ban.subject()));
            networks.remove(id);
        }
        return ban;
    }

    /** A ban that keeps the visitor out now; null if there is none. */
    public @Nullable BanRow find(Visitor visitor, long nowMs) {
        String address = IpNetwork.of(visitor.ip()).toString();
        for (Key key : List.of(
                new Key(ACCOUNT, visitor.skeleton()),
                new Key(DEVICE, visitor.device().toHex()),
                new Key(ADDRESS, address))) {
            BanRow ban = bySubject.get(key);
            if (ban != null && !isOver(ban, nowMs)) {
                return ban;
            }
        }
        for (Map.Entry<Long, IpNetwork> network : networks.entrySet()) {
            BanRow ban = byId.get(network.getKey());
            if (ban != null && !isOver(ban, nowMs) && network.getValue().contains(visitor.ip())) {
                return ban;
            }
        }
        return null;
    }

    public @Nullable BanRow find(long id) {
        return byId.get(id);
    }

    /** The ban of a subject as the store spells it. */
    public @Nullable BanRow find(String kind, String subject) {
        return bySubject.get(new Key(kind, subject));
    }

    /** Oldest first; also those that are over. */
    public List<BanRow> all() {
        return Collections.unmodifiableList(new ArrayList<>(byId.values()));
    }

    public int size() {
        return byId.size();
    }

    public static boolean isOver(BanRow ban, long nowMs) {
        return ban.untilMs() != 0 && ban.untilMs() <= nowMs;
    }
}
