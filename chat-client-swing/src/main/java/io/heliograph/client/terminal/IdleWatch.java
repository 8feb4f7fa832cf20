package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.CommandSink;
import io.heliograph.common.message.PresenceState;
import io.heliograph.common.message.UserEntry;
import java.util.concurrent.TimeUnit;

/**
 * Calls a user away who has typed nothing for ten minutes, and back at the next key.
 *
 * <p>Thread-safe.
 */
final class IdleWatch {
    static final long AWAY_AFTER_NS = TimeUnit.MINUTES.toNanos(10);

    private final CommandSink client;
    private final ChatView view;
    private long lastInputNs;
    private boolean calledAway;

    IdleWatch(CommandSink client, ChatView view, long nowNs) {
        this.client = client;
        this.view = view;
        this.lastInputNs = nowNs;
    }

    synchronized void onInput(long nowNs) {
        lastInputNs = nowNs;
        UserEntry chosen = view.people().chosen();
        if (calledAway) {
            calledAway = false;
            // Somebody who has chosen something else meanwhile, here or on another device, keeps it.
            if (chosen.state() == PresenceState.AWAY) {
                choose(PresenceState.ONLINE, chosen.text());
            }
        }
    }

    /** Call about once a second. */
    synchronized void onTick(long nowNs) {
        UserEntry chosen = view.people().chosen();
        boolean online = view.link().condition() == LinkView.Condition.ONLINE;
        boolean idle = nowNs - lastInputNs >= AWAY_AFTER_NS;
        if (idle && online && !calledAway && chosen.state() == PresenceState.ONLINE) {
            calledAway = choose(PresenceState.AWAY, chosen.text());
        }
    }

    private boolean choose(PresenceState state, String text) {
        return client.submit(new ClientCommand.SetPresence(state, text, 0));
    }
}
