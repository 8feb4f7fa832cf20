package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;
import org.jspecify.annotations.Nullable;

/** How the connection is. Thread-safe. */
final class LinkView {

    /** In a word. */
    enum Condition {
        CONNECTING("connecting"),
        ONLINE("online"),
        UNRESPONSIVE("reconnecting"),
        WAITING("reconnecting"),
        OFFLINE("offline");

        private final String word;

        Condition(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private Condition condition = Condition.CONNECTING;
    private ClientEvent.@Nullable Connected connected;
    private ClientEvent.@Nullable AccountShown account;
    private ClientEvent.LinkQuality quality = new ClientEvent.LinkQuality(-1, 0);

    synchronized void onEvent(ClientEvent event) {
        if (event instanceof ClientEvent.Connected now) {
            connected = now;
            condition = Condition.ONLINE;
        } else if (event instanceof ClientEvent.AccountShown shown) {
            account = shown;
        } else if (event instanceof ClientEvent.Recovered) {
            condition = Condition.ONLINE;
        } else if (event instanceof ClientEvent.Unresponsive) {
            condition = Condition.UNRESPONSIVE;
        } else if (event instanceof ClientEvent.Connecting) {
            condition = connected == null ? Condition.CONNECTING : Condition.WAITING;
        } else if (event instanceof ClientEvent.Reconnecting) {
            condition = Condition.WAITING;
        } else if (event instanceof ClientEvent.Offline) {
            condition = Condition.OFFLINE;
        } else if (event instanceof ClientEvent.LinkQuality measured) {
            quality = measured;
        }
    }

    synchronized Condition condition() {
        return condition;
    }

    synchronized ClientEvent.@Nullable Connected connected() {
        return connected;
    }

    synchronized ClientEvent.@Nullable AccountShown account() {
        return account;
    }

    synchronized ClientEvent.LinkQuality quality() {
        return quality;
    }
}
