package io.heliograph.server.admin;

import io.heliograph.common.message.Bounds;
import io.heliograph.server.routing.Answer;
import io.heliograph.server.routing.Change;
import io.heliograph.server.routing.OperatorCommands.Result;
import io.heliograph.server.routing.Relay;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One line of an operator while it is carried out; ends by exactly one answer.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Order {
    /** An answer must fit into one message (protocol.md 5.2). */
    private static final int MAX_ANSWER_BYTES = 48 * 1024;

    private static final int MAX_LINES = Bounds.MAX_ADMIN_RESULT_LINES / 4;

    private final Command command;
    private final String actor;
    private final Arguments arguments;
    private final Consumer<Result> answer;

    /** {@code actor}: the administrator's name, or {@link io.heliograph.server.routing.OperatorCommands#CONSOLE}. */
    Order(Command command, String actor, Arguments arguments, Consumer<Result> answer) {
        this.command = command;
        this.actor = actor;
        this.arguments = arguments;
        this.answer = answer;
    }

    String actor() {
        return actor;
    }

    Arguments arguments() {
        return arguments;
    }

    // Answers

    void ok(String... lines) {
        answer.accept(new Result(true, List.of(lines)));
    }

    void error(String line) {
        answer.accept(Result.error(line));
    }

    void usage() {
        error("Usage: " + command.usage());
    }

    void answer(Result result) {
        answer.accept(result);
    }

    /** {@code lines} and how many they are; what does not fit is left out, and said to be. */
    void list(List<String> lines, String singular, String plural) {
        List<String> shown = new ArrayList<>();
        int bytes = 0;
        for (String line : lines) {
            bytes += line.getBytes(StandardCharsets.UTF_8).length;
            if (shown.size() == MAX_LINES || bytes > MAX_ANSWER_BYTES) {
                shown.add("... and " + (lines.size() - shown.size()) + " more");
                break;
            }
            shown.add(line);
        }
        shown.add(lines.size() + " " + (lines.size() == 1 ? singular : plural));
        answer.accept(new Result(true, shown));
    }

    /** Answers with {@code line} when it is done. */
    Answer answering(String line) {
        return new Answer() {
            @Override
            public void onDone() {
                ok(line);
            }

            @Override
            public void onRefused(String text) {
                error(text);
            }
        };
    }

    /** Answers by itself if it cannot be stored. */
    Change change(Relay relay) {
        return relay.change(this::error);
    }
}
