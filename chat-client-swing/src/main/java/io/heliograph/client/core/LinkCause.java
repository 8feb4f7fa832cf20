package io.heliograph.client.core;

import java.util.Locale;

/**
 * Why there is no connection.
 *
 * @param detail what the server says of it, in its words and not safe to show as they are; empty if it says nothing
 */
public record LinkCause(Kind kind, String detail) {
    /** What has happened. */
    public enum Kind {
        NO_ANSWER,
        /** Answers come that the server has not signed: somebody interferes. */
        NOT_SIGNED,
        /** The server answers with keys that do not work. */
        BAD_KEYS,
        /** The server sent what the protocol does not know. */
        BROKEN_PROTOCOL,
        CLOSED_BY_SERVER,
        LOGIN_REFUSED,
        /** An operator ended the session. */
        KICKED,
        /** The device has logged in from somewhere else. */
        REPLACED,
        OTHER_IDENTITY,
        /** The user does not trust the server. */
        DECLINED,
        /** The user wanted it. */
        DISCONNECTED;

        /** As scripts read it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Without a word of the server. */
    public static LinkCause of(Kind kind) {
        return new LinkCause(kind, "");
    }
}
