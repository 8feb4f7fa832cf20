package io.heliograph.server.logging;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes whole events from the log and passes them to standard error, or to whoever draws the terminal. Thread-safe. */
final class LogStream extends OutputStream {
    private final PrintStream standardError;
    private final AtomicReference<@Nullable Consumer<String>> screen = new AtomicReference<>();

    LogStream(PrintStream standardError) {
        this.standardError = standardError;
    }

    void showOn(@Nullable Consumer<String> lines) {
        screen.set(lines);
    }

    @Override
    public void write(int octet) {
        standardError.write(octet);
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
        Consumer<String> lines = screen.get();
        if (lines == null) {
            standardError.write(octets, offset, length);
        } else {
            lines.accept(new String(octets, offset, length, StandardCharsets.UTF_8).stripTrailing());
        }
    }

    @Override
    public void flush() {
        standardError.flush();
    }
}
