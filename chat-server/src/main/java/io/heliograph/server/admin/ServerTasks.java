package io.heliograph.server.admin;

import io.heliograph.server.routing.OperatorCommands.Result;
import java.util.function.Consumer;

/**
 * What an operator may ask for that takes files and time, and so happens elsewhere. Called on the relay loop; each
 * answer comes there, later.
 */
public interface ServerTasks {
    /** Reads the configuration again: what changed, what waits for the next start, or why nothing did. */
    void reload(Consumer<Result> answer);

    /** Copies the data folder into a new folder in {@code folder}; empty: where the configuration says. */
    void backup(String folder, Consumer<Result> answer);

    /** The last {@code count} events of the audit log. */
    void audit(int count, Consumer<Result> answer);

    /** {@code debug}, {@code info}, {@code warn} or {@code error}, until the next start or reload. */
    void setLogLevel(String level, Consumer<Result> answer);
}
