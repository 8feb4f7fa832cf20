package io.heliograph.common.connection;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Connections that may have something to send, each once, taking turns: whoever has sent goes to the end of
 * the line.
 *
 * <p>Not thread-safe; owned by the endpoint's loop.
 */
final class ReadyQueue {
    private final Queue<Connection> queue = new ArrayDeque<>();
    private final Set<Connection> members = new HashSet<>();

    void add(Connection connection) {
        if (members.add(connection)) {
            queue.add(connection);
        }
    }

    @Nullable
    Connection poll() {
        Connection head = queue.poll();
        if (head != null) {
            members.remove(head);
        }
        return head;
    }
}
