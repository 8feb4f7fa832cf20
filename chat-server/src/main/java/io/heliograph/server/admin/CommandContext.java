package io.heliograph.server.admin;

import io.heliograph.common.crypto.RandomSource;
import io.heliograph.server.account.Account;
import io.heliograph.server.audit.AuditSink;
import io.heliograph.server.routing.Relay;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the commands work on.
 *
 * @param nowNs the time of the loop's present turn
 */
public record CommandContext(
        Relay relay,
        Figures figures,
        Arrivals arrivals,
        ServerTasks tasks,
        RunningServer server,
        AuditSink audit,
        RandomSource random,
        LongSupplier nowNs) {

    /** The account that the order's next word names; null if the order has been answered: there is none. */
    @Nullable
    Account accountOf(Order order) {
        String name = order.arguments().word();
        if (name == null) {
            order.usage();
            return null;
        }
        Account account = relay.directory().accounts().find(name);
        if (account == null) {
            order.error("Nobody is called " + name + ": see users.");
        }
        return account;
    }

    long nowMs() {
        return relay.directory().nowMs();
    }

    /** As lists show a time; {@code never} for 0. */
    static String time(long ms) {
        return ms == 0
                ? "never"
                : Instant.ofEpochMilli(ms).truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
