package io.heliograph.server.admin;

import io.heliograph.common.name.Skeleton;
import io.heliograph.server.account.Account;
import io.heliograph.server.account.Bans;
import io.heliograph.server.account.IpNetwork;
import io.heliograph.server.admin.Command.Target;
import io.heliograph.server.config.Units;
import io.heliograph.server.routing.AccessBook;
import io.heliograph.server.store.AccessTable.BanRow;
import io.heliograph.server.store.DeviceRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Commands about who is kept out of the server: by account, address, network or device.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class BanCommands {
    private static final String HOW = " [DURATION] [REASON]";

    /** CLOSE has room for little more (protocol.md 5.9). */
    private static final int MAX_REASON_BYTES = 180;

    private final CommandContext around;
    private final AccessBook access;

    BanCommands(CommandContext around) {
        this.around = around;
        this.access = around.relay().access();
    }

    void addTo(CommandTable table) {
        table.change("ban account NAME" + HOW, "keeps an account out", Target.ACCOUNT, this::banAccount);
        table.change("ban NAME" + HOW, "keeps an account out", Target.ACCOUNT, this::banAccount);
        table.change("ban address IP" + HOW, "keeps one address out", Target.NOTHING, this::banAddress);
        table.change(
                "ban network IP/BITS" + HOW, "keeps all addresses of a network out", Target.NOTHING, this::banNetwork);
        table.change("ban device KEY" + HOW, "keeps a device out; KEY: how it begins", Target.NOTHING, this::banDevice);
        table.change("unban ID|SUBJECT", "lets in again", Target.NOTHING, this::unban);
        table.look("bans", "who is kept out, how long and why", Target.NOTHING, this::list);
    }

    private void banAccount(Order order) {
        String name = order.arguments().word();
        if (name == null) {
            order.usage();
            return;
        }
        // A name that nobody has yet can be kept out as well.
        Account account = around.relay().directory().accounts().find(name);
        if (account != null && account.name().equals(order.actor())) {
            order.error("You would throw yourself out: have another administrator do it.");
            return;
        }
        ban(order, Bans.ACCOUNT, Skeleton.of(name), account == null ? name : account.name());
    }

    private void banAddress(Order order) {
        IpNetwork address = networkOf(order);
        if (address != null && !address.isSingle()) {
            order.error(address + " is a network: use ban network.");
        } else if (address != null) {
            ban(order, Bans.ADDRESS, address.toString(), address.toString());
        }
    }

    private void banNetwork(Order order) {
        IpNetwork network = networkOf(order);
        if (network != null && network.prefixBits() == 0) {
            order.error("That is everybody: use lockdown.");
        } else if (network != null) {
            ban(order, Bans.NETWORK, network.toString(), network.toString());
        }
    }

    /** Null if the order has been answered. */
    private static @Nullable IpNetwork networkOf(Order order) {
        String text = order.arguments().word();
        if (text == null) {
            order.usage();
            return null;
        }
        IpNetwork network = IpNetwork.parse(text);
        if (network == null) {
            order.error(text + " is no address: write 192.0.2.7, 192.0.2.0/24, 2001:db8::7 or 2001:db8::/32.");
        }
        return network;
    }

    private void banDevice(Order order) {
        String given = order.arguments().word();
        if (given == null) {
            order.usage();
            return;
        }
        String prefix = given.toLowerCase(Locale.ROOT);
        TreeSet<String> keys = new TreeSet<>();
        for (Account account : around.relay().directory().accounts().all()) {
            for (DeviceRow device : account.devices()) {
                if (device.key().toHex().startsWith(prefix)) {
                    keys.add(device.key().toHex());
                }
            }
        }
        if (prefix.matches("[0-9a-f]{64}")) {
            keys.add(prefix); // also one that nobody has enrolled
        }
        if (prefix.length() < 8 || keys.size() != 1) {
            order.error("No one device begins with " + given + ": give at least 8 digits, as devices NAME shows them.");
        } else {
            ban(order, Bans.DEVICE, keys.first(), keys.first().substring(0, 16));
        }
    }

    private void ban(Order order, String kind, String subject, String shown) {
        OptionalLong duration = Units.timeMs(order.arguments().peek());
        if (duration.isPresent()) {
            order.arguments().word();
        }
        String reason = order.arguments().rest();
        long nowMs = around.nowMs();
        long durationMs = duration.orElse(0);
        long untilMs = durationMs == 0 || durationMs > Long.MAX_VALUE / 2 ? 0 : nowMs + durationMs;
        if (reason.getBytes(StandardCharsets.UTF_8).length > MAX_REASON_BYTES) {
            order.error("The reason is longer than " + MAX_REASON_BYTES + " bytes: shorten it.");
        } else if (access.bans().size() >= Bans.MAX_BANS) {
            order.error("There are " + Bans.MAX_BANS + " bans already: lift some, or ban a network.");
        } else {
            BanRow ban = new BanRow(0, kind, subject, untilMs, reason, order.actor(), nowMs);
            access.ban(
                    order.change(around.relay()),
                    ban,
                    count -> order.ok("Banned " + kind + " " + shown
                            + (untilMs == 0 ? " for good" : " until " + CommandContext.time(untilMs)) + "; ended "
                            + count
                            + (count == 1 ? " connection." : " connections.")));
        }
    }

    private void unban(Order order) {
        String given = order.arguments().word();
        if (given == null) {
            order.usage();
            return;
        }
        BanRow ban = find(given);
        if (ban == null) {
            order.error("There is no ban of " + given + ": see bans.");
        } else {
            access.unban(order.change(around.relay()), ban, () -> order.ok("The ban of " + given + " is lifted."));
        }
    }

    private @Nullable BanRow find(String given) {
        if (given.matches("[0-9]{1,18}")) {
            BanRow byId = access.bans().find(Long.parseLong(given));
            if (byId != null) {
                return byId;
            }
        }
        IpNetwork network = IpNetwork.parse(given);
        String skeleton = Skeleton.of(given);
        for (BanRow ban : access.bans().all()) {
            boolean account = ban.kind().equals(Bans.ACCOUNT) && ban.subject().equals(skeleton);
            boolean ip = network != null && ban.subject().equals(network.toString());
            boolean device = ban.kind().equals(Bans.DEVICE)
                    && given.length() >= 8
                    && ban.subject().startsWith(given.toLowerCase(Locale.ROOT));
            if (account || ip || device) {
                return ban;
            }
        }
        return null;
    }

    private void list(Order order) {
        List<String> lines = new ArrayList<>();
        for (BanRow ban : access.bans().all()) {
            if (!Bans.isOver(ban, around.nowMs())) {
                lines.add(ban.id() + " " + ban.kind() + " " + subjectOf(ban) + " until="
                        + (ban.untilMs() == 0 ? "for-good" : CommandContext.time(ban.untilMs())) + " by=" + ban.by()
                        + " "
                        + ban.reason());
            }
        }
        order.list(lines, "ban", "bans");
    }

    /** An account's ban is stored by what its name looks like; people know it by its name. */
    private String subjectOf(BanRow ban) {
        if (ban.kind().equals(Bans.ACCOUNT)) {
            Account account = around.relay().directory().accounts().find(ban.subject());
            return account == null ? ban.subject() : account.name();
        }
        return ban.subject();
    }
}
