package io.heliograph.server.admin;

import io.heliograph.common.frame.CloseNotice;
import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ServerMessage.Announce;
import io.heliograph.server.room.Room;
import io.heliograph.server.routing.Directory;
import io.heliograph.server.routing.OperatorCommands;
import io.heliograph.server.routing.Relay;
import io.heliograph.server.session.Session;
import io.heliograph.server.user.User;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parses and carries out an operator's line.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class OperatorDesk implements OperatorCommands {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorDesk.class);

    private final Relay relay;
    private final Figures figures;
    private final Runnable shutdown;
    private final LongSupplier nowNs;

    /** {@code nowNs} gives the time of the loop's present turn. */
    public OperatorDesk(Relay relay, Figures figures, Runnable shutdown, LongSupplier nowNs) {
        this.relay = relay;
        this.figures = figures;
        this.shutdown = shutdown;
        this.nowNs = nowNs;
    }

    /** The commands there are, with their usage and what they do. */
    private enum Command {
        USERS("users", "who is logged in"),
        SESSIONS("sessions", "every connection: user, address, round trip, silence"),
        ROOMS("rooms", "every room with its members"),
        ANNOUNCE("announce TEXT", "tells everybody TEXT as the server's word"),
        KICK("kick NAME [REASON]", "ends NAME's connection"),
        STATS("stats", "counters: datagrams, drops by reason, queues"),
        SHUTDOWN("shutdown", "stops the server in order"),
        HELP("help", "this list");

        private final String usage;
        private final String purpose;

        Command(String usage, String purpose) {
            this.usage = usage;
            this.purpose = purpose;
        }

        static @Nullable Command of(String word) {
            for (Command command : values()) {
                if (command.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return command;
                }
            }
            return null;
        }
    }

    @Override
    public Result execute(String line, String actor) {
        String[] words = line.strip().split("\\s+", 2);
        Command command = Command.of(words[0].toLowerCase(Locale.ROOT));
        String rest = words.length > 1 ? words[1].strip() : "";
        if (command == null) {
            return Result.error("Unknown command \"" + words[0] + "\": try help.");
        }
        LOG.info("operator command={} actor={}", command.name().toLowerCase(Locale.ROOT), actor);
        return switch (command) {
            case USERS -> users();
            case SESSIONS -> sessions();
            case ROOMS -> rooms();
            case ANNOUNCE -> announce(rest);
            case KICK -> kick(rest);
            case STATS -> new Result(true, figures.lines());
            case SHUTDOWN -> {
                shutdown.run();
                yield Result.ok("The server stops.");
            }
            case HELP -> help();
        };
    }

    private Result users() {
        List<String> lines = new ArrayList<>();
        for (User user : directory().users().users()) {
            Session session = directory().sessionOf(user);
            String state =
                    session == null ? "offline" : session.shownPresence().name().toLowerCase(Locale.ROOT);
            lines.add(user.name() + " " + state + (session != null && session.isAdmin() ? " admin" : ""));
        }
        lines.add(lines.size() + (lines.size() == 1 ? " user" : " users"));
        return shortened(lines);
    }

    private Result sessions() {
        List<String> lines = new ArrayList<>();
        for (Session session : directory().sessions()) {
            User user = session.user();
            lines.add((user == null ? "(no login yet)" : user.name()) + " from "
                    + addressText(session)
                    + " rtt=" + TimeUnit.MICROSECONDS.toMillis(session.link().roundTripUs()) + "ms silent="
                    + TimeUnit.NANOSECONDS.toSeconds(session.link().silentForNs(nowNs.getAsLong())) + "s waiting_posts="
                    + session.waitingPostCount());
        }
        lines.add(lines.size() + (lines.size() == 1 ? " session" : " sessions"));
        return shortened(lines);
    }

    private Result rooms() {
        List<String> lines = new ArrayList<>();
        for (Room room : directory().rooms().rooms()) {
            String names = room.members().stream().map(User::name).limit(20).collect(Collectors.joining(" "));
            lines.add(room.name() + " " + room.members().size() + ": " + names);
        }
        lines.add(lines.size() + (lines.size() == 1 ? " room" : " rooms"));
        return shortened(lines);
    }

    private Result announce(String text) {
        if (text.isEmpty()) {
            return Result.error("Usage: " + Command.ANNOUNCE.usage);
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > Bounds.MAX_NOTICE_BYTES) {
            return Result.error("The text is longer than " + Bounds.MAX_NOTICE_BYTES + " bytes: shorten it.");
        }
        directory().sendToAll(new Announce(text, directory().nowMs()));
        int count = directory().userSessions().size();
        return Result.ok("Announced to " + count + (count == 1 ? " user." : " users."));
    }

    private Result kick(String rest) {
        String[] words = rest.split("\\s+", 2);
        if (words[0].isEmpty()) {
            return Result.error("Usage: " + Command.KICK.usage);
        }
        Session session = relay.sessionOf(words[0]);
        if (session == null) {
            return Result.error("Nobody here is called " + words[0] + ": see users.");
        }
        String reason = words.length > 1 ? words[1] : "kicked by an operator";
        relay.end(session, CloseNotice.KICKED, reason);
        return Result.ok("Kicked " + words[0] + ".");
    }

    private static Result help() {
        List<String> lines = new ArrayList<>();
        for (Command command : Command.values()) {
            lines.add(String.format(Locale.ROOT, "%-20s %s", command.usage, command.purpose));
        }
        return new Result(true, lines);
    }

    private Directory directory() {
        return relay.directory();
    }

    /** An answer must fit into one message. */
    private static Result shortened(List<String> lines) {
        int max = Bounds.MAX_ADMIN_RESULT_LINES / 4;
        if (lines.size() <= max) {
            return new Result(true, lines);
        }
        List<String> cut = new ArrayList<>(lines.subList(0, max));
        cut.add("... and " + (lines.size() - max - 1) + " more");
        cut.add(lines.get(lines.size() - 1));
        return new Result(true, cut);
    }

    private static String addressText(Session session) {
        byte[] ip = session.link().address().ip().asReadOnlyArray();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ip.length; i++) {
            String separator = ip.length == 4 ? "." : i % 2 == 0 ? ":" : "";
            text.append(i == 0 ? "" : separator)
                    .append(
                            ip.length == 4
                                    ? Integer.toString(ip[i] & 0xFF)
                                    : String.format(Locale.ROOT, "%02x", ip[i]));
        }
        return text + " port " + session.link().address().port();
    }
}
