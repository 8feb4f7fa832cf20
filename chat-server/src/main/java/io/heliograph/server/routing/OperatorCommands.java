package io.heliograph.server.routing;

import java.util.List;
import java.util.function.Consumer;

/** The operator's commands, as the console and administrators in chat give them. */
public interface OperatorCommands {
    /** The actor of lines from the console; no account can be called so. */
    String CONSOLE = "(console)";

    /** Carries out one line on the relay loop; {@code answer} is called there, perhaps later. */
    void execute(String line, String actor, Consumer<Result> answer);

    /** What the last word of {@code line}, perhaps empty, may become. On the relay loop. */
    List<String> complete(String line);

    /** What a line printed. */
    record Result(boolean ok, List<String> lines) {
        public Result {
            lines = List.copyOf(lines);
        }

        public static Result ok(String... lines) {
            return new Result(true, List.of(lines));
        }

        public static Result error(String line) {
            return new Result(false, List.of(line));
        }
    }
}
