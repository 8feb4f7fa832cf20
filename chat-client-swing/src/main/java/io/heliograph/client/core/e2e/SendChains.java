package io.heliograph.client.core.e2e;

import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.e2e.SendChain;
import io.heliograph.common.util.Bytes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The chains that this device seals with, one for each conversation, all of this run: none is ever taken up from disk,
 * so that no key and counter come back after a crash or a restored profile (protocol.md 13.5).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class SendChains {
    static final long KEEP_MS = TimeUnit.DAYS.toMillis(14);

    private static final String DRAWER = "sent-chains";

    private record Current(SendChain chain, Set<Bytes> recipients) {}

    private final Map<Bytes, Current> byRoom = new HashMap<>();
    private final LocalStore store;
    private final RandomSource random;

    SendChains(LocalStore store, RandomSource random, long nowMs) {
        this.store = store;
        this.random = random;
        store.all(DRAWER).forEach((chain, octets) -> {
            SentChain sent = SentChain.decode(octets);
            if (sent == null || Math.abs(nowMs - sent.createdMs()) > KEEP_MS) {
                store.remove(DRAWER, chain);
            }
        });
    }

    /** The chain to seal with for {@code recipients}; null if a new one must begin. */
    @Nullable
    SendChain usable(Bytes room, Set<Bytes> recipients, long nowMs) {
        Current current = byRoom.get(room);
        if (current == null
                || !current.recipients().equals(recipients)
                || current.chain().isSpent(nowMs)) {
            return null;
        }
        return current.chain();
    }

    /** Begins a new chain; its first key has to reach all {@code recipients} before what is sealed with it. */
    SendChain begin(Place place, Bytes device, Set<Bytes> recipients, long nowMs) {
        Bytes room = place.room();
        SendChain chain = SendChain.start(room, device, random, nowMs);
        Current before = byRoom.put(room, new Current(chain, Set.copyOf(recipients)));
        if (before != null) {
            before.chain().erase();
        }
        SentChain kept = new SentChain(room, nowMs, place.rollCount(), chain.firstKey(), recipients);
        store.put(DRAWER, chain.chain(), kept.encode());
        return chain;
    }

    /** What is needed to let {@code device} into the chain of that room from its beginning; null if there is none. */
    @Nullable
    SendChain extend(Bytes room, Bytes device) {
        Current current = byRoom.get(room);
        if (current == null || current.recipients().contains(device)) {
            return null;
        }
        Set<Bytes> more = new HashSet<>(current.recipients());
        more.add(device);
        byRoom.put(room, new Current(current.chain(), Set.copyOf(more)));
        SentChain kept = find(current.chain().chain());
        if (kept != null) {
            SentChain grown = new SentChain(kept.room(), kept.createdMs(), kept.rollCount(), kept.firstKey(), more);
            store.put(DRAWER, current.chain().chain(), grown.encode());
        }
        return current.chain();
    }

    /** Whatever is said next in that room begins a new chain. */
    void drop(Bytes room) {
        Current dropped = byRoom.remove(room);
        if (dropped != null) {
            dropped.chain().erase();
        }
    }

    /** The beginning of an own chain, of this run or an earlier one; null if it is not kept. */
    @Nullable
    SentChain find(Bytes chain) {
        Bytes octets = store.get(DRAWER, chain);
        return octets == null ? null : SentChain.decode(octets);
    }
}
