package io.heliograph.server.store.sql;

/** Gives out ids, each once. Not thread-safe; owned by the thread that owns the connection. */
final class Counters {
    private final Statements statements;

    Counters(Statements statements) {
        this.statements = statements;
    }

    /** {@code name} as the schema begins it. */
    long next(String name) {
        long id = statements.number(
                0, "UPDATE counter SET next_id = next_id + 1 WHERE name = ? RETURNING next_id - 1", name);
        if (id == 0) {
            throw new IllegalStateException("no counter " + name);
        }
        return id;
    }
}
