package io.heliograph.server.account;

import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** The password of the whole server, if it has one (protocol.md 7.1, step 1). Compared in constant time. Immutable. */
public final class ServerSecret {
    /** Everybody may try. */
    public static final ServerSecret NONE = new ServerSecret(null);

    private final @Nullable Bytes hash;

    private ServerSecret(@Nullable Bytes hash) {
        this.hash = hash;
    }

    /** {@code password} null: none. */
    public static ServerSecret of(@Nullable String password) {
        return password == null ? NONE : new ServerSecret(hashOf(password));
    }

    /** Whether {@code password} opens the server; any does where there is none. */
    public boolean admits(String password) {
        return hash == null || isIt(password);
    }

    /** Whether {@code password} is the one of the server; nothing is where there is none. */
    public boolean isIt(String password) {
        return hash != null
                && MessageDigest.isEqual(hash.toArray(), hashOf(password).toArray());
    }

    private static Bytes hashOf(String password) {
        return Sha256.digest(password.getBytes(StandardCharsets.UTF_8));
    }
}
