package io.heliograph.common.handshake;

import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Handshakes that were begun and not yet confirmed, by the hash of their request and by connection id.
 *
 * <p>A request stays known for the whole lifetime, so that its repetitions make no new work: while keys are agreed
 * on, while the connection is half-open, and after it was confirmed. All live equally long, so the oldest is always
 * the first to go. Bounded: agreements under way and half-open connections together; confirmed ones by the same
 * number once more. Not thread-safe.
 */
final class HalfOpenTable {
    private final int maxCount;
    private final long lifetimeNs;
    private final Map<Bytes, Entry> byRequest = new LinkedHashMap<>();
    private final Map<Bytes, Entry> byCid = new HashMap<>();
    private int unconfirmedCount;

    HalfOpenTable(int maxCount, long lifetimeNs) {
        this.maxCount = maxCount;
        this.lifetimeNs = lifetimeNs;
    }

    /** One request: under way without {@code halfOpen}, then half-open, then perhaps confirmed. */
    static final class Entry {
        private final long expiresAtNs;
        private @Nullable HalfOpen halfOpen;
        private @Nullable Bytes keyRep;
        private boolean confirmed;

        private Entry(long expiresAtNs) {
            this.expiresAtNs = expiresAtNs;
        }

        boolean isConfirmed() {
            return confirmed;
        }

        /** The reply to be repeated; null while keys are being agreed on. */
        @Nullable
        Bytes keyRep() {
            return keyRep;
        }
    }

    @Nullable
    Entry find(Bytes requestHash) {
        return byRequest.get(requestHash);
    }

    /** Enters a request whose keys are being agreed on; false if the table is full. */
    boolean begin(Bytes requestHash, long nowNs) {
        if (unconfirmedCount == maxCount || byRequest.size() == 2 * maxCount) {
            return false;
        }
        byRequest.put(requestHash, new Entry(nowNs + lifetimeNs));
        unconfirmedCount++;
        return true;
    }

    /** The keys are there; false if nobody waits for them any more. */
    boolean complete(Bytes requestHash, HalfOpen halfOpen, Bytes keyRep) {
        Entry entry = byRequest.get(requestHash);
        if (entry == null || entry.keyRep != null || byCid.putIfAbsent(halfOpen.cid(), entry) != null) {
            return false;
        }
        entry.halfOpen = halfOpen;
        entry.keyRep = keyRep;
        return true;
    }

    /** There will be no keys: a repetition of the request may try again. */
    void abandon(Bytes requestHash) {
        Entry entry = byRequest.get(requestHash);
        if (entry != null && entry.keyRep == null) {
            byRequest.remove(requestHash);
            unconfirmedCount--;
        }
    }

    @Nullable
    HalfOpen halfOpen(Bytes cid) {
        Entry entry = byCid.get(cid);
        return entry == null ? null : entry.halfOpen;
    }

    /** Takes a connection out, secrets and all; null if it is not half-open. */
    @Nullable
    HalfOpen confirm(Bytes cid) {
        Entry entry = byCid.remove(cid);
        if (entry == null) {
            return null;
        }
        HalfOpen confirmed = entry.halfOpen;
        entry.halfOpen = null;
        entry.confirmed = true;
        unconfirmedCount--;
        return confirmed;
    }

    /** Forgets what is too old and erases its secrets. */
    void expire(long nowNs) {
        Iterator<Entry> oldestFirst = byRequest.values().iterator();
        while (oldestFirst.hasNext()) {
            Entry entry = oldestFirst.next();
            if (entry.expiresAtNs > nowNs) {
                return;
            }
            oldestFirst.remove();
            forget(entry);
        }
    }

    long nextNs() {
        return byRequest.isEmpty()
                ? NanoClock.NEVER_NS
                : byRequest.values().iterator().next().expiresAtNs;
    }

    /** Agreements under way and half-open connections. */
    int count() {
        return unconfirmedCount;
    }

    private void forget(Entry entry) {
        if (entry.confirmed) {
            return;
        }
        unconfirmedCount--;
        HalfOpen halfOpen = entry.halfOpen;
        if (halfOpen != null) {
            byCid.remove(halfOpen.cid());
            halfOpen.secrets().erase();
        }
    }
}
