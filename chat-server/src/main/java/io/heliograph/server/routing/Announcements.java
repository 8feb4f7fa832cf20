package io.heliograph.server.routing;

import io.heliograph.common.message.FileMessage.FileBegin;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.ServerMessage.FileState;
import io.heliograph.common.message.ServerMessage.Refused;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.blob.Blobs;
import io.heliograph.server.session.Session;
import io.heliograph.server.store.FileTable.FileRow;
import io.heliograph.server.store.FileTable.Totals;
import io.heliograph.server.store.Store;
import io.heliograph.server.store.Tables;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * FILE_BEGIN (protocol.md 14): takes note of a new blob if there is room for it, or tells how far an older one has
 * got. Its
 * file is cut to what is durable, so that an upload always goes on at the place that was told.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Announcements {
    /** How long a blob may take to come. */
    private static final long COMPLETE_WITHIN_MS = TimeUnit.DAYS.toMillis(7);

    /** Small files cost more than their bytes. */
    private static final long MAX_BLOBS_OF_USER = 10_000;

    private static final long MAX_BLOBS = 500_000;

    /** Of one connection; together with the pages that it waits for. */
    private static final int MAX_OPEN = 8;

    private final Directory directory;
    private final Store store;
    private final Blobs blobs;
    private final Workers disk;
    private final Uploads uploads;
    private final FileBook book;
    private final Set<Bytes> opening = new HashSet<>();
    private long reservedBytes;

    Announcements(Directory directory, RelayParts.Surroundings around, Uploads uploads, FileBook book) {
        this.directory = directory;
        this.store = around.store();
        this.blobs = around.blobs();
        this.disk = around.disk();
        this.uploads = uploads;
        this.book = book;
    }

    /** What the rules need to know in the transaction. */
    private record Wish(FileBegin asked, long account, RelayConfig.Files limits, boolean hasRoom, long nowMs) {}

    /** What the transaction found or made: one of the two. {@code replaced}: one whose time was over. */
    private record Outcome(
            @Nullable FileRow row, boolean added, @Nullable FileRow replaced, String code, String text) {
        static Outcome of(FileRow row) {
            return new Outcome(row, false, null, "", "");
        }

        static Outcome refusal(String code, String text) {
            return new Outcome(null, false, null, code, text);
        }
    }

    /** Whether somebody begins the blob at this moment. */
    boolean isOpening(Bytes blob) {
        return opening.contains(blob);
    }

    /** The disk takes its time; what the client says next does not wait for it. */
    void onBegin(Session session, Account account, FileBegin asked) {
        Upload running = uploads.find(asked.blob());
        if (asked.bytes() == 0) {
            refuse(session, asked, RefusalCode.BAD_VALUE, "A file has at least one byte here.");
        } else if (running != null && running.row().account() != account.id()) {
            refuse(session, asked, RefusalCode.NOT_ALLOWED, "This file is somebody else's.");
        } else if (opening.contains(asked.blob()) || !session.beginRead(MAX_OPEN)) {
            refuse(session, asked, RefusalCode.BUSY, "Too much is being begun at this moment: try again.");
        } else {
            opening.add(asked.blob());
            // What an older connection brings from now on would meet a file that is being cut.
            uploads.stop(asked.blob());
            boolean accepted = disk.submit(
                    () -> blobs.hasRoomFor(asked.bytes()), (hasRoom, thenNs) -> note(session, account, asked, hasRoom));
            if (!accepted) {
                finishBusy(session, asked);
            }
        }
    }

    private void note(Session session, Account account, FileBegin asked, boolean hasRoom) {
        RelayConfig.Files limits = directory.config().files();
        long takenBytes = book.totals().bytes() + reservedBytes;
        // In this order: a number near 2^63 must not be added to anything.
        boolean fits = asked.bytes() <= limits.maxBytes()
                && takenBytes + asked.bytes() <= limits.totalBytes()
                && book.totals().count() < MAX_BLOBS;
        long reserved = fits ? asked.bytes() : 0;
        reservedBytes += reserved;
        Wish wish = new Wish(asked, account.id(), limits, hasRoom && fits, directory.nowMs());
        store.write(
                tables -> find(tables, wish),
                (outcome, nowNs) -> {
                    reservedBytes -= reserved;
                    onNoted(session, asked, outcome);
                },
                (fault, nowNs) -> {
                    reservedBytes -= reserved;
                    finish(
                            session,
                            asked,
                            new Refused(asked.request(), Decision.codeOf(fault), Decision.textOf(fault)));
                });
    }

    // In the transaction

    private static Outcome find(Tables tables, Wish wish) {
        FileRow row = tables.files().find(wish.asked().blob());
        if (row != null && row.account() != wish.account()) {
            return Outcome.refusal(RefusalCode.NOT_ALLOWED, "This file is somebody else's.");
        } else if (row != null && row.expiresMs() > wish.nowMs()) {
            return row.bytes() == wish.asked().bytes()
                    ? Outcome.of(row)
                    : Outcome.refusal(RefusalCode.BAD_VALUE, "This file has another size.");
        } else if (row != null) {
            tables.files().remove(row.blob());
        }
        Outcome refusal = whyNot(wish, tables.files().totalsOf(wish.account()));
        if (refusal != null) {
            return new Outcome(null, false, row, refusal.code(), refusal.text());
        }
        FileRow made = new FileRow(
                wish.asked().blob(),
                wish.account(),
                wish.asked().bytes(),
                0,
                wish.nowMs(),
                wish.nowMs() + COMPLETE_WITHIN_MS);
        tables.files().add(made);
        return new Outcome(made, true, row, "", "");
    }

    private static @Nullable Outcome whyNot(Wish wish, Totals own) {
        long bytes = wish.asked().bytes();
        RelayConfig.Files limits = wish.limits();
        if (bytes > limits.maxBytes()) {
            return Outcome.refusal(
                    RefusalCode.TOO_LARGE, "A file has at most " + limits.maxBytes() + " bytes on this server.");
        } else if (own.count() >= MAX_BLOBS_OF_USER || own.bytes() + bytes > limits.quotaBytes()) {
            return Outcome.refusal(
                    RefusalCode.QUOTA, "Your files would be too much for this server: take older ones away.");
        } else if (!wish.hasRoom()) {
            return Outcome.refusal(
                    RefusalCode.NO_SPACE, "The server has no room for this file: tell its administrator.");
        }
        return null;
    }

    // When it is durable

    private void onNoted(Session session, FileBegin asked, Outcome outcome) {
        FileRow row = outcome.row();
        if (outcome.replaced() != null) {
            book.onRemoved(outcome.replaced());
        }
        if (row == null) {
            finish(session, asked, new Refused(asked.request(), outcome.code(), outcome.text()));
            return;
        }
        if (outcome.added()) {
            book.onAdded(row);
        }
        if (row.isComplete()) {
            finish(session, asked, stateOf(asked, row));
            return;
        }
        boolean accepted = disk.submit(
                () -> blobs.cut(row.blob(), row.haveBytes()), (cut, thenNs) -> onCut(session, asked, row, cut));
        if (!accepted) {
            finishBusy(session, asked);
        }
    }

    private void onCut(Session session, FileBegin asked, FileRow row, boolean cut) {
        if (!cut) {
            String text = "The server's disk is full or broken: try again later.";
            finish(session, asked, new Refused(asked.request(), RefusalCode.NO_SPACE, text));
            return;
        }
        if (!session.isClosed()) {
            uploads.open(session, row);
        }
        finish(session, asked, stateOf(asked, row));
    }

    private static FileState stateOf(FileBegin asked, FileRow row) {
        return new FileState(asked.request(), row.blob(), row.haveBytes(), row.bytes(), row.expiresMs());
    }

    private void finishBusy(Session session, FileBegin asked) {
        String text = "The server has too much to do: try again in a moment.";
        finish(session, asked, new Refused(asked.request(), RefusalCode.BUSY, text));
    }

    private void finish(Session session, FileBegin asked, ServerMessage answer) {
        opening.remove(asked.blob());
        session.endRead();
        session.send(answer);
    }

    private static void refuse(Session session, FileBegin asked, String code, String text) {
        session.send(new Refused(asked.request(), code, text));
    }
}
