package io.heliograph.client.terminal;

import java.io.IOException;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/**
 * Which standard streams are a terminal. {@code System.console()} cannot tell: from Java 22 on it is never null.
 *
 * @param isInputTerminal somebody types
 * @param isOutputTerminal somebody reads
 */
record StandardStreams(boolean isInputTerminal, boolean isOutputTerminal) {
    private static final String PROVIDER = "jni";

    static StandardStreams look() {
        try {
            TerminalProvider provider = TerminalProvider.load(PROVIDER);
            return new StandardStreams(
                    provider.isSystemStream(SystemStream.Input), provider.isSystemStream(SystemStream.Output));
        } catch (IOException | LinkageError e) {
            // No native code for this machine: plain lines work everywhere.
            return new StandardStreams(false, false);
        }
    }

    boolean isTerminal() {
        return isInputTerminal && isOutputTerminal;
    }
}
