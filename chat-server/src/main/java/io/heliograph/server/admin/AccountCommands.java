package io.heliograph.server.admin;

import io.heliograph.common.name.NameRules;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.account.IpNetwork;
import io.heliograph.server.admin.Command.Target;
import io.heliograph.server.routing.AccountBook;
import io.heliograph.server.routing.Change;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.DeviceRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Commands about accounts, their devices and sessions.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class AccountCommands {
    /** Digits of a key that lists show, and the fewest that {@code revoke} takes. */
    private static final int SHOWN_KEY_DIGITS = 16;

    private static final int MIN_KEY_DIGITS = 8;
    private static final String BUSY = "Too many passwords are being checked: try again in a moment.";

    private final CommandContext around;
    private final AccountBook accounts;

    AccountCommands(CommandContext around) {
        this.around = around;
        this.accounts = around.relay().accounts();
    }

    void addTo(CommandTable table) {
        table.look("users [PART]", "the accounts, or those whose name holds PART", Target.ACCOUNT, this::users);
        table.look("user info NAME", "what the server knows of an account", Target.ACCOUNT, this::info);
        table.change("user add NAME", "makes an account and prints its password", Target.NOTHING, this::add);
        table.change("user passwd NAME", "gives an account a new password, printed once", Target.ACCOUNT, this::passwd);
        table.change(
                "user disable NAME",
                "ends its sessions and lets it in no more",
                Target.ACCOUNT,
                order -> setDisabled(order, true));
        table.change("user enable NAME", "lets it in again", Target.ACCOUNT, order -> setDisabled(order, false));
        table.change("user admin NAME", "makes NAME an administrator", Target.ACCOUNT, order -> setAdmin(order, true));
        table.change("user unadmin NAME", "takes that away again", Target.ACCOUNT, order -> setAdmin(order, false));
        table.look("devices NAME", "the devices of an account", Target.ACCOUNT, this::devices);
        table.change("revoke NAME KEY", "takes a device away; KEY: how it begins", Target.ACCOUNT, this::revoke);
        table.look("sessions", "every connection: user, address, round trip, silence", Target.NOTHING, this::sessions);
        table.change("kick NAME [REASON]", "ends NAME's connections", Target.ACCOUNT, this::kick);
    }

    private void users(Order order) {
        String part = order.arguments().rest().toLowerCase(Locale.ROOT);
        List<String> lines = new ArrayList<>();
        for (Account account : around.relay().directory().accounts().all()) {
            if (account.name().toLowerCase(Locale.ROOT).contains(part)) {
                lines.add(account.name() + " " + stateOf(account) + rightsOf(account) + " devices="
                        + account.devices().size());
            }
        }
        order.list(lines, "user", "users");
    }

    private String stateOf(Account account) {
        return around.relay()
                .presenceOf(account, around.nowNs().getAsLong())
                .state()
                .word();
    }

    private static String rightsOf(Account account) {
        return (account.isAdmin() ? " admin" : "") + (account.isDisabled() ? " disabled" : "");
    }

    private void info(Order order) {
        Account account = around.accountOf(order);
        if (account != null) {
            order.ok(
                    account.name() + " " + stateOf(account) + rightsOf(account),
                    "made " + CommandContext.time(account.createdMs()) + ", last seen "
                            + CommandContext.time(account.lastSeenMs()),
                    account.hasPassword() ? "has a password" : "has no password: only its devices come in",
                    "devices " + account.devices().size() + ", sessions "
                            + around.relay().directory().sessionsOf(account).size() + ", conversations "
                            + around.relay().directory().conversations().countOf(account));
        }
    }

    // Changes

    private void add(Order order) {
        String wanted = order.arguments().word();
        if (wanted == null || !order.arguments().isEmpty()) {
            order.usage();
            return;
        }
        String name = NameRules.normalise(wanted);
        String whyNot = NameRules.whyNotAName(name);
        String taken = name + " is taken already.";
        if (whyNot != null) {
            order.error(whyNot);
            return;
        } else if (around.relay().directory().accounts().find(name) != null) {
            order.error(taken);
            return;
        }
        String password = accounts.newPassword();
        Change change = order.change(around.relay());
        boolean accepted = accounts.hash(
                password,
                (hash, nowNs) -> accounts.add(change, name, hash, made -> {
                    if (made) {
                        order.ok("Made " + name + ".", "Password, shown this once: " + password);
                    } else {
                        order.error(taken);
                    }
                }));
        if (!accepted) {
            order.error(BUSY);
        }
    }

    private void passwd(Order order) {
        Account account = around.accountOf(order);
        if (account == null) {
            return;
        }
        String password = accounts.newPassword();
        Change change = order.change(around.relay());
        boolean accepted = accounts.hash(
                password,
                (hash, nowNs) -> accounts.setPasswordHash(
                        change,
                        account,
                        hash,
                        () -> order.ok("Password of " + account.name() + ", shown this once: " + password)));
        if (!accepted) {
            order.error(BUSY);
        }
    }

    private void setDisabled(Order order, boolean disabled) {
        Account account = around.accountOf(order);
        if (account != null) {
            String done = account.name() + (disabled ? " is disabled." : " may come in again.");
            accounts.setDisabled(order.change(around.relay()), account, disabled, () -> order.ok(done));
        }
    }

    private void setAdmin(Order order, boolean admin) {
        Account account = around.accountOf(order);
        if (account != null) {
            String done = account.name() + (admin ? " is an administrator." : " is no administrator any more.");
            accounts.setAdmin(order.change(around.relay()), account, admin, () -> order.ok(done));
        }
    }

    private void devices(Order order) {
        Account account = around.accountOf(order);
        if (account == null) {
            return;
        }
        List<String> lines = new ArrayList<>();
        for (DeviceRow device : account.devices()) {
            boolean online = around.relay().directory().sessionsOf(account).stream()
                    .anyMatch(session -> session.device().equals(device.key()));
            lines.add(shortKey(device.key()) + " " + (online ? "online" : "offline") + " enrolled="
                    + CommandContext.time(device.enrolledMs()) + " seen=" + CommandContext.time(device.lastSeenMs())
                    + " "
                    + device.name());
        }
        order.list(lines, "device", "devices");
    }

    private void revoke(Order order) {
        Account account = around.accountOf(order);
        if (account == null) {
            return;
        }
        String prefix = order.arguments().rest().toLowerCase(Locale.ROOT);
        if (prefix.length() < MIN_KEY_DIGITS) {
            order.error("Give at least " + MIN_KEY_DIGITS + " digits of the key: see devices " + account.name() + ".");
            return;
        }
        Bytes key = findKey(account, prefix);
        if (key == null) {
            order.error("No one device of " + account.name() + " begins so: see devices " + account.name() + ".");
            return;
        }
        accounts.revoke(
                order.change(around.relay()),
                account,
                key,
                () -> order.ok("The device " + shortKey(key) + " of " + account.name() + " is revoked."));
    }

    /** Null if none or several begin so. */
    private static @Nullable Bytes findKey(Account account, String prefix) {
        List<Bytes> found = account.devices().stream()
                .map(DeviceRow::key)
                .filter(key -> key.toHex().startsWith(prefix))
                .toList();
        return found.size() == 1 ? found.get(0) : null;
    }

    private static String shortKey(Bytes key) {
        return key.toHex().substring(0, SHOWN_KEY_DIGITS);
    }

    // Sessions

    private void sessions(Order order) {
        long nowNs = around.nowNs().getAsLong();
        List<String> lines = new ArrayList<>();
        for (Session session : around.relay().directory().sessions()) {
            Account account = session.account();
            lines.add((account == null ? "(no login yet)" : account.name()) + " from "
                    + IpNetwork.of(session.link().address().ip()) + " port "
                    + session.link().address().port() + " rtt="
                    + TimeUnit.MICROSECONDS.toMillis(session.link().roundTripUs()) + "ms silent="
                    + TimeUnit.NANOSECONDS.toSeconds(session.link().silentForNs(nowNs)) + "s waiting_posts="
                    + session.waitingPostCount());
        }
        order.list(lines, "session", "sessions");
    }

    private void kick(Order order) {
        Account account = around.accountOf(order);
        if (account == null) {
            return;
        }
        String given = order.arguments().rest();
        String reason = given.isEmpty() ? "kicked by an administrator" : given;
        int count = accounts.kick(account, reason, around.nowNs().getAsLong());
        if (count == 0) {
            order.error(account.name() + " is not connected.");
        } else {
            order.ok("Kicked " + account.name() + " (" + count + (count == 1 ? " connection)." : " connections)."));
        }
    }
}
