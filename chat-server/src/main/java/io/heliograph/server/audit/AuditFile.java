package io.heliograph.server.audit;

import io.heliograph.server.folder.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code audit.jsonl} and its predecessors {@code audit.jsonl.1} (the latest) and so on, each 0600.
 *
 * <p>Not thread-safe.
 */
final class AuditFile {
    static final String NAME = "audit.jsonl";

    private static final Set<StandardOpenOption> APPEND =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);

    private final Path file;
    private final long maxBytes;
    private final int keptFiles;

    /** Begins another file when one has reached {@code maxBytes}; keeps {@code keptFiles} old ones. */
    AuditFile(Path folder, long maxBytes, int keptFiles) {
        this.file = folder.resolve(NAME);
        this.maxBytes = maxBytes;
        this.keptFiles = keptFiles;
    }

    /** Durable when it returns. */
    void append(List<String> lines) throws IOException {
        if (Files.exists(file) && Files.size(file) >= maxBytes) {
            rotate();
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        ByteBuffer rest = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = FileChannel.open(file, APPEND, PrivateFiles.fileAttributes())) {
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(false);
        }
    }

    /** The last lines of the present file, oldest first. */
    List<String> tail(int count) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        Deque<String> last = new ArrayDeque<>();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.forEach(line -> {
                last.addLast(line);
                if (last.size() > count) {
                    last.removeFirst();
                }
            });
        }
        return new ArrayList<>(last);
    }

    private void rotate() throws IOException {
        Files.deleteIfExists(old(keptFiles));
        for (int number = keptFiles - 1; number >= 1; number--) {
            if (Files.exists(old(number))) {
                Files.move(old(number), old(number + 1), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        Files.move(file, old(1), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path old(int number) {
        return file.resolveSibling(NAME + "." + number);
    }
}
