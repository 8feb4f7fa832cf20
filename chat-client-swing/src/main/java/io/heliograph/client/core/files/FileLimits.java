package io.heliograph.client.core.files;

import io.heliograph.common.message.ServerMessage;

/** What the server takes, held against what is to be sent. Thread-safe: pure functions. */
final class FileLimits {
    private static final long BYTES_PER_MB = 1_000_000;

    private FileLimits() {}

    /** Empty, or one line; {@code bytes}: of the blob. */
    static String whyNot(long bytes, ServerMessage.FileLimitsTold limits) {
        if (bytes > limits.maxBytes()) {
            return "the file is too large: this server takes files of " + megabytes(limits.maxBytes()) + " at most";
        }
        long left = Math.max(0, limits.quotaBytes() - limits.usedBytes());
        if (bytes > left) {
            return "the file does not fit: of the " + megabytes(limits.quotaBytes()) + " that you may keep on this"
                    + " server " + megabytes(left) + " are left; they come back as older files expire";
        }
        return "";
    }

    private static String megabytes(long bytes) {
        return bytes / BYTES_PER_MB + " MB";
    }
}
