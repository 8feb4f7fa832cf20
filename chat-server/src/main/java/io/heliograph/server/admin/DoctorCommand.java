package io.heliograph.server.admin;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.account.IpNetwork;
import io.heliograph.server.admin.Arrivals.Arrival;
import io.heliograph.server.admin.Command.Target;
import io.heliograph.server.routing.OperatorCommands.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Tells which direction is blocked between this server and a client that cannot reach it.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class DoctorCommand {
    private static final int MAX_LATEST = 20;

    private final CommandContext around;

    DoctorCommand(CommandContext around) {
        this.around = around;
    }

    void addTo(CommandTable table) {
        table.look(
                "doctor [ADDRESS|NAME]", "whose datagrams arrive here, and what that means", Target.ACCOUNT, this::run);
    }

    private void run(Order order) {
        String given = order.arguments().word();
        if (given == null) {
            latest(order);
            return;
        }
        IpNetwork address = IpNetwork.parse(given);
        Account account = around.relay().directory().accounts().find(given);
        if (address != null && address.isSingle()) {
            order.answer(new Result(true, about(address.ip())));
        } else if (account != null) {
            account(order, account);
        } else {
            order.error(given + " is neither an address nor an account: write 192.0.2.7 or 2001:db8::7;"
                    + " doctor alone lists who was heard.");
        }
    }

    private void latest(Order order) {
        List<String> lines = new ArrayList<>();
        for (Arrival arrival :
                around.arrivals().latest(MAX_LATEST, around.nowNs().getAsLong())) {
            lines.add(line(arrival));
        }
        order.list(lines, "address heard", "addresses heard");
    }

    private void account(Order order, Account account) {
        List<String> lines = new ArrayList<>();
        around.relay().directory().sessionsOf(account).stream()
                .map(session -> session.link().address().ip())
                .distinct()
                .forEach(ip -> lines.addAll(about(ip)));
        if (lines.isEmpty()) {
            order.ok(
                    account.name() + " has no session, and without one there is no address to look at.",
                    "Have /doctor typed there: it names the address to ask for here.");
        } else {
            order.answer(new Result(true, lines));
        }
    }

    private List<String> about(Bytes ip) {
        Arrivals arrivals = around.arrivals();
        Arrival arrival = arrivals.of(ip, around.nowNs().getAsLong());
        if (arrival == null) {
            return List.of(
                    IpNetwork.of(ip) + ": nothing in the last " + time(arrivals.windowMs()) + ".",
                    "Its datagrams do not arrive. Have it try now, and ask again; behind a router it has another"
                            + " address: doctor alone lists who was heard.",
                    "If it stays so, let UDP in to port " + arrivals.port() + " at the firewall of this server, and at"
                            + " those on the way:",
                    "  " + arrivals.firewallLine());
        }
        return List.of(line(arrival), meaning(arrival));
    }

    private String meaning(Arrival arrival) {
        if (sessionCount(arrival.ip()) > 0) {
            return "Both directions are open.";
        } else if (arrival.answeredCount() == 0) {
            return "They arrive, and none was worth an answer: stats shows why datagrams are dropped.";
        }
        return "They arrive and are answered. If the client sees no answer, it is lost on the way back or at the"
                + " client's firewall: there, let in UDP from port "
                + around.arrivals().port()
                + " of this server (/doctor there"
                + " prints the line).";
    }

    private String line(Arrival arrival) {
        long sessions = sessionCount(arrival.ip());
        return IpNetwork.of(arrival.ip()) + ": " + arrival.count() + (arrival.count() == 1 ? " datagram" : " datagrams")
                + " in the last " + time(arrival.firstAgoMs()) + ", the last one " + time(arrival.lastAgoMs())
                + " ago, "
                + arrival.answeredCount() + " sent back, " + sessions + (sessions == 1 ? " session" : " sessions");
    }

    private long sessionCount(Bytes ip) {
        return around.relay().directory().loggedInSessions().stream()
                .filter(session -> session.link().address().ip().equals(ip))
                .count();
    }

    private static String time(long ms) {
        long seconds = TimeUnit.MILLISECONDS.toSeconds(ms);
        if (seconds < 100) {
            return seconds + " s";
        }
        long minutes = TimeUnit.SECONDS.toMinutes(seconds);
        return minutes < 100 ? minutes + " min" : TimeUnit.MINUTES.toHours(minutes) + " h";
    }
}
