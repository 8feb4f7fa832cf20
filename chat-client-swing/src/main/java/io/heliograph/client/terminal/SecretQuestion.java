package io.heliograph.client.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Asks at the terminal before there is a screen, and shows nothing of the answer. Holds no state. */
final class SecretQuestion {
    private static final char HIDDEN = 0;

    private SecretQuestion() {}

    /** Null if the person does not want to answer. */
    static @Nullable String ask(String question) {
        try (Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .encoding(StandardCharsets.UTF_8)
                .build()) {
            LineReader reader = LineReaderBuilder.builder().terminal(terminal).build();
            reader.setVariable(LineReader.DISABLE_HISTORY, true);
            return reader.readLine(question, HIDDEN);
        } catch (UserInterruptException | EndOfFileException | IOException e) {
            return null;
        }
    }
}
