package io.heliograph.client.terminal;

import io.heliograph.client.core.LinkCause;

/** Why there is no connection, in one clause: for people, and as the member {@code reason} for scripts. */
final class LinkWording {
    private LinkWording() {}

    /** Not safe to show: the server has its say in it. */
    static String of(LinkCause cause) {
        String clause =
                switch (cause.kind()) {
                    case NO_ANSWER -> "the server does not answer";
                    case NOT_SIGNED -> "answers come that are not signed by the server";
                    case BAD_KEYS -> "the server answers with keys that do not work";
                    case BROKEN_PROTOCOL -> "the server sent a message that breaks the protocol";
                    case CLOSED_BY_SERVER -> "the server ended the connection";
                    case LOGIN_REFUSED -> "login refused";
                    case KICKED -> "an operator ended your session";
                    case REPLACED -> "this device has logged in from somewhere else";
                    case OTHER_IDENTITY -> "the server's identity is not the expected one";
                    case DECLINED -> "you declined the server's identity";
                    case DISCONNECTED -> "you disconnected";
                };
        return cause.detail().isEmpty() ? clause : clause + ": " + cause.detail();
    }
}
