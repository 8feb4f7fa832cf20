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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A relay in a process of its own, on loopback, with its limits out of the way; its state is thrown away
 * afterwards.
 */
public final class RelayProcess implements AutoCloseable {
    private static final String STARTED = "Server started on ";
    private static final long STOP_SECONDS = 12;
    private static final List<String> OUT_OF_THE_WAY = List.of(
            "limits.key_req_per_second",
            "limits.key_req_burst",
            "limits.half_open",
            "limits.connections_per_address",
            "limits.login_failures_per_minute",
            "limits.login_failures_per_address",
            "limits.post_burst",
            "limits.posts_per_second");
    private static final long BYTES_PER_KIB = 1_024;
    private static final Pattern HEAP_USED = Pattern.compile("used (\\d+)K");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final Process process;
    private final Path data;
    private final InetSocketAddress address;

    private RelayProcess(Process process, Path data, InetSocketAddress address) {
        this.process = process;
        this.data = data;
        this.address = address;
    }

    public static RelayProcess start() throws IOException {
        return start(Files.createTempDirectory("heliograph-bench"), 0, OUT_OF_THE_WAY);
    }

    /** With the limits that everybody has who sets none. */
    static RelayProcess startWithDefaults() throws IOException {
        return start(Files.createTempDirectory("heliograph-bench"), 0, List.of());
    }

    /** Ends the process without a word and starts another one on the same state and port. */
    RelayProcess killAndStartAgain() throws IOException {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return start(data, address.getPort(), OUT_OF_THE_WAY);
    }

    private static RelayProcess start(Path data, int port, List<String> limits) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.heliograph.server.ServerMain",
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString(),
                "--set",
                "rooms.auto_join="));
        for (String limit : limits) {
            command.add("--set");
            command.add(limit + "=1000000");
        }
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new RelayProcess(process, data, readAddress(process));
    }

    public InetSocketAddress address() {
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

    /** What is in use after a collection, in bytes; as the JDK's own tool says it. */
    long heapBytes() throws IOException {
        tool("GC.run");
        Matcher used = HEAP_USED.matcher(tool("GC.heap_info"));
        if (!used.find()) {
            throw new IOException("jcmd tells no heap");
        }
        return Long.parseLong(used.group(1)) * BYTES_PER_KIB;
    }

    /** What the system says the process takes, in bytes; 0 where it does not. */
    long residentBytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        Matcher resident = RESIDENT.matcher(Files.readString(status));
        return resident.find() ? Long.parseLong(resident.group(1)) * BYTES_PER_KIB : 0;
    }

    private String tool(String command) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process asked = new ProcessBuilder(jcmd, Long.toString(process.pid()), command).start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
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

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
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
