package io.heliograph.client.swing.model;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.LinkCause;

/** How the connection stands. Immutable. */
public sealed interface LinkState {
    /** An attempt is under way. */
    record Connecting(String server, int attempt) implements LinkState {}

    /** Everything is well. */
    record Online(String server, String serverName) implements LinkState {}

    /** The server owes an answer. */
    record Silent(long sinceMs) implements LinkState {}

    /** Attempt number {@code attempt} begins at {@code atMs}. */
    record Waiting(int attempt, long atMs, LinkCause cause) implements LinkState {}

    /** There will be no attempt before somebody asks for one; {@code wanted}: by the user. */
    record Off(LinkCause cause, boolean wanted) implements LinkState {}

    /** The state behind {@code event}. */
    static LinkState after(LinkState before, LinkState online, ClientEvent event, long nowMs) {
        if (event instanceof ClientEvent.Connecting connecting) {
            return new Connecting(connecting.server(), connecting.attempt());
        } else if (event instanceof ClientEvent.Connected connected) {
            return new Online(connected.server(), connected.serverName());
        } else if (event instanceof ClientEvent.Unresponsive silent) {
            return new Silent(nowMs - silent.silentForMs());
        } else if (event instanceof ClientEvent.Recovered) {
            return online;
        } else if (event instanceof ClientEvent.Reconnecting waiting) {
            return new Waiting(waiting.attempt(), nowMs + waiting.delayMs(), waiting.cause());
        } else if (event instanceof ClientEvent.Offline offline) {
            return new Off(offline.cause(), offline.wanted());
        }
        return before;
    }

    default boolean isOnline() {
        return this instanceof Online;
    }
}
