package io.heliograph.server.store.sql;

import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;

/** The database's machine code, which is unpacked from the jar into a folder that must allow execution. */
final class NativeLibrary {
    private static final String FOLDER_PROPERTY = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    /**
     * True once it is loaded. Where the folder for temporary files does not do (read-only, or mounted without
     * execution), {@code otherwise} is tried.
     */
    static synchronized boolean isLoaded(Path otherwise) {
        if (isLoaded()) {
            return true;
        }
        if (System.getProperty(FOLDER_PROPERTY) == null) {
            System.setProperty(FOLDER_PROPERTY, otherwise.toAbsolutePath().toString());
            return isLoaded();
        }
        return false;
    }

    private static boolean isLoaded() {
        try {
            return SQLiteJDBCLoader.initialize();
        } catch (Exception notHere) { // declared so by the driver
            return false;
        }
    }
}
