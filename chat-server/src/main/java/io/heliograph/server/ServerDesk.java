package io.heliograph.server;

import io.heliograph.server.relay.RelayServer;
import io.heliograph.server.routing.OperatorCommands.Result;
import java.util.List;
import java.util.function.Consumer;

/** A console's way to a running server. Thread-safe. */
record ServerDesk(RelayServer server) implements ConsoleDesk {
    @Override
    public void execute(String line, Consumer<Result> answer) throws InterruptedException {
        server.execute(line, answer);
    }

    @Override
    public void complete(String line, Consumer<List<String>> answer) throws InterruptedException {
        server.complete(line, answer);
    }

    @Override
    public void stop() {
        server.beginShutdown();
    }
}
