package io.heliograph.server.routing;

import io.heliograph.common.message.ClientMessage.Admin;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage.AdminResult;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.server.account.Account;
import io.heliograph.server.session.Session;
import org.jspecify.annotations.Nullable;

/** Operator commands that come as chat (protocol.md 9). Owned by the relay loop. */
final class AdminDesk {
    private @Nullable OperatorCommands commands;

    void setCommands(OperatorCommands operatorCommands) {
        commands = operatorCommands;
    }

    void onAdmin(Session session, Admin admin) {
        Account account = session.account();
        if (account == null || commands == null || !account.isAdmin()) {
            session.send(new Refused(admin.request(), RefusalCode.NOT_AN_ADMIN, "Only an administrator may do this."));
            return;
        }
        commands.execute(
                admin.line(),
                account.name(),
                result -> session.send(new AdminResult(admin.request(), result.ok(), result.lines())));
    }
}
