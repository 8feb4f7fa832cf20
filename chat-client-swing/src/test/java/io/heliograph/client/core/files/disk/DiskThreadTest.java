package io.heliograph.client.core.files.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.files.FileDisk;
import io.heliograph.client.core.files.SourceFile;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.net.LoopTask;
import io.heliograph.common.util.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class DiskThreadTest {
    @TempDir
    Path folder;

    private final BlockingQueue<LoopTask> loop = new LinkedBlockingQueue<>();
    private final List<Thread> workers = new ArrayList<>();

    @Test
    void worksElsewhereAndAnswersOnTheLoopInOrder() throws Exception {
        Path file = Files.write(folder.resolve("a"), new byte[7]);
        List<String> answers = new ArrayList<>();
        try (DiskThread disk = new DiskThread(
                source -> {
                    workers.add(Thread.currentThread());
                    return Bytes.copyOf((byte) 1);
                },
                loop::put)) {
            disk.look(
                    file,
                    (looked, nowNs) -> answers.add("size " + looked.source().sizeBytes() + " at " + nowNs));
            disk.picture(file, (picture, nowNs) -> answers.add("picture " + picture.length()));
            disk.discard(file, (gone, nowNs) -> answers.add("gone " + gone));
            for (int job = 0; job < 3; job++) {
                loop.take().run(5);
            }
        }
        assertEquals(List.of("size 7 at 5", "picture 1", "gone true"), answers);
        assertNotEquals(Thread.currentThread(), workers.get(0));
        assertTrue(Files.notExists(file));
    }

    @Test
    void aJobThatThrowsIsAnsweredAndTheNextOneDone() throws Exception {
        List<String> answers = new ArrayList<>();
        FileSeal broken = new FileSeal(Bytes.takingOver(new byte[16]), SecretBytes.copyOf(new byte[32]), 7);
        Path file = Files.write(folder.resolve("a"), new byte[7]);
        SourceFile source = new SourceFile(file, 7, SourceFile.ANY_TIME);
        try (DiskThread disk = new DiskThread(
                path -> {
                    throw new AssertionError("a decoder of its own kind");
                },
                loop::put)) {
            disk.picture(file, (picture, nowNs) -> answers.add("picture " + picture.length()));
            disk.seal(source, broken, -1, (chunk, nowNs) -> answers.add(chunk.whyNot()));
            disk.write(file, broken, -1, Bytes.EMPTY, (written, nowNs) -> answers.add(written.whyNot()));
            disk.discard(file, (gone, nowNs) -> answers.add("gone " + gone));
            for (int job = 0; job < 4; job++) {
                loop.take().run(5);
            }
        }
        assertEquals("picture 0", answers.get(0));
        assertTrue(answers.get(1).endsWith(": /resume tries again"), answers.get(1));
        assertTrue(answers.get(2).endsWith(": /resume tries again"), answers.get(2));
        assertEquals("gone true", answers.get(3));
    }

    @Test
    void takesNothingAfterItsEnd() throws Exception {
        DiskThread disk = new DiskThread(source -> Bytes.EMPTY, loop::put);
        disk.close();
        disk.look(folder, (FileDisk.Looked looked, long nowNs) -> {});
        assertEquals(0, loop.size());
    }
}
