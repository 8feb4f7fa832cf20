package io.heliograph.client.swing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Libraries that find something wrong with what they are given say so in their logs alone. Thread-safe. */
final class LibraryLog extends Handler {
    private final List<String> lines = new ArrayList<>();

    static LibraryLog open() {
        LibraryLog log = new LibraryLog();
        Logger.getLogger("").addHandler(log);
        return log;
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        String logger = String.valueOf(entry.getLoggerName());
        if (logger.startsWith("com.formdev") && entry.getLevel().intValue() >= Level.WARNING.intValue()) {
            Throwable thrown = entry.getThrown();
            lines.add(entry.getMessage() + " " + (thrown == null ? "" : Arrays.toString(thrown.getStackTrace())));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
