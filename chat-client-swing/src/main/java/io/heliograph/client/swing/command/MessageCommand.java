package io.heliograph.client.swing.command;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.Target;

/** Says something to one person without going there. */
final class MessageCommand implements DeskCommand {
    @Override
    public String id() {
        return "msg";
    }

    @Override
    public void run(Desk desk, String argument) {
        String[] parts = argument.split("\\s+", 2);
        Target to = argument.isEmpty() ? null : Target.user(parts[0]);
        if (to == null || parts.length < 2) {
            desk.complain(desk.words().get("msg.usage"));
        } else if (to.whyNot() != null) {
            desk.complain(String.valueOf(to.whyNot()));
        } else {
            desk.post(id -> new ClientCommand.Say(id, to, parts[1]));
            desk.tell(desk.words().get("msg.sent", to.address()));
        }
    }
}
