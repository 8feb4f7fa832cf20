package io.heliograph.server.relay;

import io.heliograph.common.message.Bounds;
import io.heliograph.common.message.ClientMessage;
import io.heliograph.common.message.FileMessage.FileBegin;
import io.heliograph.common.message.FileMessage.FileGet;
import io.heliograph.common.message.FileMessage.FilePut;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.message.ServerMessage.FileData;
import io.heliograph.common.message.ServerMessage.FileHave;
import io.heliograph.common.message.ServerMessage.FileState;
import io.heliograph.common.util.Bytes;
import java.io.ByteArrayOutputStream;

/**
 * Brings a file to the relay and fetches it again, going on where it stood behind each new connection
 * (protocol.md 14).
 */
final class SimCourier {
    static final int FILE_LANE = 4;
    private static final int CHAT_LANE = 1;
    private static final int AHEAD_BYTES = 1024 * 1024;
    private static final int GET_BYTES = 256 * 1024;

    int resumedCount;
    private final Bytes blob;
    private final Bytes content;
    private final ByteArrayOutputStream fetched = new ByteArrayOutputStream();
    private int haveBytes;
    private int sentBytes;
    private int requestCount = 1_000_000;

    /** What the courier speaks through. */
    interface Line {
        void send(int lane, ClientMessage message);
    }

    SimCourier(Bytes blob, Bytes content) {
        this.blob = blob;
        this.content = content;
    }

    boolean isThrough() {
        return fetched.size() == content.length();
    }

    Bytes fetched() {
        return Bytes.copyOf(fetched.toByteArray());
    }

    void onEntered(Line line) {
        if (haveBytes < content.length()) {
            line.send(CHAT_LANE, new FileBegin(++requestCount, blob, content.length()));
        } else {
            fetch(line);
        }
    }

    void onMessage(ServerMessage message, Line line) {
        if (message instanceof FileState state) {
            resumedCount += state.haveBytes() > 0 ? 1 : 0;
            sentBytes = (int) state.haveBytes();
            onHave(state.haveBytes(), line);
        } else if (message instanceof FileHave have) {
            onHave(have.haveBytes(), line);
        } else if (message instanceof FileData data && data.offset() == fetched.size()) {
            fetched.writeBytes(data.octets().toArray());
            if (data.last() && !isThrough()) {
                fetch(line);
            }
        } else if (message instanceof ServerMessage.FileFailed failed) {
            throw new AssertionError(failed);
        }
    }

    private void onHave(long bytes, Line line) {
        haveBytes = (int) bytes;
        while (sentBytes < Math.min(content.length(), haveBytes + AHEAD_BYTES)) {
            int length = Math.min(Bounds.MAX_FILE_PART_BYTES, content.length() - sentBytes);
            Bytes part = Bytes.copyOf(content.asReadOnlyArray(), sentBytes, length);
            line.send(FILE_LANE, new FilePut(blob, sentBytes, part));
            sentBytes += length;
        }
        if (haveBytes == content.length()) {
            fetch(line);
        }
    }

    private void fetch(Line line) {
        if (!isThrough()) {
            line.send(CHAT_LANE, new FileGet(++requestCount, blob, fetched.size(), GET_BYTES));
        }
    }
}
