package io.heliograph.server.admin;

import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ServerMessage.Announce;
import io.heliograph.server.account.Invites;
import io.heliograph.server.account.SecretText;
import io.heliograph.server.admin.Command.Noted;
import io.heliograph.server.admin.Command.Target;
import io.heliograph.server.config.Units;
import io.heliograph.server.routing.AccessBook;
import io.heliograph.server.store.AccessTable.InviteRow;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Commands about who may register, and what everybody is told.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class AccessCommands {
    private static final int ID_DIGITS = 8;
    private static final int MAX_USES = 10_000;
    private static final long STANDARD_INVITE_MS = TimeUnit.DAYS.toMillis(1);

    private static final List<String> LEVELS = List.of(
            "Lockdown 0: nothing is locked.",
            "Lockdown 1: nobody registers.",
            "Lockdown 2: nobody registers, enrols a device or makes a room.",
            "Lockdown 3: only administrators log in.");

    private final CommandContext around;
    private final AccessBook access;

    AccessCommands(CommandContext around) {
        this.around = around;
        this.access = around.relay().access();
    }

    void addTo(CommandTable table) {
        table.change(
                "invite create [USES] [DURATION]",
                "a link to register with; else once, within 24h",
                Target.NOTHING,
                this::invite);
        table.look("invite list", "the invitations that are open", Target.NOTHING, this::invites);
        table.change("invite revoke ID", "takes an invitation back", Target.NOTHING, this::revoke);
        table.add(
                "announce TEXT",
                "tells everybody TEXT as the server's word",
                Target.NOTHING,
                Noted.WITHOUT_TEXT,
                this::announce);
        table.add(
                "motd [TEXT|-]",
                "what greets whoever logs in; -: as configured",
                Target.NOTHING,
                Noted.WITHOUT_TEXT,
                this::motd);
        table.change("lockdown [LEVEL]", "the emergency brake, 0 to 3", Target.LOCKDOWN_LEVEL, this::lockdown);
    }

    // Invitations

    private void invite(Order order) {
        int uses = 1;
        if (order.arguments().peek().matches("[0-9]{1,6}")) {
            uses = Integer.parseInt(order.arguments().peek());
            order.arguments().word();
        }
        OptionalLong lastsMs = order.arguments().isEmpty()
                ? OptionalLong.of(STANDARD_INVITE_MS)
                : Units.timeMs(order.arguments().peek());
        order.arguments().word();
        if (uses < 1
                || uses > MAX_USES
                || lastsMs.isEmpty()
                || !order.arguments().isEmpty()) {
            order.usage();
            return;
        }
        long nowMs = around.nowMs();
        long expiresMs = lastsMs.getAsLong() == 0 ? 0 : nowMs + lastsMs.getAsLong();
        String token = SecretText.tokenOf(around.random().bytes(Invites.TOKEN_BYTES));
        InviteRow invite = new InviteRow(SecretText.hashOf(token), uses, expiresMs, order.actor(), nowMs);
        String until = expiresMs == 0 ? "for good" : "until " + CommandContext.time(expiresMs);
        String first = "Invitation " + idOf(invite) + ", for " + uses + (uses == 1 ? " use " : " uses ") + until + ":";
        access.addInvite(
                order.change(around.relay()),
                invite,
                () -> order.ok(first, around.server().inviteLink(token)));
    }

    private static String idOf(InviteRow invite) {
        return invite.tokenHash().toHex().substring(0, ID_DIGITS);
    }

    private void invites(Order order) {
        List<String> lines = new ArrayList<>();
        for (InviteRow invite : access.invites().all()) {
            if (!Invites.isOver(invite, around.nowMs())) {
                lines.add(idOf(invite) + " uses=" + invite.usesLeft() + " until="
                        + (invite.expiresMs() == 0 ? "for-good" : CommandContext.time(invite.expiresMs())) + " by="
                        + invite.by());
            }
        }
        order.list(lines, "invitation", "invitations");
    }

    private void revoke(Order order) {
        String id = order.arguments().word();
        if (id == null) {
            order.usage();
            return;
        }
        InviteRow invite = access.invites().findByPrefix(id.toLowerCase(Locale.ROOT));
        if (invite == null) {
            order.error("There is no invitation " + id + ": see invite list.");
        } else {
            access.removeInvite(
                    order.change(around.relay()), invite, () -> order.ok("The invitation " + id + " is taken back."));
        }
    }

    // Texts

    private void announce(Order order) {
        String text = order.arguments().rest();
        if (text.isEmpty()) {
            order.usage();
        } else if (isTooLong(text)) {
            order.error("The text is longer than " + Bounds.MAX_NOTICE_BYTES + " bytes: shorten it.");
        } else {
            around.relay().directory().sendToAll(new Announce(text, around.nowMs()));
            int count = around.relay().directory().connectedAccountCount();
            order.ok("Announced to " + count + (count == 1 ? " user." : " users."));
        }
    }

    private void motd(Order order) {
        String text = order.arguments().rest();
        if (text.isEmpty()) {
            String greeting = access.greeting();
            order.ok(greeting.isEmpty() ? "Nobody is greeted." : "Whoever logs in is greeted: " + greeting);
        } else if (isTooLong(text)) {
            order.error("The text is longer than " + Bounds.MAX_NOTICE_BYTES + " bytes: shorten it.");
        } else {
            String greeting = text.equals("-") ? "" : text;
            access.setGreeting(
                    order.change(around.relay()),
                    greeting,
                    () -> order.ok(greeting.isEmpty() ? "The configuration's greeting holds again." : "Set."));
        }
    }

    private static boolean isTooLong(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length > Bounds.MAX_NOTICE_BYTES;
    }

    private void lockdown(Order order) {
        String given = order.arguments().rest();
        if (given.isEmpty()) {
            order.ok(LEVELS.get(access.lockdownLevel()));
        } else if (given.matches("[0-3]")) {
            int level = Integer.parseInt(given);
            access.setLockdown(order.change(around.relay()), level, () -> order.ok(LEVELS.get(level)));
        } else {
            order.usage();
        }
    }
}
