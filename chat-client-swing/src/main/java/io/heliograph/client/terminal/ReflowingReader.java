package io.heliograph.client.terminal;

import java.util.Map;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.InfoCmp;

/**
 * A line editor in a window that changes its size: JLine draws its lines anew where the cursor is and leaves what
 * the terminal made of the old ones above it, so that these are taken away first.
 *
 * <p>Thread-safe as its parent is: one thread reads, any thread prints.
 */
final class ReflowingReader extends LineReaderImpl {
    ReflowingReader(Terminal terminal, String appName, Map<String, Object> variables) {
        super(terminal, appName, variables);
    }

    @Override
    protected synchronized void handleSignal(Terminal.Signal signal) {
        if (signal == Terminal.Signal.WINCH) {
            lock.lock();
            try {
                eraseFor(terminal.getWidth());
            } finally {
                lock.unlock();
            }
        }
        super.handleSignal(signal);
    }

    /** Goes to where the prompt begins now that {@code columns} fit in a row, and erases from there. */
    private void eraseFor(int columns) {
        if (!reading || columns <= 0 || columns == size.getColumns()) {
            return;
        }
        int rowsAbove = rowsAboveCursor(prompt, buf.upToCursor(), columns);
        terminal.puts(InfoCmp.Capability.carriage_return);
        for (int row = 0; row < rowsAbove; row++) {
            terminal.puts(InfoCmp.Capability.cursor_up);
        }
        terminal.puts(InfoCmp.Capability.clr_eos);
    }

    /** Terminals wrap again what had not ended with a line end. */
    static int rowsAboveCursor(AttributedString prompt, String upToCursor, int columns) {
        AttributedString shown =
                new AttributedStringBuilder().append(prompt).append(upToCursor).toAttributedString();
        return Math.max(0, shown.columnSplitLength(columns, false, true).size() - 1);
    }
}
