package io.heliograph.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A relay in a process of its own, on loopback, with its limits out of the way; its state is thrown away
 * afterwards.
 */
final class RelayProcess implements AutoCloseable {
    private static final String STARTED = "Server started on ";
    private static final long STOP_SECONDS = 12;

    private final Process process;
    private final Path data;
    private final InetSocketAddress address;

    private RelayProcess(Process process, Path data, InetSocketAddress address) {
        this.process = process;
        this.data = data;
        this.address = address;
    }

    static RelayProcess start() throws IOException {
        Path data = Files.createTempDirectory("heliograph-bench");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.heliograph.server.ServerMain",
                "--bind",
                "127.0.0.1",
                "--port",
                "0",
                "--data",
                data.toString()));
        for (String limit : List.of(
                "limits.key_req_per_second",
                "limits.key_req_burst",
                "limits.half_open",
                "limits.connections_per_address",
                "limits.post_burst",
                "limits.posts_per_second")) {
            command.add("--set");
            command.add(limit + "=1000000");
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new RelayProcess(process, data, readAddress(process));
    }

    InetSocketAddress address() {
        return address;
    }

    /** CPU seconds the relay has used so far. */
    double cpuSeconds() {
        return process.toHandle()
                .info()
                .totalCpuDuration()
                .map(used -> used.toNanos() / 1e9)
                .orElse(0.0);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }
        });
        Files.delete(data);
    }

    private static InetSocketAddress readAddress(Process process) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        if (line == null || !line.startsWith(STARTED)) {
            throw new IOException("the relay did not start: " + line);
        }
        int colon = line.lastIndexOf(':');
        return new InetSocketAddress(
                line.substring(STARTED.length(), colon), Integer.parseInt(line.substring(colon + 1)));
    }
}
