package io.heliograph.client.core.files;

import io.heliograph.client.core.FileState;
import io.heliograph.client.core.FileTransfer;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way from the relay (protocol.md 14): each chunk is checked before it is written, the whole before it
 * gets its name.
 *
 * <pre>
 *   prepare --> fetch --> verify --> keep --> tidy --> over
 *   any of them --pause--> PAUSED, --failure--> FAILED, --cancel--> DROPPED
 * </pre>
 *
 * <p>What is kept of it changes in inputs, before a commit; only {@link #pump}, after it, reaches out. Not thread-safe;
 * owned by the client's loop.
 */
final class Download {
    private final Ground ground;
    private final Teller teller;
    private final FileSeal seal;
    private final ChunkLedger ledger;
    private final DownloadStream stream;
    private DownloadRecord record;
    private @Nullable FileHash hash;
    private boolean prepared;
    private boolean busy;
    private boolean over;
    /** Changes when the user or a failure stops the work: what the disk does then comes to nothing. */
    private int run;

    Download(DownloadRecord record, Ground ground) {
        this.record = record;
        this.ground = ground;
        this.teller = new Teller(ground.events());
        SecretBytes key = SecretBytes.copyOf(record.file().key().asReadOnlyArray());
        this.seal = new FileSeal(record.file().blob(), key, record.file().sizeBytes());
        key.erase();
        this.ledger = new ChunkLedger(seal.chunkCount(), ground.drawer().doneChunks(record.id()));
        this.stream = new DownloadStream(seal, record.file().blob(), ledger, ground, this::write, this::fail);
    }

    // Commands

    void pause(long nowNs) {
        if (record.stage() == Stage.ACTIVE) {
            stop(Stage.PAUSED, "", nowNs);
        }
    }

    void resume(long nowNs) {
        if (record.stage() == Stage.ACTIVE && stream.isGivenUp()) {
            stream.hurry(nowNs);
            tell(nowNs);
        } else if (record.stage() == Stage.PAUSED || record.stage() == Stage.FAILED) {
            keep(record.at(Stage.ACTIVE, ""));
            stream.hurry(nowNs);
            tell(nowNs);
        }
    }

    void cancel(long nowNs) {
        if (record.stage() != Stage.PLACED) {
            stop(Stage.DROPPED, "", nowNs);
        }
    }

    // Inputs

    void onWelcome() {
        stream.onWelcome();
    }

    void onConnectionLost(long nowNs) {
        stream.onConnectionLost();
        tell(nowNs);
    }

    // Outputs

    /** {@code maxSlices}: how many requests it may have open. */
    void pump(boolean turn, int maxSlices, long nowNs) {
        if (record.stage() == Stage.ACTIVE && stream.watch(nowNs)) {
            tell(nowNs);
        }
        if (busy || over) {
            return;
        } else if (record.stage() == Stage.PLACED || record.stage() == Stage.DROPPED) {
            tidy();
        } else if (record.stage() == Stage.ACTIVE && turn) {
            if (!prepared) {
                prepare();
            } else if (ledger.isComplete()) {
                verify();
            } else {
                stream.pump(maxSlices, nowNs);
            }
            tell(nowNs);
        }
    }

    long nextTimeoutNs(long nowNs) {
        return record.stage() == Stage.ACTIVE ? stream.nextTimeoutNs(nowNs) : NanoClock.NEVER_NS;
    }

    void tell(long nowNs) {
        FileState state = state();
        FileHash verifying = hash;
        long size = record.file().sizeBytes();
        long done = Math.min(size, ledger.writtenCount() * FileSeal.CHUNK_BYTES);
        Path kept = record.kept();
        teller.tell(
                new FileTransfer(
                        record.id(),
                        record.where(),
                        record.file().name(),
                        false,
                        state,
                        verifying == null ? done : verifying.doneBytes(),
                        size,
                        0,
                        0,
                        kept,
                        state == FileState.FAILED ? record.reason() : stream.waitsFor()),
                nowNs);
    }

    // Queries

    MessageId id() {
        return record.id();
    }

    /** One that the relay does not answer leaves its place to others. */
    boolean wantsTurn() {
        return record.stage() == Stage.ACTIVE && !stream.isGivenUp();
    }

    boolean isOver() {
        return over;
    }

    // Private: one step after the other

    private void prepare() {
        int mine = begin();
        ground.disk().prepare(record.part(), record.file().sizeBytes(), (ready, atNs) -> {
            if (mine == run) {
                busy = false;
                prepared = ready.whyNot().isEmpty();
                // Whoever has taken a part away, or cut it, gets the rest of it again.
                ledger.limitTo(ready.bytes() == record.file().sizeBytes() ? seal.chunkCount() : wholeChunks(ready));
                if (!prepared) {
                    fail(ready.whyNot(), atNs);
                }
            }
        });
    }

    private static long wholeChunks(FileDisk.Prepared ready) {
        return ready.bytes() / FileSeal.CHUNK_BYTES;
    }

    private void write(Bytes sealed, long number) {
        int mine = run;
        ground.disk().write(record.part(), seal, number, sealed, (written, atNs) -> {
            if (mine != run) {
                return;
            }
            if (!written.whyNot().isEmpty()) {
                fail(written.whyNot(), atNs);
            } else if (written.authentic()) {
                ledger.onWritten(number);
                ground.drawer().putDoneChunks(record.id(), ledger.doneCount());
                tell(atNs);
            } else {
                stream.onSpoilt(number, atNs);
            }
        });
    }

    private void verify() {
        FileHash verifying = hash == null
                ? new FileHash(new SourceFile(record.part(), record.file().sizeBytes(), SourceFile.ANY_TIME))
                : hash;
        hash = verifying;
        int mine = begin();
        ground.disk().hash(verifying, (hashed, atNs) -> {
            if (mine != run) {
                return;
            }
            busy = false;
            if (!hashed.whyNot().isEmpty()) {
                fail(hashed.whyNot(), atNs);
            } else if (!hashed.sha256().isEmpty()) {
                onHash(hashed.sha256(), atNs);
            }
        });
    }

    private void onHash(Bytes sha256, long nowNs) {
        byte[] promised = record.file().sha256().asReadOnlyArray();
        if (MessageDigest.isEqual(sha256.asReadOnlyArray(), promised)) {
            place();
        } else {
            ledger.limitTo(0);
            ground.drawer().putDoneChunks(record.id(), 0);
            fail("what was received is not what its sender has signed: /resume fetches it anew", nowNs);
        }
    }

    private void place() {
        int mine = begin();
        ground.disk().keep(record.part(), SafeNames.of(record.file().name()), (kept, atNs) -> {
            if (mine == run) {
                busy = false;
                Path path = kept.path();
                if (path == null) {
                    fail(kept.whyNot(), atNs);
                } else {
                    keep(record.keptAt(path));
                }
            }
        });
    }

    /** The part goes when it is noted where the file is, or that nobody wants it. */
    private void tidy() {
        int mine = begin();
        ground.disk().discard(record.part(), (gone, atNs) -> {
            if (mine == run) {
                busy = false;
                over = true;
                hash = null;
                ground.drawer().removeDownload(record.id());
                tell(atNs);
            }
        });
    }

    // Private

    private FileState state() {
        return switch (record.stage()) {
            case PAUSED -> FileState.PAUSED;
            case FAILED -> FileState.FAILED;
            case DROPPED -> FileState.CANCELLED;
            case PLACED -> over ? FileState.DONE : FileState.VERIFYING;
            case ACTIVE -> {
                if (hash != null) {
                    yield FileState.VERIFYING;
                } else if (stream.isWaiting()) {
                    yield FileState.WAITING;
                }
                yield prepared ? FileState.RECEIVING : FileState.QUEUED;
            }
        };
    }

    private int begin() {
        busy = true;
        return run;
    }

    private void fail(String reason, long nowNs) {
        stop(Stage.FAILED, reason, nowNs);
    }

    private void stop(Stage stage, String reason, long nowNs) {
        run++;
        busy = false;
        prepared = false;
        hash = null;
        stream.stop();
        keep(record.at(stage, reason));
        tell(nowNs);
    }

    private void keep(DownloadRecord now) {
        record = now;
        ground.drawer().put(now);
    }
}
