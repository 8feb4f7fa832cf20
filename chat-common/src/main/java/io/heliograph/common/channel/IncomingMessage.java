package io.heliograph.common.channel;

import io.heliograph.common.util.Bytes;
import org.jspecify.annotations.Nullable;

/** A message that cannot be delivered yet: parts of it are missing, or messages before it are. Not thread-safe. */
final class IncomingMessage {
    private static final int UNKNOWN = -1;

    private final @Nullable Bytes[] parts;
    private int missingCount;
    private int partBytes = UNKNOWN;
    private int lastPartBytes = UNKNOWN;

    IncomingMessage(int partCount) {
        this.parts = new Bytes[partCount];
        this.missingCount = partCount;
    }

    int partCount() {
        return parts.length;
    }

    boolean isComplete() {
        return missingCount == 0;
    }

    boolean holds(int index) {
        return parts[index] != null;
    }

    /** False if the length of the part cannot be (protocol.md 5.2: all but the last are equally long). */
    boolean add(int index, Bytes part) {
        boolean isLast = index == parts.length - 1;
        int bytes = part.length();
        if (isLast) {
            lastPartBytes = bytes;
        } else if (partBytes == UNKNOWN) {
            partBytes = bytes;
        } else if (partBytes != bytes) {
            return false;
        }
        if (partBytes != UNKNOWN && !isPossible()) {
            return false;
        }
        parts[index] = part;
        missingCount--;
        return true;
    }

    /** Only if complete. */
    Bytes assemble() {
        Bytes first = parts[0];
        if (first != null && parts.length == 1) {
            return first;
        }
        byte[] octets = new byte[partBytes * (parts.length - 1) + lastPartBytes];
        int at = 0;
        for (Bytes part : parts) {
            if (part == null) {
                throw new IllegalStateException(missingCount + " parts are missing");
            }
            System.arraycopy(part.asReadOnlyArray(), 0, octets, at, part.length());
            at += part.length();
        }
        return Bytes.takingOver(octets);
    }

    private boolean isPossible() {
        int last = Math.max(lastPartBytes, 1);
        return last <= partBytes && (long) partBytes * (parts.length - 1) + last <= ChannelConfig.MAX_MESSAGE_BYTES;
    }
}
