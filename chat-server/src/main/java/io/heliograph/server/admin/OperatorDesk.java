package io.heliograph.server.admin;

import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ServerMessage.Announce;
import io.heliograph.server.routing.Directory;
import io.heliograph.server.routing.OperatorCommands;
import io.heliograph.server.routing.Relay;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
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

    public OperatorDesk(Relay relay, Figures figures, Runnable shutdown) {
        this.relay = relay;
        this.figures = figures;
        this.shutdown = shutdown;
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
    public void execute(String line, String actor, Consumer<Result> answer) {
        answer.accept(execute(line, actor));
    }

    private Result execute(String line, String actor) {
        String[] words = line.strip().split("\\s+", 2);
        Command command = Command.of(words[0].toLowerCase(Locale.ROOT));
        String rest = words.length > 1 ? words[1].strip() : "";
        if (command == null) {
            return Result.error("Unknown command \"" + words[0] + "\": try help.");
        }
        LOG.info("operator command={} actor={}", command.name().toLowerCase(Locale.ROOT), actor);
        return switch (command) {
            case ANNOUNCE -> announce(rest);
            case STATS -> new Result(true, figures.lines());
            case SHUTDOWN -> {
                shutdown.run();
                yield Result.ok("The server stops.");
            }
            default -> help();
        };
    }

    private Result announce(String text) {
        if (text.isEmpty()) {
            return Result.error("Usage: " + Command.ANNOUNCE.usage);
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > Bounds.MAX_NOTICE_BYTES) {
            return Result.error("The text is longer than " + Bounds.MAX_NOTICE_BYTES + " bytes: shorten it.");
        }
        directory().sendToAll(new Announce(text, directory().nowMs()));
        int count = directory().connectedAccountCount();
        return Result.ok("Announced to " + count + (count == 1 ? " user." : " users."));
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
}
