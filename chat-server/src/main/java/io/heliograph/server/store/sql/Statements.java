package io.heliograph.server.store.sql;

import io.heliograph.common.util.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one connection, each prepared once. The texts are constants, so the cache stays small.
 *
 * <p>Not thread-safe; owned by the thread that owns the connection.
 */
final class Statements implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** Makes a value of the row that the result stands on. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Looks at rows until it answers false. */
    @FunctionalInterface
    interface RowVisitor {
        boolean visit(ResultSet row) throws SQLException;
    }

    /** How many rows the statement changed. */
    int update(String sql, @Nullable Object... values) {
        try {
            return bound(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    void each(String sql, RowVisitor visitor, @Nullable Object... values) {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            boolean more = true;
            while (more && rows.next()) {
                more = visitor.visit(rows);
            }
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(reader.read(row)), values);
        return found;
    }

    /** Null if there is no row. */
    <T> @Nullable T first(String sql, RowReader<T> reader, @Nullable Object... values) {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            return rows.next() ? reader.read(rows) : null;
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** The first column of the first row, {@code otherwise} if there is no row. */
    long number(long otherwise, String sql, @Nullable Object... values) {
        Long found = first(sql, row -> row.getLong(1), values);
        return found == null ? otherwise : found;
    }

    @Override
    public void close() {
        try {
            connection.close(); // closes its statements
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** The driver leaves a statement that failed in a state in which it cannot be run again. */
    private SqlFailure failed(String sql, SQLException cause) {
        SqlFailure failure = new SqlFailure(cause);
        PreparedStatement spoilt = prepared.remove(sql);
        try {
            if (spoilt != null) {
                spoilt.close();
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int index = 0; index < values.length; index++) {
            bind(statement, index + 1, values[index]);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(place, Types.NULL);
        } else if (value instanceof Long number) {
            statement.setLong(place, number);
        } else if (value instanceof Integer number) {
            statement.setInt(place, number);
        } else if (value instanceof Boolean truth) {
            statement.setInt(place, truth ? 1 : 0);
        } else if (value instanceof Bytes octets) {
            statement.setBytes(place, octets.asReadOnlyArray());
        } else if (value instanceof String text) {
            statement.setString(place, text);
        } else {
            throw new IllegalArgumentException("cannot store a " + value.getClass());
        }
    }
}
