package io.heliograph.client.core.files;

import io.heliograph.client.core.FileState;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
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
    private final Ground ground;
    private final Teller teller;
    private final UploadReading reading;
    private final UploadTalk talk;
    private UploadRecord record;
    private @Nullable UploadStream stream;
    private boolean allowed;
    private boolean over;
    /** Changes when the user or a failure stops the work: what the disk does then comes to nothing. */
    private int run;

    /** What was sent before a pause may still be on its way when the relay is asked how much it has. */
    private long furthestBytes;

    /** As the relay told last: it is asked again on each connection. */
    private long doneBytes;

    Upload(UploadRecord record, Ground ground) {
        this.record = record;
        this.ground = ground;
        this.teller = new Teller(ground.events());
        this.reading = new UploadReading(ground.disk(), this::keep, this::fail);
        this.talk = new UploadTalk(ground.relay(), new Hearer());
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
        } else if (record.stage() != Stage.ACTIVE || !talk.isGivenUp()) {
            return;
        }
        talk.hurry(nowNs);
        tell(nowNs);
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
        talk.onWelcome();
    }

    void onConnectionLost(long nowNs) {
        talk.onConnectionLost();
        stream = null;
        tell(nowNs);
    }

    void onHave(ServerMessage.FileHave told, long nowNs) {
        UploadStream open = stream;
        if (open == null) {
            return;
        } else if (told.haveBytes() > Math.max(furthestBytes, open.sentBytes())) {
            fail("the server says that it has what it was never sent: nothing can be sent through it", nowNs);
            return;
        } else if (open.onHave(told.haveBytes())) {
            talk.onProgress(nowNs);
        }
        tell(nowNs);
    }

    void onFailed(ServerMessage.FileFailed failed, long nowNs) {
        if (stream != null) {
            stream = null;
            talk.onRefused(failed.code(), failed.text(), record.begun(), nowNs);
            tell(nowNs);
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
            ground.host().post(record.id(), record.to(), record.offer());
        } else if (turn && mayBegin(nowNs) && isReady() && !record.begun()) {
            keep(record.announced());
        }
    }

    void pump(boolean turn, long nowNs) {
        if (record.stage().goesOn() && talk.watch(isOwed(), nowNs)) {
            tell(nowNs);
        }
        if (record.stage() == Stage.DROPPED && talk.isOnline() && !talk.isAsking() && !over) {
            talk.drop(record, nowNs);
        } else if (record.stage() == Stage.ACTIVE && turn && !reading.isBusy() && !talk.isAsking()) {
            next(nowNs);
        }
    }

    long nextTimeoutNs(long nowNs) {
        return record.stage().goesOn() ? talk.nextTimeoutNs(isOwed(), nowNs) : NanoClock.NEVER_NS;
    }

    void tell(long nowNs) {
        long size = record.sizeBytes();
        UploadStream open = stream;
        doneBytes = open == null ? doneBytes : open.doneBytes(size);
        long done = reading.isHashing() ? reading.doneBytes() : doneBytes;
        FileState state = state();
        boolean complete = state == FileState.DONE || record.stage() == Stage.PLACED;
        String reason = state == FileState.FAILED ? record.reason() : talk.waitsFor();
        teller.tell(record.told(state, complete ? size : done, reason), nowNs);
    }

    // Queries

    MessageId id() {
        return record.id();
    }

    Bytes blob() {
        return record.blob();
    }

    /** It takes one of the places of those that go at the same time; one that the relay does not answer leaves it. */
    boolean wantsTurn() {
        return record.stage() == Stage.ACTIVE && !talk.isGivenUp();
    }

    /** Nothing of it is kept any more. */
    boolean isOver() {
        return over;
    }

    // Private

    private void next(long nowNs) {
        if (record.sizeBytes() == UploadRecord.UNKNOWN_SIZE) {
            reading.look(record);
            tell(nowNs);
        } else if (!mayBegin(nowNs)) {
            tell(nowNs);
        } else if (!record.begun() && !allowed) {
            talk.askLimits(record, nowNs);
        } else if (record.sha256().isEmpty()) {
            reading.read(record);
            tell(nowNs);
        } else if (stream != null) {
            stream.pump(nowNs);
            furthestBytes = Math.max(furthestBytes, stream.sentBytes());
            tell(nowNs);
        } else if (record.begun()) { // noted first, so that it can be taken up again or taken away
            talk.begin(record, nowNs);
        }
    }

    /** What the relay has to say. */
    private final class Hearer implements UploadTalk.Hearer {
        @Override
        public boolean isHearing() {
            return record.stage() == Stage.ACTIVE;
        }

        @Override
        public void onAllowed() {
            allowed = true;
        }

        @Override
        public void onBegun(long haveBytes) {
            int myRun = run;
            int myLine = talk.line();
            stream = new UploadStream(record, record.seal(), haveBytes, ground, (whyNot, atNs) -> {
                if (myRun == run && myLine == talk.line()) {
                    fail(whyNot, atNs);
                }
            });
        }

        @Override
        public void onDropped() {
            end();
        }

        @Override
        public void onRefused(String reason, long nowNs) {
            fail(reason, nowNs);
        }

        @Override
        public void onStuck() {
            stream = null;
        }

        @Override
        public void onAnswered(long nowNs) {
            tell(nowNs);
        }
    }

    private boolean isOwed() {
        return stream != null && stream.isOwed();
    }

    private boolean mayBegin(long nowNs) {
        return record.stage() == Stage.ACTIVE && talk.isReady(nowNs);
    }

    /** All that has to be known before the relay is told of it. */
    private boolean isReady() {
        return allowed && !record.sha256().isEmpty();
    }

    private FileState state() {
        return switch (record.stage()) {
            case PAUSED -> FileState.PAUSED;
            case FAILED -> FileState.FAILED;
            case DROPPED -> FileState.CANCELLED;
            case PLACED -> over ? FileState.DONE : FileState.SENDING;
            case ACTIVE -> {
                if (reading.isHashing()) {
                    yield FileState.HASHING;
                } else if (stream != null && !talk.isGivenUp()) {
                    yield FileState.SENDING;
                }
                yield talk.isOnline() && talk.waitsFor().isEmpty() ? FileState.QUEUED : FileState.WAITING;
            }
        };
    }

    private void fail(String reason, long nowNs) {
        stop(Stage.FAILED, reason, nowNs);
    }

    private void stop(Stage stage, String reason, long nowNs) {
        run++;
        reading.stop();
        stream = null;
        talk.stop();
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
