package io.heliograph.client.core.files;

import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.util.Bytes;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A disk in memory, which answers when it is told to; what is on it outlives the process. */
public final class MemoryDisk implements FileDisk {
    final Map<Path, byte[]> files;
    final Map<Path, Long> times = new LinkedHashMap<>();
    private final Queue<LongConsumer> answers = new ArrayDeque<>();
    boolean full;
    Bytes picture = Bytes.EMPTY;
    int hashCount;

    public MemoryDisk() {
        this(new LinkedHashMap<>());
    }

    private MemoryDisk(Map<Path, byte[]> files) {
        this.files = files;
    }

    /** What the next run of the program finds: jobs that were done, whether their answers were heard or not. */
    MemoryDisk restarted() {
        MemoryDisk next = new MemoryDisk(files);
        next.times.putAll(times);
        return next;
    }

    void put(Path path, byte[] content) {
        files.put(path, content);
        times.merge(path, 1L, Long::sum);
    }

    boolean isIdle() {
        return answers.isEmpty();
    }

    /** Gives the next answer. */
    void answer(long nowNs) {
        LongConsumer next = answers.poll();
        if (next != null) {
            next.accept(nowNs);
        }
    }

    @Override
    public void look(Path path, Answer<Looked> answer) {
        byte[] content = files.get(path);
        SourceFile source = new SourceFile(path, content == null ? 0 : content.length, times.getOrDefault(path, 0L));
        say(answer, new Looked(content == null ? "there is no file " + path : "", source));
    }

    @Override
    public void hash(FileHash hash, Answer<Hashed> answer) {
        hashCount++;
        byte[] content = read(hash.source());
        if (content == null) {
            say(answer, new Hashed("it has changed: send it again", Bytes.EMPTY));
            return;
        }
        int from = (int) hash.doneBytes();
        byte[] piece = Arrays.copyOfRange(content, from, Math.min(content.length, from + HASH_STEP_BYTES));
        hash.update(piece, piece.length);
        say(answer, new Hashed("", hash.isComplete() ? hash.finish() : Bytes.EMPTY));
    }

    @Override
    public void picture(Path path, Answer<Bytes> answer) {
        say(answer, picture);
    }

    @Override
    public void seal(SourceFile source, FileSeal seal, long chunk, Answer<Chunk> answer) {
        byte[] content = read(source);
        int from = (int) chunk * FileSeal.CHUNK_BYTES;
        say(
                answer,
                content == null
                        ? new Chunk("it has changed: send it again", Bytes.EMPTY)
                        : new Chunk(
                                "",
                                Bytes.takingOver(seal.seal(
                                        chunk, Arrays.copyOfRange(content, from, from + seal.chunkLength(chunk))))));
    }

    @Override
    public void prepare(Path part, long sizeBytes, Answer<Prepared> answer) {
        byte[] content = files.computeIfAbsent(part, path -> new byte[0]);
        say(answer, new Prepared(full ? "the disk is full" : "", Math.min(sizeBytes, content.length)));
    }

    @Override
    public void write(Path part, FileSeal seal, long chunk, Bytes sealed, Answer<Written> answer) {
        byte[] octets = seal.open(chunk, sealed.toArray());
        if (octets != null && !full) {
            int from = (int) chunk * FileSeal.CHUNK_BYTES;
            byte[] before = files.getOrDefault(part, new byte[0]);
            byte[] after = Arrays.copyOf(before, Math.max(before.length, from + octets.length));
            System.arraycopy(octets, 0, after, from, octets.length);
            files.put(part, after);
        }
        say(answer, new Written(octets != null && full ? "the disk is full" : "", octets != null));
    }

    @Override
    public void keep(Path part, String name, Answer<Kept> answer) {
        int number = 1;
        Path free = part.resolveSibling(name);
        while (files.containsKey(free) && files.get(free) != files.get(part)) {
            number++;
            free = part.resolveSibling(SafeNames.numbered(name, number));
        }
        files.put(free, files.get(part)); // as a link: both are the same file
        say(answer, new Kept("", free));
    }

    @Override
    public void discard(Path part, Answer<Boolean> answer) {
        files.remove(part);
        say(answer, true);
    }

    private byte @Nullable [] read(SourceFile source) {
        byte[] content = files.get(source.path());
        boolean same = content != null
                && content.length == source.sizeBytes()
                && (source.modifiedMs() == SourceFile.ANY_TIME
                        || source.modifiedMs() == times.getOrDefault(source.path(), 0L));
        return same ? content : null;
    }

    private <T> void say(Answer<T> answer, T result) {
        answers.add(nowNs -> answer.on(result, nowNs));
    }

    /** For comparing what was sent with what was kept. */
    static Bytes hashOf(byte[] content) {
        return Sha256.digest(content);
    }
}
