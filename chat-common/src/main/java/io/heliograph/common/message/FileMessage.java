package io.heliograph.common.message;

import io.heliograph.common.util.Bytes;

/** What a client says about files (protocol.md 14). {@code blob} names one: {@value #BLOB_BYTES} random bytes. */
public sealed interface FileMessage extends ClientMessage {
    int BLOB_BYTES = 16;

    /** What does the server take? */
    record FileLimits(int request) implements FileMessage, ClientMessage.Request {
        public FileLimits {
            Bounds.requirePositive("request", request);
        }
    }

    /** Announces a blob of {@code bytes} bytes, or asks how much of it the server holds. */
    record FileBegin(int request, Bytes blob, long bytes) implements FileMessage, ClientMessage.Request {
        public FileBegin {
            Bounds.requirePositive("request", request);
            Bounds.requireLength("blob", blob, BLOB_BYTES);
            Bounds.requireNotNegative("bytes", bytes);
        }
    }

    /** The blob's octets from {@code offset} on; on lane 4, not answered one by one. */
    record FilePut(Bytes blob, long offset, Bytes octets) implements FileMessage {
        public FilePut {
            Bounds.requireLength("blob", blob, BLOB_BYTES);
            Bounds.requireNotNegative("offset", offset);
            Bounds.requireBetween("octets", octets, 1, Bounds.MAX_FILE_PART_BYTES);
        }
    }

    /** Asks for {@code length} octets, 1 to {@value Bounds#MAX_FILE_GET_BYTES}, from {@code offset} on. */
    record FileGet(int request, Bytes blob, long offset, int length) implements FileMessage, ClientMessage.Request {
        public FileGet {
            Bounds.requirePositive("request", request);
            Bounds.requireLength("blob", blob, BLOB_BYTES);
            Bounds.requireNotNegative("offset", offset);
            Bounds.requirePositive("length", length);
            Bounds.requireAtMost("length", length, Bounds.MAX_FILE_GET_BYTES);
        }
    }

    /** An own blob is to be taken away. */
    record FileDrop(int request, Bytes blob) implements FileMessage, ClientMessage.Request {
        public FileDrop {
            Bounds.requirePositive("request", request);
            Bounds.requireLength("blob", blob, BLOB_BYTES);
        }
    }
}
