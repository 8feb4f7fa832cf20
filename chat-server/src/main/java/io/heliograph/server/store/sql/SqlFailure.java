package io.heliograph.server.store.sql;

import java.sql.SQLException;
import java.util.Set;

/** The database refused a statement. Never leaves this package: a fault is reported instead. */
final class SqlFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** SQLite keeps the primary result code in the low octet (sqlite.org/rescode.html). */
    private static final int PRIMARY_CODE = 0xff;

    /** SQLITE_NOMEM, READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB: the storage's fault and not the statement's. */
    private static final Set<Integer> STORAGE_CODES = Set.of(7, 8, 10, 11, 13, 14, 26);

    /** SQLITE_CORRUPT, NOTADB. */
    private static final Set<Integer> DAMAGE_CODES = Set.of(11, 26);

    private final int code;

    SqlFailure(SQLException cause) {
        super(cause.getMessage(), cause);
        this.code = cause.getErrorCode() & PRIMARY_CODE;
    }

    /** True if the file is not what it was. */
    boolean isOfDamage() {
        return DAMAGE_CODES.contains(code);
    }

    /** True if no other statement would have fared better: the disk is full or broken. */
    boolean isOfStorage() {
        return STORAGE_CODES.contains(code);
    }
}
