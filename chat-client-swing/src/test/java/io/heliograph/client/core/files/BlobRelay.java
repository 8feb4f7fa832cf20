package io.heliograph.client.core.files;

import io.heliograph.common.message.FileMessage;
import io.heliograph.common.message.RefusalCode;
import io.heliograph.common.message.ServerMessage;
import io.heliograph.common.util.Bytes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The relay's side of protocol.md 14, honest unless {@link #lie} says something else. */
final class BlobRelay {
    static final int PART_BYTES = 48 * 1024;
    private static final int TELL_EVERY_BYTES = 1024 * 1024;

    static final class Blob {
        byte[] octets;
        int have;
        int told;
        boolean begun;

        Blob(int bytes) {
            octets = new byte[bytes];
        }
    }

    final Map<Bytes, Blob> blobs = new LinkedHashMap<>();
    long maxBytes = 1L << 40;
    long quotaBytes = 1L << 40;
    long usedBytes;
    int busyCount;
    int mostAheadBytes;
    int dropCount;
    /** What becomes of an answer. */
    UnaryOperator<ServerMessage> lie = answer -> answer;

    void put(Bytes name, byte[] octets) {
        Blob blob = new Blob(octets.length);
        blob.octets = octets;
        blob.have = octets.length;
        blobs.put(name, blob);
    }

    /** What was not told to be durable is lost. */
    void onConnectionLost() {
        for (Blob blob : blobs.values()) {
            blob.begun = false;
            blob.have = isComplete(blob) ? blob.have : Math.min(blob.have, blob.told);
        }
    }

    private static boolean isComplete(Blob blob) {
        return blob.have == blob.octets.length;
    }

    void hear(FileMessage message, Consumer<ServerMessage> answers) {
        Consumer<ServerMessage> say = answer -> {
            ServerMessage said = lie.apply(answer);
            if (said != null) {
                answers.accept(said);
            }
        };
        if (message instanceof FileMessage.FileLimits asked) {
            say.accept(new ServerMessage.FileLimitsTold(asked.request(), maxBytes, quotaBytes, usedBytes, 100));
        } else if (message instanceof FileMessage.FileBegin begin) {
            begin(begin, say);
        } else if (message instanceof FileMessage.FilePut part) {
            put(part, say);
        } else if (message instanceof FileMessage.FileGet get) {
            get(get, say);
        } else if (message instanceof FileMessage.FileDrop drop) {
            dropCount++;
            blobs.remove(drop.blob());
            say.accept(new ServerMessage.Done(drop.request()));
        }
    }

    private void begin(FileMessage.FileBegin begin, Consumer<ServerMessage> say) {
        if (busyCount > 0) {
            busyCount--;
            say.accept(new ServerMessage.Refused(begin.request(), RefusalCode.BUSY, "try again"));
            return;
        }
        Blob blob = blobs.computeIfAbsent(begin.blob(), name -> new Blob((int) begin.bytes()));
        blob.begun = true;
        blob.told = blob.have;
        say.accept(new ServerMessage.FileState(begin.request(), begin.blob(), blob.have, blob.octets.length, 1));
    }

    private void put(FileMessage.FilePut part, Consumer<ServerMessage> say) {
        Blob blob = blobs.get(part.blob());
        if (blob == null || !blob.begun) {
            say.accept(new ServerMessage.FileFailed(part.blob(), RefusalCode.NO_SUCH_FILE, "begin it first"));
        } else if (part.offset() == blob.have) {
            System.arraycopy(
                    part.octets().toArray(),
                    0,
                    blob.octets,
                    blob.have,
                    part.octets().length());
            blob.have += part.octets().length();
            mostAheadBytes = Math.max(mostAheadBytes, blob.have - blob.told);
            if (isComplete(blob) || blob.have - blob.told >= TELL_EVERY_BYTES) {
                blob.told = blob.have;
                say.accept(new ServerMessage.FileHave(part.blob(), blob.have));
            }
        }
    }

    private void get(FileMessage.FileGet get, Consumer<ServerMessage> say) {
        Blob blob = blobs.get(get.blob());
        if (busyCount > 0) {
            busyCount--;
            say.accept(new ServerMessage.Refused(get.request(), RefusalCode.BUSY, "try again"));
            return;
        } else if (blob == null || !isComplete(blob)) {
            say.accept(new ServerMessage.Refused(get.request(), RefusalCode.NO_SUCH_FILE, "not here"));
            return;
        }
        int end = (int) Math.min(blob.octets.length, get.offset() + get.length());
        for (int from = (int) get.offset(); from < end; from += PART_BYTES) {
            int to = Math.min(end, from + PART_BYTES);
            Bytes part = Bytes.takingOver(Arrays.copyOfRange(blob.octets, from, to));
            say.accept(new ServerMessage.FileData(get.request(), get.blob(), from, part, to == end));
        }
    }
}
