package io.heliograph.server.account;

import io.heliograph.common.util.Bytes;
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
        return password == null ? NONE : new ServerSecret(SecretText.hashOf(password));
    }

    /** Whether {@code password} opens the server; any does where there is none. */
    public boolean admits(String password) {
        return hash == null || isIt(password);
    }

    /** Whether {@code password} is the one of the server; nothing is where there is none. */
    public boolean isIt(String password) {
        return SecretText.isOf(hash, password);
    }
}
