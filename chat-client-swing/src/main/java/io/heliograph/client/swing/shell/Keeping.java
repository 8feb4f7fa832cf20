package io.heliograph.client.swing.shell;

import java.io.IOException;
import java.util.concurrent.Executor;

/**
 * Has the profile written by a thread that may wait for the disk, and says on the event thread how it went.
 *
 * @param keeper writes in order
 * @param events leads to the event dispatch thread
 */
record Keeping(Executor keeper, Executor events) {
    /** Changes what is kept in the profile. */
    @FunctionalInterface
    interface Writing {
        void write() throws IOException;
    }

    void keep(Writing writing, Runnable then, Runnable otherwise) {
        keeper.execute(() -> events.execute(isKept(writing) ? then : otherwise));
    }

    private static boolean isKept(Writing writing) {
        try {
            writing.write();
            return true;
        } catch (IOException e) {
            return false; // the user is told what to do
        }
    }
}
