package io.heliograph.client.swing;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Somebody at a real terminal client in a process of its own, who says lines and reads JSON. */
final class TerminalPeer implements AutoCloseable {
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(25);

    private static final int SHOWN_CHARS = 4_000;

    private final Process process;
    private final Writer in;
    private final Path out;

    private TerminalPeer(Process process, Path out) {
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.out = out;
    }

    /** In the room when it returns. */
    static TerminalPeer enter(String invite, String user, Path folder, String... more)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path out = folder.resolve(user + ".out");
        List<String> command = new java.util.ArrayList<>(List.of(
                java(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.heliograph.client.ClientMain",
                "--nogui",
                invite,
                "--json",
                "--user",
                user,
                "--register",
                "--profile",
                folder.resolve(user).toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        TerminalPeer peer = new TerminalPeer(process, out);
        peer.await("\"joined\"");
        return peer;
    }

    void says(String line) throws IOException {
        in.write(line + "\n");
        in.flush();
    }

    /** The first line that holds all of {@code parts}. */
    String await(String... parts) throws IOException {
        long endNs = System.nanoTime() + PATIENCE_NS;
        while (System.nanoTime() < endNs) {
            for (String line : Files.readAllLines(out, StandardCharsets.UTF_8)) {
                if (List.of(parts).stream().allMatch(line::contains)) {
                    return line;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
        String all = Files.readString(out);
        return fail("no " + List.of(parts) + " in " + all.substring(Math.max(0, all.length() - SHOWN_CHARS)));
    }

    /** True if some line holds all of {@code parts}. */
    boolean hasHeard(String... parts) throws IOException {
        return Files.readAllLines(out, StandardCharsets.UTF_8).stream()
                .anyMatch(line -> List.of(parts).stream().allMatch(line::contains));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
