package io.heliograph.client.core.files;

import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.FileMessage;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way to the relay (protocol.md 14).
 *
 * <pre>
 *   look --> limits --> hash --> picture --> begin --> send --> post --> stored
 *   any of them --pause--> PAUSED, --failure--> FAILED, --cancel--> DROPPED
 * </pre>
 *
 * <p>What is kept of it changes in inputs and in {@link #advance}, before a commit; only {@link #pump}, after it,
 * reaches out. Not thread-safe; owned by the client's loop.
 */
final class Upload {
    private static final long RETRY_NS = TimeUnit.SECONDS.toNanos(5);

    private final Ground ground;
    private final Teller teller;
    private UploadRecord record;
    private @Nullable FileSeal seal;
    private @Nullable FileHash hash;
    private @Nullable UploadStream stream;
    private boolean online;
    private boolean allowed;
    private boolean asking;
    private boolean reading;
    private boolean over;
    /** Changes with the connection: what was asked on another one is not answered any more. */
    private int line;
    /** Changes when the user or a failure stops the work: what the disk does then comes to nothing. */
    private int run;

    /** What was sent before a pause may still be on its way when the relay is asked how much it has. */
    private long furthestBytes;

    /** As the relay told last: it is asked again on each connection. */
    private long doneBytes;

    private long notBeforeNs;
    private String waitsFor = "";

    Upload(UploadRecord record, Ground ground) {
        this.record = record;
        this.ground = ground;
        this.teller = new Teller(ground.events());
        // An outbox that does not hold the message any more has sent it, or was never told: the relay knows.
        if (record.stage() == Stage.PLACED && !ground.host().isWaiting(record.id())) {
            this.record = record.at(Stage.ACTIVE, "");
        }
    }

    // Commands

    void pause(long nowNs) {
        if (record.stage() == Stage.ACTIVE) {
            stop(Stage.PAUSED, "", nowNs);
        }
    }

    void resume(long nowNs) {
        if (record.stage() == Stage.PAUSED || record.stage() == Stage.FAILED) {
            keep(record.at(Stage.ACTIVE, ""));
            notBeforeNs = nowNs;
            waitsFor = "";
            tell(nowNs);
        }
    }

    void cancel(long nowNs) {
        boolean placed = record.stage() == Stage.PLACED;
        stop(Stage.DROPPED, "", nowNs);
        if (placed) {
            ground.host().takeBack(record.id());
        }
        if (!record.begun()) {
            end();
        }
    }

    // Inputs

    void onWelcome() {
        online = true;
    }

    void onConnectionLost(long nowNs) {
        online = false;
        line++;
        asking = false;
        stream = null;
        tell(nowNs);
    }

    void onHave(ServerMessage.FileHave told, long nowNs) {
        UploadStream open = stream;
        if (open != null && told.haveBytes() > Math.max(furthestBytes, open.sentBytes())) {
            fail("the server says that it has what it was never sent: nothing can be sent through it", nowNs);
        } else if (open != null) {
            open.onHave(told.haveBytes());
            tell(nowNs);
        }
    }

    void onFailed(ServerMessage.FileFailed failed, long nowNs) {
        if (stream != null) {
            stream = null;
            refused(failed.code(), failed.text(), nowNs);
        }
    }

    /** What became of the message that offers it. */
    void onStored(long nowNs) {
        if (record.stage() == Stage.PLACED) {
            end();
            tell(nowNs);
        }
    }

    void onNotStored(String reason, long nowNs) {
        if (record.stage() == Stage.PLACED) {
            fail(reason, nowNs);
        }
    }

    // Outputs

    /** What changes what is kept; {@code turn}: it is among those that may go. */
    void advance(boolean turn, long nowNs) {
        UploadStream open = stream;
        if (turn && record.stage() == Stage.ACTIVE && open != null && open.isComplete()) {
            keep(record.at(Stage.PLACED, ""));
            ground.host().post(record.id(), record.to(), offer());
        } else if (turn && mayBegin(nowNs) && isReady() && !record.begun()) {
            keep(record.announced());
        }
    }

    void pump(boolean turn, long nowNs) {
        if (record.stage() == Stage.DROPPED && online && !asking && !over) {
            drop(nowNs);
        } else if (record.stage() == Stage.ACTIVE && turn && !reading && !asking) {
            next(nowNs);
        }
    }

    long nextTimeoutNs(long nowNs) {
        return record.stage() == Stage.ACTIVE && notBeforeNs > nowNs ? notBeforeNs : NanoClock.NEVER_NS;
    }

    void tell(long nowNs) {
        long size = record.sizeBytes();
        FileHash hashing = hash;
        UploadStream open = stream;
        doneBytes = open == null ? doneBytes : open.doneBytes(size);
        long done = hashing == null ? doneBytes : hashing.doneBytes();
        FileState state = state();
        boolean complete = state == FileState.DONE || record.stage() == Stage.PLACED;
        teller.tell(
                new FileTransfer(
                        record.id(),
                        record.to(),
                        record.name(),
                        true,
                        state,
                        complete ? size : done,
                        size,
                        0,
                        0,
                        record.path(),
                        state == FileState.FAILED ? record.reason() : waitsFor),
                nowNs);
    }

    // Queries

    MessageId id() {
        return record.id();
    }

    Bytes blob() {
        return record.blob();
    }

    /** It takes one of the places of those that go at the same time. */
    boolean wantsTurn() {
        return record.stage() == Stage.ACTIVE;
    }

    /** Nothing of it is kept any more. */
    boolean isOver() {
        return over;
    }

    // Private: one step after the other

    private void next(long nowNs) {
        if (record.sizeBytes() == UploadRecord.UNKNOWN_SIZE) {
            look(nowNs);
        } else if (!mayBegin(nowNs)) {
            tell(nowNs);
        } else if (!record.begun() && !allowed) {
            askLimits(nowNs);
        } else if (record.sha256().isEmpty()) {
            hash(nowNs);
        } else if (stream == null) {
            begin(nowNs);
        } else {
            stream.pump(nowNs);
            furthestBytes = Math.max(furthestBytes, stream.sentBytes());
            tell(nowNs);
        }
    }

    private void look(long nowNs) {
        int mine = run;
        reading = true;
        ground.disk().look(record.path(), (looked, atNs) -> {
            if (mine == run) {
                reading = false;
                if (looked.whyNot().isEmpty()) {
                    keep(record.looked(looked.source()));
                } else {
                    fail(looked.whyNot(), atNs);
                }
            }
        });
        tell(nowNs);
    }

    private void askLimits(long nowNs) {
        int mine = line;
        asking = true;
        ground.relay().ask(FileMessage.FileLimits::new, (answer, atNs) -> onLimits(mine, answer, atNs), nowNs);
    }

    private void onLimits(int asked, ServerMessage answer, long nowNs) {
        if (asked != line || record.stage() != Stage.ACTIVE) {
            asking = asked != line && asking;
            return;
        }
        asking = false;
        if (answer instanceof ServerMessage.FileLimitsTold limits) {
            String whyNot = FileLimits.whyNot(FileSeal.sealedBytes(record.sizeBytes()), limits);
            allowed = whyNot.isEmpty();
            if (!allowed) {
                fail(whyNot, nowNs);
            }
        } else if (answer instanceof ServerMessage.Refused refused) {
            refused(refused.code(), refused.text(), nowNs);
        }
    }

    private void hash(long nowNs) {
        FileHash hashing = hash == null ? new FileHash(record.source()) : hash;
        hash = hashing;
        int mine = run;
        reading = true;
        ground.disk().hash(hashing, (hashed, atNs) -> {
            if (mine != run) {
                return;
            }
            reading = false;
            if (!hashed.whyNot().isEmpty()) {
                fail(hashed.whyNot(), atNs);
            } else if (!hashed.sha256().isEmpty()) {
                picture(hashed.sha256());
            }
        });
        tell(nowNs);
    }

    private void picture(Bytes sha256) {
        int mine = run;
        reading = true;
        ground.disk().picture(record.path(), (picture, atNs) -> {
            if (mine == run) {
                reading = false;
                hash = null;
                boolean fits = picture.length() <= Body.File.MAX_THUMBNAIL_BYTES;
                keep(record.hashed(sha256, fits ? picture : Bytes.EMPTY));
            }
        });
    }

    private void begin(long nowNs) {
        if (!record.begun()) {
            return; // it is noted first that it was, so that it can be taken up again or taken away
        }
        int mine = line;
        long bytes = FileSeal.sealedBytes(record.sizeBytes());
        asking = true;
        ground.relay()
                .ask(
                        request -> new FileMessage.FileBegin(request, record.blob(), bytes),
                        (answer, atNs) -> onBegun(mine, answer, atNs),
                        nowNs);
    }

    private void onBegun(int asked, ServerMessage answer, long nowNs) {
        if (asked != line || record.stage() != Stage.ACTIVE) {
            asking = asked != line && asking;
            return;
        }
        asking = false;
        if (answer instanceof ServerMessage.FileState state) {
            FileSeal sealing = seal();
            boolean sound = state.blob().equals(record.blob())
                    && state.bytes() == FileSeal.sealedBytes(record.sizeBytes())
                    && state.haveBytes() >= 0
                    && state.haveBytes() <= state.bytes();
            if (sound) {
                waitsFor = "";
                int myRun = run;
                stream = new UploadStream(record, sealing, state.haveBytes(), ground, (whyNot, atNs) -> {
                    if (myRun == run && asked == line) {
                        fail(whyNot, atNs);
                    }
                });
                tell(nowNs);
            } else {
                fail("the server's answer about this file makes no sense: nothing can be sent through it", nowNs);
            }
        } else if (answer instanceof ServerMessage.Refused refused) {
            refused(refused.code(), refused.text(), nowNs);
        }
    }

    private void drop(long nowNs) {
        int mine = line;
        asking = true;
        ground.relay()
                .ask(
                        request -> new FileMessage.FileDrop(request, record.blob()),
                        (answer, atNs) -> {
                            if (mine == line) {
                                end(); // whatever the answer: what the relay does not know is gone
                            }
                        },
                        nowNs);
    }

    // Private

    private Body.File offer() {
        return new Body.File(
                record.name(),
                record.sizeBytes(),
                record.blob(),
                record.key(),
                record.sha256(),
                record.thumbnail(),
                record.caption());
    }

    private boolean mayBegin(long nowNs) {
        return record.stage() == Stage.ACTIVE && online && nowNs >= notBeforeNs;
    }

    /** All that has to be known before the relay is told of it. */
    private boolean isReady() {
        return allowed && !record.sha256().isEmpty();
    }

    private FileSeal seal() {
        FileSeal made = seal;
        if (made == null) {
            SecretBytes key = SecretBytes.copyOf(record.key().asReadOnlyArray());
            made = new FileSeal(record.blob(), key, record.sizeBytes());
            key.erase();
            seal = made;
        }
        return made;
    }

    private FileState state() {
        return switch (record.stage()) {
            case PAUSED -> FileState.PAUSED;
            case FAILED -> FileState.FAILED;
            case DROPPED -> FileState.CANCELLED;
            case PLACED -> over ? FileState.DONE : FileState.SENDING;
            case ACTIVE -> {
                if (hash != null) {
                    yield FileState.HASHING;
                } else if (stream != null) {
                    yield FileState.SENDING;
                }
                yield online && waitsFor.isEmpty() ? FileState.QUEUED : FileState.WAITING;
            }
        };
    }

    private void refused(String code, String text, long nowNs) {
        boolean later =
                switch (code) {
                    case RefusalCode.BUSY, RefusalCode.READ_ONLY, RefusalCode.THROTTLED -> true;
                    // Of an upload that was begun: the server was started anew, and wants to hear of it again.
                    case RefusalCode.NO_SUCH_FILE -> record.begun();
                    default -> false;
                };
        if (later) {
            notBeforeNs = nowNs + RETRY_NS;
            waitsFor = text;
            tell(nowNs);
        } else {
            fail(text.isEmpty() ? code : text, nowNs);
        }
    }

    private void fail(String reason, long nowNs) {
        stop(Stage.FAILED, reason, nowNs);
    }

    private void stop(Stage stage, String reason, long nowNs) {
        run++;
        reading = false;
        hash = null;
        stream = null;
        waitsFor = "";
        keep(record.at(stage, reason));
        tell(nowNs);
    }

    private void keep(UploadRecord now) {
        record = now;
        ground.drawer().put(now);
    }

    private void end() {
        over = true;
        ground.drawer().removeUpload(record.id());
    }
}
