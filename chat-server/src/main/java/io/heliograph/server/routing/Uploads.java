package io.heliograph.server.routing;

import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.message.FileMessage.FilePut;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage.FileFailed;
import io.heliograph.common.message.ServerMessage.FileHave;
import io.heliograph.common.util.Bytes;
import io.heliograph.server.account.Account;
import io.heliograph.server.blob.Blobs;
import io.heliograph.server.session.Session;
import io.heliograph.server.session.SessionLink;
import io.heliograph.server.store.FileTable.FileRow;
import io.heliograph.server.store.Store;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What comes of blobs: written behind one another on the thread of the disk, told when it is durable (protocol.md 14).
 * The database follows the disk, never the reverse, so that after a death it never promises what is not there.
 *
 * <p>Not thread-safe; owned by the relay loop.
 */
final class Uploads {
    private final Directory directory;
    private final Store store;
    private final Blobs blobs;
    private final Workers disk;
    private final Map<Bytes, Upload> byBlob = new HashMap<>();

    Uploads(Directory directory, RelayParts.Surroundings around) {
        this.directory = directory;
        this.store = around.store();
        this.blobs = around.blobs();
        this.disk = around.disk();
    }

    /** The upload that goes on now; null if there is none. */
    @Nullable
    Upload find(Bytes blob) {
        return byBlob.get(blob);
    }

    /** From now on {@code session} brings the blob, from what the row has on. */
    void open(Session session, FileRow row) {
        stop(row.blob());
        byBlob.put(row.blob(), new Upload(session, row));
    }

    /** Nobody brings the blob any more; what is on its way to the disk counts for nothing. */
    void stop(Bytes blob) {
        Upload upload = byBlob.remove(blob);
        if (upload != null) {
            upload.end();
        }
    }

    /** What is on its way may still become durable: its upload is kept until then. */
    void forget(Session gone) {
        byBlob.values().removeIf(upload -> upload.session() == gone && !upload.isWriting());
    }

    void onPut(Session session, Account account, FilePut put) {
        Upload upload = byBlob.get(put.blob());
        if (upload == null || upload.row().account() != account.id()) {
            fail(session, put.blob(), RefusalCode.NO_SUCH_FILE, "This file was not announced: begin it anew.");
            return;
        }
        // What another session brings by now, what was sent ahead of a failure, and what comes twice.
        boolean expected = upload.session() == session && !upload.isEnded() && put.offset() == upload.nextOffset();
        if (expected) {
            take(upload, put);
        }
    }

    private void take(Upload upload, FilePut put) {
        long from = put.offset();
        long upto = from + put.octets().length();
        if (upto > upload.row().bytes()) {
            fail(upload, RefusalCode.BAD_VALUE, "This is more than was announced.");
            return;
        } else if (upload.isTooFarAhead(upto)) {
            fail(upload, RefusalCode.BUSY, "Too much at once: wait for what is durable.");
            return;
        }
        boolean durable = upload.mustBeDurable(upto);
        upload.onWriting(upto, durable);
        boolean accepted = disk.submit(
                () -> blobs.write(put.blob(), from, put.octets(), durable),
                (written, nowNs) -> onWritten(upload, upto, durable, written));
        if (!accepted) {
            upload.onWritten();
            fail(upload, RefusalCode.BUSY, "The server has too much to do: try again in a moment.");
        }
    }

    private void onWritten(Upload upload, long upto, boolean durable, boolean written) {
        upload.onWritten();
        forgetIfOver(upload, upto == upload.row().bytes() && written);
        if (upload.isEnded()) {
            return;
        } else if (!written) {
            fail(upload, RefusalCode.NO_SPACE, "The server's disk is full or broken: try again later.");
        } else if (durable) {
            setHave(upload, upto);
        }
    }

    private void forgetIfOver(Upload upload, boolean complete) {
        if (complete || (upload.session().isClosed() && !upload.isWriting())) {
            byBlob.remove(upload.blob(), upload);
        }
    }

    private void setHave(Upload upload, long upto) {
        FileRow row = upload.row();
        boolean complete = upto == row.bytes();
        long expiresMs =
                complete ? directory.nowMs() + directory.config().files().keepMs() : row.expiresMs();
        store.write(
                tables -> {
                    tables.files().setHave(row.blob(), upto, expiresMs);
                    return true;
                },
                (done, nowNs) -> {
                    upload.onDurable(upto);
                    upload.session().sendOn(SessionLink.FILE_LANE, MessageCodec.encode(new FileHave(row.blob(), upto)));
                },
                (fault, nowNs) -> fail(upload, Decision.codeOf(fault), Decision.textOf(fault)));
    }

    private static void fail(Upload upload, String code, String text) {
        if (!upload.isEnded()) {
            upload.end();
            fail(upload.session(), upload.blob(), code, text);
        }
    }

    private static void fail(Session session, Bytes blob, String code, String text) {
        session.sendOn(SessionLink.FILE_LANE, MessageCodec.encode(new FileFailed(blob, code, text)));
    }
}
