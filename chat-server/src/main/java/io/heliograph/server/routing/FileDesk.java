package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.FileMessage;
import io.heliograph.common.message.FileMessage.FileBegin;
import io.heliograph.common.message.FileMessage.FileDrop;
import io.heliograph.common.message.FileMessage.FileGet;
import io.heliograph.common.message.FileMessage.FileLimits;
import io.heliograph.common.message.FileMessage.FilePut;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage.FileLimitsTold;
import io.heliograph.server.account.Account;
import io.heliograph.server.session.Session;
import io.heliograph.server.session.SessionLink;
import io.heliograph.server.store.FileTable;
import io.heliograph.server.store.FileTable.FileRow;
import io.heliograph.server.store.Store;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What clients say about files, each to those it is for (protocol.md 14).
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class FileDesk {
    private final Directory directory;
    private final Store store;
    private final Uploads uploads;
    private final FileBook book;
    private final Announcements announcements;
    private final Downloads downloads;

    FileDesk(Directory directory, RelayParts.Surroundings around, FileTable.Totals totals) {
        this.directory = directory;
        this.store = around.store();
        this.uploads = new Uploads(directory, around);
        this.book = new FileBook(around, uploads, totals);
        this.announcements = new Announcements(directory, around, uploads, book);
        this.downloads = new Downloads(directory, around);
    }

    FileBook book() {
        return book;
    }

    void onMessage(Session session, Account account, FileMessage message, long nowNs) {
        if (message instanceof FilePut put) {
            uploads.onPut(session, account, put);
        } else if (message instanceof FileGet asked) {
            downloads.onGet(session, asked);
        } else if (message instanceof FileBegin asked) {
            announcements.onBegin(session, account, asked);
        } else if (message instanceof FileLimits asked) {
            sendLimits(session, account, asked);
        } else if (message instanceof FileDrop asked) {
            onDrop(session, account, asked, nowNs);
        } else {
            throw new AssertionError("unhandled: " + message);
        }
    }

    void onWritable(Session session) {
        downloads.onWritable(session);
    }

    void forget(Session gone) {
        uploads.forget(gone);
        downloads.forget(gone);
    }

    private void sendLimits(Session session, Account account, FileLimits asked) {
        long id = account.id();
        RelayConfig.Files limits = directory.config().files();
        Pages.readOn(
                SessionLink.CHAT_LANE,
                store,
                session,
                asked.request(),
                tables -> MessageCodec.encode(new FileLimitsTold(
                        asked.request(),
                        limits.maxBytes(),
                        limits.quotaBytes(),
                        tables.files().totalsOf(id).bytes(),
                        TimeUnit.MILLISECONDS.toSeconds(limits.keepMs()))));
    }

    /** What became of a wish to take a blob away; {@code row} null: it is not there, or somebody else's. */
    private record Dropped(@Nullable FileRow row, boolean foreign) {}

    private void onDrop(Session session, Account account, FileDrop asked, long nowNs) {
        long id = account.id();
        Decision.begin(store, session, asked.request(), null, nowNs, decision -> {
            if (announcements.isOpening(asked.blob())) {
                decision.refuse(RefusalCode.BUSY, "This file is being begun at this moment: try again.");
                return;
            }
            decision.commit(
                    tables -> {
                        FileRow row = tables.files().find(asked.blob());
                        if (row == null || row.account() != id) {
                            return new Dropped(null, row != null);
                        }
                        tables.files().remove(row.blob());
                        return new Dropped(row, false);
                    },
                    (dropped, thenNs) -> {
                        FileRow row = dropped.row();
                        if (row != null) {
                            book.onRemoved(row);
                            decision.answerDone();
                        } else if (dropped.foreign()) {
                            decision.answerRefused(RefusalCode.NOT_ALLOWED, "This file is somebody else's.");
                        } else {
                            decision.answerRefused(RefusalCode.NO_SUCH_FILE, "There is no such file.");
                        }
                    });
        });
    }
}
