package io.heliograph.client.core.e2e;

import io.heliograph.client.core.store.LocalStore;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.crypto.X25519KeyPair;
import io.heliograph.common.e2e.PreKeyRecord;
import io.heliograph.common.util.Bytes;
import java.nio.ByteBuffer;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The X25519 prekeys of this device: made anew every week, erased two weeks after that (protocol.md 13.2).
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class PreKeys {
    static final long ROTATE_AFTER_MS = TimeUnit.DAYS.toMillis(7);
    static final long KEEP_REPLACED_MS = TimeUnit.DAYS.toMillis(14);

    private static final String DRAWER = "prekeys";
    private static final int VALUE_BYTES = Long.BYTES + X25519KeyPair.KEY_BYTES;

    private record Kept(long createdMs, SecretBytes privateKey) {}

    private final NavigableMap<Long, Kept> kept = new TreeMap<>();
    private final LocalStore store;
    private final RandomSource random;

    PreKeys(LocalStore store, RandomSource random) {
        this.store = store;
        this.random = random;
        store.all(DRAWER).forEach((key, value) -> {
            if (key.length() == Long.BYTES && value.length() == VALUE_BYTES) {
                ByteBuffer in = ByteBuffer.wrap(value.toArray());
                long createdMs = in.getLong();
                byte[] secret = new byte[X25519KeyPair.KEY_BYTES];
                in.get(secret);
                kept.put(ByteBuffer.wrap(key.toArray()).getLong(), new Kept(createdMs, SecretBytes.copyOf(secret)));
            }
        });
    }

    /** The one that others seal to from now on; a new one where the newest is too old. */
    PreKeyRecord current(IdentityKeyPair device, long nowMs) {
        boolean fresh =
                !kept.isEmpty() && Math.abs(nowMs - kept.lastEntry().getValue().createdMs()) < ROTATE_AFTER_MS;
        if (!fresh) {
            make(nowMs);
        }
        eraseOld(nowMs);
        long id = kept.lastKey();
        Kept newest = kept.lastEntry().getValue();
        return PreKeyRecord.sign(device, id, pairOf(newest).publicKey(), newest.createdMs());
    }

    /** Null if it was never here, or is erased. */
    @Nullable
    X25519KeyPair find(long id) {
        Kept found = kept.get(id);
        return found == null ? null : pairOf(found);
    }

    private void make(long nowMs) {
        long id = kept.isEmpty() ? 1 : kept.lastKey() + 1;
        SecretBytes secret = SecretBytes.random(X25519KeyPair.KEY_BYTES, random);
        kept.put(id, new Kept(nowMs, secret));
        ByteBuffer out = ByteBuffer.allocate(VALUE_BYTES).putLong(nowMs).put(secret.toArray());
        store.put(DRAWER, keyOf(id), Bytes.takingOver(out.array()));
    }

    private void eraseOld(long nowMs) {
        while (kept.size() > 1) {
            long oldest = kept.firstKey();
            long replacedMs = kept.higherEntry(oldest).getValue().createdMs();
            if (nowMs - replacedMs < KEEP_REPLACED_MS) {
                return;
            }
            kept.firstEntry().getValue().privateKey().erase();
            kept.remove(oldest);
            store.remove(DRAWER, keyOf(oldest));
        }
    }

    private static X25519KeyPair pairOf(Kept kept) {
        return X25519KeyPair.fromPrivate(kept.privateKey());
    }

    private static Bytes keyOf(long id) {
        return Bytes.takingOver(ByteBuffer.allocate(Long.BYTES).putLong(id).array());
    }
}
