package io.heliograph.server.routing;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.blob.Blobs;
import io.heliograph.server.store.FileTable.AccountTotals;
import io.heliograph.server.store.FileTable.FileRow;
import io.heliograph.server.store.FileTable.Totals;
import io.heliograph.server.store.Store;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All blobs together: how many there are, whose they are, and their end. A row goes first, the file behind it; what a
 * death leaves over is deleted at the next start.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
public final class FileBook {
    private static final int MAX_ENDED_AT_ONCE = 100;

    private final Store store;
    private final Blobs blobs;
    private final Workers disk;
    private final Uploads uploads;
    private final Deque<Bytes> undeleted = new ArrayDeque<>();
    private Totals totals;

    FileBook(RelayParts.Surroundings around, Uploads uploads, Totals totals) {
        this.store = around.store();
        this.blobs = around.blobs();
        this.disk = around.disk();
        this.uploads = uploads;
        this.totals = totals;
    }

    /** Of all accounts: blobs, and the bytes that were announced. */
    public Totals totals() {
        return totals;
    }

    /** Greatest first; {@code refused} hears in one sentence why it cannot be told. */
    public void totals(Consumer<List<AccountTotals>> done, Consumer<String> refused) {
        store.read(
                tables -> tables.files().totals(),
                (rows, nowNs) -> done.accept(rows),
                (fault, nowNs) -> refused.accept(Decision.textOf(fault)));
    }

    /** Newest first. */
    public void of(Account account, Consumer<List<FileRow>> done, Consumer<String> refused) {
        long id = account.id();
        store.read(
                tables -> tables.files().of(id),
                (rows, nowNs) -> done.accept(rows),
                (fault, nowNs) -> refused.accept(Decision.textOf(fault)));
    }

    /** {@code done} takes false if there is no such blob. */
    public void remove(Change change, Bytes blob, Consumer<Boolean> done) {
        change.commit(
                tables -> {
                    Optional<FileRow> row = Optional.ofNullable(tables.files().find(blob));
                    tables.files().remove(blob);
                    return row;
                },
                (row, nowNs) -> {
                    row.ifPresent(this::onRemoved);
                    done.accept(row.isPresent());
                });
    }

    void onAdded(FileRow row) {
        totals = new Totals(totals.count() + 1, totals.bytes() + row.bytes());
    }

    /** Its row is gone. */
    void onRemoved(FileRow row) {
        totals = new Totals(totals.count() - 1, totals.bytes() - row.bytes());
        uploads.stop(row.blob());
        delete(row.blob());
    }

    private void delete(Bytes blob) {
        boolean accepted = disk.submit(() -> blobs.delete(blob), (deleted, nowNs) -> {
            if (!deleted) {
                undeleted.add(blob);
            }
        });
        if (!accepted) {
            undeleted.add(blob);
        }
    }

    /** Lets go of what is over, and tries again what could not be deleted. */
    void expire(long nowMs) {
        List<Bytes> again = new ArrayList<>(undeleted);
        undeleted.clear();
        again.forEach(this::delete);
        store.write(
                tables -> {
                    List<FileRow> over = tables.files().over(nowMs, MAX_ENDED_AT_ONCE);
                    over.forEach(row -> tables.files().remove(row.blob()));
                    return over;
                },
                (over, nowNs) -> {
                    over.forEach(this::onRemoved);
                    if (over.size() == MAX_ENDED_AT_ONCE) {
                        expire(nowMs);
                    }
                },
                (fault, nowNs) -> {});
    }
}
