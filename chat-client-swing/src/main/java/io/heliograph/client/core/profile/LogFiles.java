package io.heliograph.client.core.profile;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** What a sealed log asks of the disk: every call is a place where the process or the power may go. */
interface LogFiles {

    /** A file that is written at its end. Not thread-safe. */
    interface LogFile extends Closeable {
        /** All of it, or an exception and a part of it. */
        void write(byte[] octets) throws IOException;

        void truncate(long lengthBytes) throws IOException;

        /** Returns when what was written would survive a loss of power. */
        void force() throws IOException;
    }

    /** An empty file that is the owner's alone, in the place of what had that name. */
    LogFile create(Path file) throws IOException;

    /** A file that is there. */
    LogFile append(Path file) throws IOException;

    /** Gives {@code fresh}, which is complete on disk, the name of {@code file}: whole, or not at all. */
    void moveInto(Path fresh, Path file) throws IOException;
}
