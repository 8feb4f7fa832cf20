package io.heliograph.server;

import io.heliograph.common.crypto.SecureRandoms;
import io.heliograph.server.store.sql.BackupException;
import io.heliograph.server.store.sql.Manifest;
import io.heliograph.server.store.sql.Restore;
import java.io.PrintStream;
import java.nio.file.Path;

/** The flags that work on backups, without a running server. */
final class Recovery {
    private Recovery() {}

    /** Prints what the backup holds. */
    static void verify(Path backup, PrintStream out) throws BackupException {
        out.println("The backup is good: " + describe(Restore.verify(backup)));
    }

    /** Prints what was restored and how to go on. */
    static void restore(Path backup, Path data, PrintStream out) throws BackupException {
        Manifest manifest = Restore.into(backup, data, SecureRandoms.system());
        out.println("Restored into " + data + ": " + describe(manifest));
        out.println("Start the server with --data " + data);
    }

    private static String describe(Manifest manifest) {
        Manifest.Content content = manifest.content();
        return content.accounts() + " accounts, " + content.conversations() + " conversations, " + content.entries()
                + " entries of " + manifest.made();
    }
}
