package io.heliograph.server.account;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.store.AccessTable.InviteRow;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who was given a way to register (protocol.md 7.1, step 6). Tokens are kept as their SHA-256 alone.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class Invites {
    /** Random octets of a token. */
    public static final int TOKEN_BYTES = 16;

    private final Map<Bytes, InviteRow> byHash = new LinkedHashMap<>();

    public void add(InviteRow invite) {
        byHash.put(invite.tokenHash(), invite);
    }

    public void remove(Bytes tokenHash) {
        byHash.remove(tokenHash);
    }

    /** Whether the invite of {@code tokenHash} still lets somebody in. */
    public boolean isOpen(Bytes tokenHash, long nowMs) {
        InviteRow invite = byHash.get(tokenHash);
        return invite != null && invite.usesLeft() > 0 && !isOver(invite, nowMs);
    }

    /** One use is gone; the store has taken it. */
    public void onUsed(Bytes tokenHash) {
        InviteRow invite = byHash.get(tokenHash);
        if (invite == null) {
            return;
        }
        if (invite.usesLeft() <= 1) {
            byHash.remove(tokenHash);
        } else {
            add(new InviteRow(tokenHash, invite.usesLeft() - 1, invite.expiresMs(), invite.by(), invite.atMs()));
        }
    }

    /** The one whose hash begins with {@code hexPrefix}; null if none or several do. */
    public @Nullable InviteRow findByPrefix(String hexPrefix) {
        InviteRow found = null;
        for (InviteRow invite : byHash.values()) {
            if (invite.tokenHash().toHex().startsWith(hexPrefix)) {
                if (found != null) {
                    return null;
                }
                found = invite;
            }
        }
        return found;
    }

    /** Oldest first; also those that are over. */
    public Collection<InviteRow> all() {
        return Collections.unmodifiableCollection(byHash.values());
    }

    public static boolean isOver(InviteRow invite, long nowMs) {
        return invite.expiresMs() != 0 && invite.expiresMs() <= nowMs;
    }
}
