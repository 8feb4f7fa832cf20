package io.heliograph.server.routing;

import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.server.account.Account;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.Store;

/**
 * What a user asks about the own account (protocol.md 7.4).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class AccountDesk {
    private final Directory directory;
    private final Store store;

    AccountDesk(Directory directory, Store store) {
        this.directory = directory;
        this.store = store;
    }

    /** SET_PASSWORD, DEVICES, REVOKE, PREFER, SET_PRESENCE, WHOIS. */
    void onRequest(Session session, Account account, ClientMessage.Request request, long nowNs) {
        session.send(new Refused(
                request.request(), RefusalCode.NOT_ALLOWED, "Not yet " + directory.nowMs() + store.isWritable()));
    }
}
