package io.heliograph.server.admin;

import io.heliograph.common.message.ServerMessage.Announce;
import io.heliograph.server.admin.Command.Target;
import io.heliograph.server.config.Units;
import io.heliograph.server.routing.OperatorCommands.Result;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Commands about the process.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class MachineCommands {
    static final List<String> LOG_LEVELS = List.of("error", "warn", "info", "debug");
    private static final int STANDARD_AUDIT_LINES = 20;
    private static final int MAX_AUDIT_LINES = 200;
    private static final long MAX_DELAY_MS = TimeUnit.DAYS.toMillis(1);

    private final CommandContext around;

    MachineCommands(CommandContext around) {
        this.around = around;
    }

    void addTo(CommandTable table) {
        table.look(
                "stats",
                "counters: datagrams, drops by reason, queues",
                Target.NOTHING,
                order -> order.answer(new Result(true, around.figures().lines())));
        table.change("reload", "reads the configuration again", Target.NOTHING, order -> around.tasks()
                .reload(order::answer));
        table.change("log LEVEL", "how much goes into the log", Target.LOG_LEVEL, this::log);
        table.change("backup [FOLDER]", "copies all data while running", Target.NOTHING, order -> around.tasks()
                .backup(order.arguments().rest(), order::answer));
        table.look("audit [COUNT]", "the last lines of the audit log", Target.NOTHING, this::audit);
        table.change("shutdown [DELAY] [REASON]", "stops the server in order", Target.NOTHING, this::shutdown);
    }

    private void log(Order order) {
        around.tasks().setLogLevel(order.arguments().rest().toLowerCase(Locale.ROOT), order::answer);
    }

    private void audit(Order order) {
        String given = order.arguments().rest();
        if (given.isEmpty()) {
            around.tasks().audit(STANDARD_AUDIT_LINES, order::answer);
        } else if (given.matches("[1-9][0-9]{0,2}") && Integer.parseInt(given) <= MAX_AUDIT_LINES) {
            around.tasks().audit(Integer.parseInt(given), order::answer);
        } else {
            order.error("COUNT is a number from 1 to " + MAX_AUDIT_LINES + ".");
        }
    }

    private void shutdown(Order order) {
        String first = order.arguments().peek();
        OptionalLong delay = Units.timeMs(first);
        if (delay.isPresent()) {
            order.arguments().word();
        }
        long delayMs = delay.orElse(0);
        String reason = order.arguments().rest();
        if (delayMs > MAX_DELAY_MS) {
            order.error("A delay is at most 1d.");
            return;
        }
        String because = reason.isEmpty() ? "." : ": " + reason;
        if (delayMs > 0) {
            String text = "The server stops in " + first + because;
            around.relay().directory().sendToAll(new Announce(text, around.nowMs()));
        }
        around.server().shutdown(delayMs, reason);
        order.ok(delayMs > 0 ? "The server stops in " + first + "." : "The server stops.");
    }
}
