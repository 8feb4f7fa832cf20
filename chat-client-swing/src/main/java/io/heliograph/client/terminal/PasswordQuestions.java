package io.heliograph.client.terminal;

import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.RefusalCode;
import org.jspecify.annotations.Nullable;

/**
 * What the reading thread is to ask the user for: the password of the login, three times at most, or of a room.
 *
 * <p>Thread-safe.
 */
final class PasswordQuestions {
    private static final int MAX_LOGIN_QUESTIONS = 3;

    private ClientEvent.@Nullable LoginRefused login;
    private @Nullable Target room;
    private int loginQuestionCount;

    /** False if no password helps, or enough were tried. */
    synchronized boolean onLoginRefused(ClientEvent.LoginRefused refused) {
        boolean asks = refused.passwordHelps() && loginQuestionCount < MAX_LOGIN_QUESTIONS;
        if (asks) {
            loginQuestionCount++;
            login = refused;
        }
        return asks;
    }

    /** False if it is not about a password. */
    synchronized boolean onJoinRefused(ClientEvent.JoinRefused refused) {
        boolean asks = refused.code().equals(RefusalCode.ROOM_PASSWORD);
        if (asks) {
            room = refused.room();
        }
        return asks;
    }

    synchronized boolean isAny() {
        return login != null || room != null;
    }

    synchronized ClientEvent.@Nullable LoginRefused takeLogin() {
        ClientEvent.LoginRefused taken = login;
        login = null;
        return taken;
    }

    synchronized @Nullable Target takeRoom() {
        Target taken = room;
        room = null;
        return taken;
    }
}
