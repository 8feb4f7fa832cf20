package io.heliograph.client.core.files.disk;

import io.heliograph.client.core.files.FileDisk;
import io.heliograph.client.core.files.FileHash;
import io.heliograph.client.core.files.SourceFile;
import io.heliograph.client.core.files.Thumbnails;
import io.heliograph.client.core.profile.ClientLog;
import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.net.LoopTask;
import io.heliograph.common.net.NamedThreads;
import io.heliograph.common.util.Bytes;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the disk's work on one thread of its own, and brings the answers to the client's loop.
 *
 * <p>Thread-safe. Jobs wait in the order in which they came; the transfers bound how many there are.
 */
public final class DiskThread implements FileDisk, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DiskThread.class);

    /** Has a task run on the client's loop, waiting for room. */
    public interface Loop {
        void post(LoopTask task) throws InterruptedException;
    }

    private final ExecutorService thread = Executors.newSingleThreadExecutor(NamedThreads.factory("client-files"));
    private final Thumbnails thumbnails;
    private final Loop loop;

    public DiskThread(Thumbnails thumbnails, Loop loop) {
        this.thumbnails = thumbnails;
        this.loop = loop;
    }

    @Override
    public void look(Path path, Answer<Looked> answer) {
        run(() -> SourceWork.look(path), whyNot -> new Looked(whyNot, new SourceFile(path, 0, 0)), answer);
    }

    @Override
    public void hash(FileHash hash, Answer<Hashed> answer) {
        run(() -> SourceWork.hash(hash), whyNot -> new Hashed(whyNot, Bytes.EMPTY), answer);
    }

    @Override
    public void picture(Path path, Answer<Bytes> answer) {
        run(() -> thumbnails.of(path), whyNot -> Bytes.EMPTY, answer);
    }

    @Override
    public void seal(SourceFile source, FileSeal seal, long chunk, Answer<Chunk> answer) {
        run(() -> SourceWork.seal(source, seal, chunk), whyNot -> new Chunk(whyNot, Bytes.EMPTY), answer);
    }

    @Override
    public void prepare(Path part, long sizeBytes, Answer<Prepared> answer) {
        run(() -> PartWork.prepare(part, sizeBytes), whyNot -> new Prepared(whyNot, 0), answer);
    }

    @Override
    public void write(Path part, FileSeal seal, long chunk, Bytes sealed, Answer<Written> answer) {
        run(() -> PartWork.write(part, seal, chunk, sealed), whyNot -> new Written(whyNot, true), answer);
    }

    @Override
    public void keep(Path part, String name, Answer<Kept> answer) {
        run(() -> PartWork.keep(part, name), whyNot -> new Kept(whyNot, null), answer);
    }

    @Override
    public void discard(Path part, Answer<Boolean> answer) {
        run(() -> PartWork.discard(part), whyNot -> true, answer);
    }

    /** Waits for nothing: what is on disk is taken up again by the next run. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private <T> void run(Supplier<T> job, Function<String, T> failed, Answer<T> answer) {
        try {
            thread.execute(() -> {
                T result = resultOf(job, failed);
                try {
                    loop.post(nowNs -> answer.on(result, nowNs));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt(); // the client is ending
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("a job of the disk is not done: the client is ending");
        }
    }

    /** Whatever a job throws is its answer: a transfer that is never answered would wait for good. */
    private static <T> T resultOf(Supplier<T> job, Function<String, T> failed) {
        try {
            return job.get();
        } catch (RuntimeException | Error e) {
            LOG.error("a job of the disk failed: {}", ClientLog.where(e));
            return failed.apply("the disk's work failed (" + e.getClass().getSimpleName() + "): /resume tries again");
        }
    }
}
