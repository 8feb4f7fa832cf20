package io.heliograph.server;

import io.heliograph.server.routing.OperatorCommands.Result;
import java.util.List;
import java.util.function.Consumer;

/** What a console needs of the server. Answers come on another thread. */
interface ConsoleDesk {
    void execute(String line, Consumer<Result> answer) throws InterruptedException;

    /** What the last word of {@code line}, perhaps empty, may become. */
    void complete(String line, Consumer<List<String>> answer) throws InterruptedException;

    /** Stops the server in order; returns at once. */
    void stop();
}
