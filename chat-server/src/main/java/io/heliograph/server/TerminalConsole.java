package io.heliograph.server;

import io.heliograph.common.net.NamedThreads;
import io.heliograph.common.text.SafeText;
import io.heliograph.server.logging.Logging;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The operator's console on a terminal: a line editor with history and completion; answers and the log appear above the
 * line that is being typed. Ctrl+C on an empty line stops the server, Ctrl+D only ends the console.
 *
 * <p>Has a thread of its own, which owns the line.
 */
final class TerminalConsole {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalConsole.class);
    private static final long COMPLETION_WAIT_MS = 500;
    private static final int HISTORY_LINES = 500;
    private static final String PROMPT = "heliograph> ";

    private final ConsoleDesk desk;
    private final Logging logging;
    private final LineReader reader;

    /** {@code history}: the file that keeps what was typed. */
    TerminalConsole(ConsoleDesk desk, Logging logging, Terminal terminal, Path history) {
        this.desk = desk;
        this.logging = logging;
        DefaultParser parser = new DefaultParser();
        parser.setEscapeChars(new char[0]); // a reason is taken as it is typed
        parser.setQuoteChars(new char[0]);
        this.reader = LineReaderBuilder.builder()
                .terminal(terminal)
                .appName("heliograph")
                .parser(parser)
                .completer((line, words, candidates) -> complete(words, candidates))
                .variable(LineReader.HISTORY_FILE, history)
                .variable(LineReader.HISTORY_SIZE, HISTORY_LINES)
                .variable(LineReader.HISTORY_FILE_SIZE, HISTORY_LINES)
                .variable(LineReader.BELL_STYLE, "none")
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
                .build();
    }

    /** The terminal that the process was started on. */
    static Terminal systemTerminal() throws IOException {
        return TerminalBuilder.builder()
                .system(true)
                .encoding(StandardCharsets.UTF_8)
                .signalHandler(Terminal.SignalHandler.SIG_IGN)
                .build();
    }

    void start() {
        NamedThreads.make("console", this::run).start();
    }

    /** Until the end of input, or until the server is told to stop. */
    void run() {
        logging.showOn(reader::printAbove);
        try {
            boolean more = true;
            while (more) {
                more = readOne();
            }
        } catch (InterruptedException e) {
            LOG.warn("the console was interrupted");
        } finally {
            logging.showOn(null);
        }
    }

    /** False at the end of input, which does not stop the server. */
    private boolean readOne() throws InterruptedException {
        try {
            String line = reader.readLine(PROMPT).strip();
            if (!line.isEmpty()) {
                desk.execute(line, result -> result.lines().forEach(this::print));
            }
            return true;
        } catch (UserInterruptException e) {
            if (e.getPartialLine().isBlank()) {
                desk.stop();
                return false;
            }
            return true;
        } catch (EndOfFileException e) {
            return false;
        }
    }

    private void print(String line) {
        reader.printAbove(SafeText.line(line));
    }

    private void complete(ParsedLine words, List<Candidate> candidates) {
        try {
            String typed = words.line().substring(0, words.cursor());
            BlockingQueue<List<String>> answer = new ArrayBlockingQueue<>(1);
            desk.complete(typed, answer::add);
            List<String> found = answer.poll(COMPLETION_WAIT_MS, TimeUnit.MILLISECONDS);
            if (found != null) {
                found.forEach(word -> candidates.add(new Candidate(SafeText.line(word))));
            }
        } catch (InterruptedException e) {
            LOG.debug("completion was interrupted");
        }
    }
}
