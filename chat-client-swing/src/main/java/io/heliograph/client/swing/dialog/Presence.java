package io.heliograph.client.swing.dialog;

import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.UserEntry;
import org.jspecify.annotations.Nullable;

/** How presence is shown: the colour by its use, the word by its key. Thread-safe: pure functions. */
public final class Presence {
    private Presence() {}

    /** Null for nobody, and for somebody who is not here. */
    public static @Nullable String dot(@Nullable UserEntry user) {
        return user == null ? null : dot(user.state());
    }

    /** Null for somebody who is not here, or does not want to be seen. */
    public static @Nullable String dot(PresenceState state) {
        return switch (state) {
            case ONLINE -> "online";
            case AWAY -> "away";
            case BUSY -> "danger";
            case OFFLINE, INVISIBLE -> null;
        };
    }

    public static String key(PresenceState state) {
        return "presence." + state.word();
    }
}
