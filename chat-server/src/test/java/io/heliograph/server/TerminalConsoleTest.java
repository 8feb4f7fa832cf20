package io.heliograph.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.server.logging.Logging;
import io.heliograph.server.routing.OperatorCommands.Result;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalConsoleTest {
    private static final String CTRL_D = "\u0004";

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final Desk desk = new Desk();

    @TempDir
    Path folder;

    @Test
    void aLineIsACommandAndItsAnswerIsShown() throws Exception {
        type("  users \r\r" + CTRL_D);

        assertEquals(List.of("users"), desk.lines);
        assertTrue(screenText().contains("answer to users"), screenText());
        assertFalse(desk.stopped);
    }

    @Test
    void anAnswerCannotMoveTheCursor() throws Exception {
        desk.answer = "evil \u001b]0;title\u0007";

        type("users\r" + CTRL_D);

        assertTrue(screenText().contains("evil \uFFFD]0;title\uFFFD"), screenText());
    }

    @Test
    void tabCompletesWhatTheServerKnows() throws Exception {
        desk.words = List.of("sessions");

        type("sess\t\r" + CTRL_D);

        assertEquals(List.of("sess"), desk.completed);
        assertEquals(List.of("sessions"), desk.lines);
    }

    @Test
    void whatWasTypedIsKept() throws Exception {
        type("users\r" + CTRL_D);
        type("\u001b[A\r" + CTRL_D); // arrow up

        assertEquals(List.of("users", "users"), desk.lines);
        assertTrue(Files.readString(history()).contains("users"));
    }

    private void type(String keys) throws Exception {
        ByteArrayInputStream input = new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
        try (Terminal terminal = new ExternalTerminal("test", "ansi", input, screen, StandardCharsets.UTF_8)) {
            Logging logging = Logging.configure(
                    new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                    false,
                    "info",
                    Logging.File.NONE);
            new TerminalConsole(desk, logging, terminal, history()).run();
        }
    }

    private Path history() {
        return folder.resolve("console.history");
    }

    private String screenText() {
        return screen.toString(StandardCharsets.UTF_8);
    }

    /** Takes down what it is asked. */
    private static final class Desk implements ConsoleDesk {
        private final List<String> lines = new ArrayList<>();
        private final List<String> completed = new ArrayList<>();
        private List<String> words = List.of();
        private String answer = "";
        private boolean stopped;

        @Override
        public void execute(String line, Consumer<Result> to) {
            lines.add(line);
            to.accept(Result.ok(answer.isEmpty() ? "answer to " + line : answer));
        }

        @Override
        public void complete(String line, Consumer<List<String>> to) {
            completed.add(line);
            to.accept(words);
        }

        @Override
        public void stop() {
            stopped = true;
        }
    }
}
