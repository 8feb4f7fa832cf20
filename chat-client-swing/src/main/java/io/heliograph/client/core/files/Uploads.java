package io.heliograph.client.core.files;

import io.heliograph.client.core.ClientCommand;
import io.heliograph.client.core.MessageState;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.time.NanoClock;
import io.heliograph.common.util.Bytes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Files that are being sent: so many at a time, the others in the order in which they were given.
 *
 * <p>Not thread-safe; owned by the client's loop.
 */
final class Uploads {
    /** Chosen by us: two keep the path busy while one of them waits for the disk. */
    static final int AT_A_TIME = 2;

    private final Map<MessageId, Upload> uploads = new LinkedHashMap<>();
    private final Ground ground;
    private final RandomSource random;
    private boolean online;

    Uploads(Ground ground, RandomSource random) {
        this.ground = ground;
        this.random = random;
    }

    void restore(long nowNs) {
        for (UploadRecord record : ground.drawer().uploads()) {
            Upload upload = new Upload(record, ground);
            uploads.put(record.id(), upload);
            upload.tell(nowNs);
        }
    }

    /** One that is known already goes on as it is. */
    void begin(ClientCommand.SendFile send, String name, long nowNs) {
        if (uploads.containsKey(send.id())) {
            return;
        }
        UploadRecord record = new UploadRecord(
                send.id(),
                send.to(),
                send.path(),
                SafeNames.told(name),
                send.caption(),
                Bytes.takingOver(random.bytes(Body.File.BLOB_BYTES)),
                Bytes.takingOver(random.bytes(Body.File.KEY_BYTES)),
                UploadRecord.UNKNOWN_SIZE,
                0,
                Bytes.EMPTY,
                Bytes.EMPTY,
                false,
                Stage.ACTIVE,
                "");
        ground.drawer().put(record);
        Upload upload = new Upload(record, ground);
        if (online) {
            upload.onWelcome();
        }
        uploads.put(record.id(), upload);
        upload.tell(nowNs);
    }

    /** Null if there is none of that name. */
    @Nullable
    Upload find(MessageId id) {
        return uploads.get(id);
    }

    int size() {
        return uploads.size();
    }

    // Inputs

    void onWelcome() {
        online = true;
        uploads.values().forEach(Upload::onWelcome);
    }

    void onConnectionLost(long nowNs) {
        online = false;
        uploads.values().forEach(upload -> upload.onConnectionLost(nowNs));
    }

    /** False if it is not about an upload. */
    boolean onMessage(ServerMessage message, long nowNs) {
        if (message instanceof ServerMessage.FileHave have) {
            withBlob(have.blob(), (upload, atNs) -> upload.onHave(have, atNs), nowNs);
        } else if (message instanceof ServerMessage.FileFailed failed) {
            withBlob(failed.blob(), (upload, atNs) -> upload.onFailed(failed, atNs), nowNs);
        } else {
            return false;
        }
        return true;
    }

    /** What became of a message. */
    void onState(MessageId id, MessageState state, String reason, long nowNs) {
        Upload upload = uploads.get(id);
        if (upload != null && state == MessageState.FAILED) {
            upload.onNotStored(reason, nowNs);
        } else if (upload != null && state.isSettled()) {
            upload.onStored(nowNs);
        }
    }

    // Outputs

    void advance(long nowNs) {
        uploads.values().removeIf(Upload::isOver);
        turns().forEach((upload, turn) -> upload.advance(turn, nowNs));
    }

    void pump(long nowNs) {
        turns().forEach((upload, turn) -> upload.pump(turn, nowNs));
    }

    long nextTimeoutNs(long nowNs) {
        long next = NanoClock.NEVER_NS;
        for (Upload upload : uploads.values()) {
            next = Math.min(next, upload.nextTimeoutNs(nowNs));
        }
        return next;
    }

    // Private

    private Map<Upload, Boolean> turns() {
        Map<Upload, Boolean> turns = new LinkedHashMap<>();
        int taken = 0;
        for (Upload upload : List.copyOf(uploads.values())) {
            boolean turn = upload.wantsTurn() && taken < AT_A_TIME;
            taken += turn ? 1 : 0;
            turns.put(upload, turn);
        }
        return turns;
    }

    private void withBlob(Bytes blob, ObjLongConsumer<Upload> action, long nowNs) {
        for (Upload upload : uploads.values()) {
            if (upload.blob().equals(blob)) {
                action.accept(upload, nowNs);
            }
        }
    }
}
