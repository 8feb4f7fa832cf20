package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A real relay in a process of its own; needs its jar, which the build makes before this module. */
final class RelayProcess implements AutoCloseable {
    private static final Path JAR = Path.of("..", "chat-server", "target", "chat-server.jar");

    private final Path data;
    private Process process;
    private String invite;

    private RelayProcess(Path data, Process process, String invite) {
        this.data = data;
        this.process = process;
        this.invite = invite;
    }

    static boolean isBuilt() {
        return Files.exists(JAR);
    }

    /** On a port of its own choice. */
    static RelayProcess start(Path data) throws IOException {
        Process process = launch(data, 0);
        return new RelayProcess(data, process, inviteOf(process));
    }

    String invite() {
        return invite;
    }

    /** HOST:PORT. */
    String address() {
        return invite.substring("heliograph://".length(), invite.indexOf("/#"));
    }

    /** A line of the operator's. */
    void orders(String line) throws IOException {
        Writer console = process.outputWriter(StandardCharsets.UTF_8);
        console.write(line + "\n");
        console.flush();
    }

    /** Killed as by a loss of power. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Again on the port that it had. */
    void restart() throws IOException {
        String address = address();
        process = launch(data, Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)));
        invite = inviteOf(process);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private static Process launch(Path data, int port) throws IOException {
        return new ProcessBuilder(
                        TerminalPeer.java(),
                        "-jar",
                        JAR.toString(),
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        data.toString(),
                        "--console")
                .redirectErrorStream(true)
                .start();
    }

    private static String inviteOf(Process process) throws IOException {
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        while (line != null && !line.startsWith("Invite ")) {
            line = out.readLine();
        }
        assertFalse(line == null, "the relay has not started");
        return String.valueOf(line).substring("Invite ".length());
    }
}
