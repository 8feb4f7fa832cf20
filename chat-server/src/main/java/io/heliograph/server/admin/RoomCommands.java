package io.heliograph.server.admin;

import io.heliograph.common.message.Role;
import io.heliograph.server.account.Account;
import io.heliograph.server.admin.Command.Target;
import io.heliograph.server.conversation.Conversation;
import io.heliograph.server.conversation.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Commands about rooms.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class RoomCommands {
    private final CommandContext around;

    RoomCommands(CommandContext around) {
        this.around = around;
    }

    void addTo(CommandTable table) {
        table.look("rooms [PART]", "the rooms, or those whose name holds PART", Target.ROOM, this::rooms);
        table.look("room info #ROOM", "how a room is set", Target.ROOM, this::info);
        table.look("room members #ROOM", "who is in it, with roles", Target.ROOM, this::members);
        table.change("room delete #ROOM", "removes a room with all that was said in it", Target.ROOM, this::delete);
        table.change("room owner #ROOM [NAME]", "its owners; with NAME: one more", Target.ROOM, this::owner);
    }

    private void rooms(Order order) {
        String part = order.arguments().rest().toLowerCase(Locale.ROOT);
        List<String> lines = new ArrayList<>();
        for (Conversation room : around.relay().directory().conversations().roomsAfter("")) {
            if (room.name().toLowerCase(Locale.ROOT).contains(part)) {
                lines.add(room.name() + " " + room.access().word() + " members=" + room.memberCount() + " active="
                        + CommandContext.time(room.lastActivityMs()));
            }
        }
        order.list(lines, "room", "rooms");
    }

    /** Null if the order has been answered. */
    private @Nullable Conversation roomOf(Order order) {
        String name = order.arguments().word();
        if (name == null) {
            order.usage();
            return null;
        }
        Conversation room =
                around.relay().directory().conversations().findRoom(name.startsWith("#") ? name : "#" + name);
        if (room == null) {
            order.error("There is no room " + name + ": see rooms.");
        }
        return room;
    }

    private void info(Order order) {
        Conversation room = roomOf(order);
        if (room != null) {
            order.ok(
                    room.name() + " " + room.access().word() + (room.settings().announceOnly() ? " announce-only" : ""),
                    "topic " + room.settings().topic(),
                    "members " + room.memberCount() + ", owners " + owners(room) + ", pins "
                            + room.pins().size(),
                    "slow mode " + room.settings().slowModeS() + " s, retention "
                            + room.settings().retentionDays() + " days (0: the server's)",
                    "entries up to " + (room.log().nextSeq() - 1) + ", last active "
                            + CommandContext.time(room.lastActivityMs()));
        }
    }

    private static String owners(Conversation room) {
        String names = room.members().stream()
                .filter(member -> member.role() == Role.OWNER)
                .map(member -> member.account().name())
                .collect(Collectors.joining(" "));
        return names.isEmpty() ? "nobody" : names;
    }

    private void members(Order order) {
        Conversation room = roomOf(order);
        if (room == null) {
            return;
        }
        List<String> lines = new ArrayList<>();
        for (Member member : room.members()) {
            boolean muted = member.isMuted(around.nowMs());
            lines.add(member.account().name() + " " + member.role().word() + (muted ? " muted" : ""));
        }
        order.list(lines, "member", "members");
    }

    private void delete(Order order) {
        Conversation room = roomOf(order);
        if (room != null) {
            around.relay().roomBook().remove(room, actorOf(order), order.answering(room.name() + " is gone."), now());
        }
    }

    private void owner(Order order) {
        Conversation room = roomOf(order);
        if (room == null) {
            return;
        }
        if (order.arguments().isEmpty()) {
            order.ok("Owners of " + room.name() + ": " + owners(room));
            return;
        }
        Account target = around.accountOf(order);
        if (target != null) {
            String done = target.name() + " is an owner of " + room.name() + ".";
            around.relay().roomBook().addOwner(room, target, actorOf(order), order.answering(done), now());
        }
    }

    /** Null for the console. */
    private @Nullable Account actorOf(Order order) {
        return around.relay().directory().accounts().find(order.actor());
    }

    private long now() {
        return around.nowNs().getAsLong();
    }
}
