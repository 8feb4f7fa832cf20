package io.heliograph.server.store;

import io.heliograph.common.util.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of blobs; their octets are files. Times are milliseconds since 1970, UTC. */
public interface FileTable {
    @Nullable
    FileRow find(Bytes blob);

    void add(FileRow row);

    /** So much is durable; {@code expiresMs}: when the blob goes. */
    void setHave(Bytes blob, long haveBytes, long expiresMs);

    /** True if there was one. */
    boolean remove(Bytes blob);

    /** Every blob there is; before the server serves. */
    List<FileRow> all();

    /** Newest first. */
    List<FileRow> of(long account);

    /** How many blobs the account has announced, and their bytes. */
    Totals totalsOf(long account);

    /** The same for all accounts that have any, greatest first. */
    List<AccountTotals> totals();

    /** Whose time is over, oldest first, at most {@code limit}. */
    List<FileRow> over(long nowMs, int limit);

    /**
     * A blob.
     *
     * @param bytes as announced
     * @param haveBytes durable; complete once they are {@code bytes}
     * @param expiresMs of a complete one as of one that is not
     */
    record FileRow(Bytes blob, long account, long bytes, long haveBytes, long begunMs, long expiresMs) {
        public boolean isComplete() {
            return haveBytes == bytes;
        }
    }

    /** Blobs and the bytes that were announced of them. */
    record Totals(long count, long bytes) {
        public static final Totals NONE = new Totals(0, 0);
    }

    /** Of one account. */
    record AccountTotals(long account, Totals totals) {}
}
