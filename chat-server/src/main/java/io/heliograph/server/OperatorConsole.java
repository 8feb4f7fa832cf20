package io.heliograph.server;

import io.heliograph.common.net.NamedThreads;
import io.heliograph.common.text.SafeText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads operator commands from a pipe. The end of input never stops the server. */
final class OperatorConsole {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorConsole.class);

    private OperatorConsole() {}

    static void start(ConsoleDesk desk, PrintStream out) {
        NamedThreads.make("console", () -> read(desk, out)).start();
    }

    private static void read(ConsoleDesk desk, PrintStream out) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    desk.execute(line.strip(), result -> result.lines()
                            .forEach(answer -> out.println(SafeText.line(answer))));
                }
            }
        } catch (IOException e) {
            LOG.warn("the console's input cannot be read any more: {}", e.getMessage());
        } catch (InterruptedException e) {
            LOG.warn("the console was interrupted");
        }
    }
}
