package io.heliograph.client.core.files.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.files.FileDisk;
import io.heliograph.client.core.files.FileHash;
import io.heliograph.client.core.files.SourceFile;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskWorkTest {
    private static final int SIZE_BYTES = FileSeal.CHUNK_BYTES + 1_000;

    @TempDir
    Path folder;

    private final Random random = new Random(1);
    private final Bytes blob = Bytes.copyOf(new byte[16]);
    private final FileSeal seal = new FileSeal(blob, SecretBytes.copyOf(new byte[32]), SIZE_BYTES);

    private byte[] content(int length) {
        byte[] content = new byte[length];
        random.nextBytes(content);
        return content;
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static Bytes hash(SourceFile source) {
        FileHash hash = new FileHash(source);
        FileDisk.Hashed hashed = SourceWork.hash(hash);
        while (hashed.sha256().isEmpty() && hashed.whyNot().isEmpty()) {
            hashed = SourceWork.hash(hash);
        }
        assertEquals("", hashed.whyNot());
        return hashed.sha256();
    }

    @Test
    void readsAndHashesAFileInPieces() throws IOException {
        byte[] content = content(FileDisk.HASH_STEP_BYTES * 2 + 5);
        Path path = file("a", content);
        FileDisk.Looked looked = SourceWork.look(path);
        assertEquals("", looked.whyNot());
        assertEquals(content.length, looked.source().sizeBytes());
        assertEquals(Sha256.digest(content), hash(looked.source()));
        assertEquals(
                Sha256.digest(),
                hash(SourceWork.look(file("empty", new byte[0])).source()));
    }

    @Test
    void sealsChunksThatOpenAgain() throws IOException {
        byte[] content = content(SIZE_BYTES);
        SourceFile source = SourceWork.look(file("a", content)).source();
        Path part = folder.resolve(".a.00000000.part");
        assertEquals(new FileDisk.Prepared("", 0), PartWork.prepare(part, SIZE_BYTES));
        for (long chunk = seal.chunkCount() - 1; chunk >= 0; chunk--) {
            FileDisk.Chunk sealed = SourceWork.seal(source, seal, chunk);
            assertEquals("", sealed.whyNot());
            assertEquals(new FileDisk.Written("", true), PartWork.write(part, seal, chunk, sealed.octets()));
        }
        assertArrayEquals(content, Files.readAllBytes(part));
        assertEquals(new FileDisk.Prepared("", SIZE_BYTES), PartWork.prepare(part, SIZE_BYTES));
        assertEquals(new FileDisk.Prepared("", 10), PartWork.prepare(part, 10), "what stands behind the end goes");
    }

    @Test
    void aWrongChunkIsNotWritten() throws IOException {
        Path part = folder.resolve("part");
        PartWork.prepare(part, SIZE_BYTES);
        byte[] sealed = seal.seal(1, content(1_000));
        sealed[30] ^= 1;
        assertEquals(new FileDisk.Written("", false), PartWork.write(part, seal, 1, Bytes.takingOver(sealed)));
        assertEquals(0, Files.size(part));
    }

    @Test
    void aFileThatHasChangedIsNoticed() throws IOException {
        Path path = file("a", content(SIZE_BYTES));
        SourceFile source = SourceWork.look(path).source();
        Files.setLastModifiedTime(path, FileTime.fromMillis(source.modifiedMs() + 2_000));
        assertTrue(SourceWork.seal(source, seal, 0).whyNot().contains("has changed"));
        assertTrue(SourceWork.hash(new FileHash(source)).whyNot().contains("has changed"));
        file("a", content(SIZE_BYTES - 1));
        Files.setLastModifiedTime(path, FileTime.fromMillis(source.modifiedMs()));
        assertTrue(SourceWork.seal(source, seal, 1).whyNot().contains("has changed"));
        Files.delete(path);
        assertTrue(SourceWork.seal(source, seal, 1).whyNot().contains("there is no file"));
    }

    @Test
    void saysWhatCannotBeSent() {
        assertTrue(SourceWork.look(folder).whyNot().contains("is a folder"));
        assertTrue(SourceWork.look(folder.resolve("none")).whyNot().contains("there is no file"));
    }

    @Test
    void takesTheNextFreeName() throws IOException {
        file("a.txt", content(3));
        Files.createDirectory(folder.resolve("a (2).txt"));
        Path part = file(".p", content(5));
        FileDisk.Kept kept = PartWork.keep(part, "a.txt");
        assertEquals(folder.resolve("a (3).txt"), kept.path());
        assertEquals(kept, PartWork.keep(part, "a.txt"), "an earlier run was killed behind it");
        assertTrue(PartWork.discard(part));
        assertFalse(Files.exists(part));
        assertEquals(5, Files.size(folder.resolve("a (3).txt")));
        assertEquals(3, Files.size(folder.resolve("a.txt")));
    }

    @Test
    void aLinkInTheWayIsNotFollowed() throws IOException {
        Path secret = file("secret", content(7));
        Path part = file(".p", content(5));
        Files.createSymbolicLink(folder.resolve("a.txt"), secret);
        Files.createSymbolicLink(folder.resolve("a (2).txt"), folder.resolve("nowhere"));
        assertEquals(folder.resolve("a (3).txt"), PartWork.keep(part, "a.txt").path());
        Path linked = Files.createSymbolicLink(folder.resolve(".q"), secret);
        assertFalse(PartWork.prepare(linked, 0).whyNot().isEmpty());
        assertEquals(7, Files.size(secret));
    }

    @Test
    void manyOfOneNameAtOnceAllFindAPlace() throws Exception {
        int count = 40;
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<FileDisk.Kept>> jobs = new ArrayList<>();
            for (int number = 0; number < count; number++) {
                Path part = file(".part" + number, new byte[] {(byte) number});
                jobs.add(() -> PartWork.keep(part, "same.txt"));
            }
            Set<Path> places = new HashSet<>();
            Set<Byte> contents = new HashSet<>();
            for (Future<FileDisk.Kept> job : threads.invokeAll(jobs)) {
                Path place = job.get().path();
                assertNotNull(place);
                places.add(place);
                contents.add(Files.readAllBytes(place)[0]);
            }
            assertEquals(count, places.size());
            assertEquals(count, contents.size());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aFolderThatIsAFileIsNamed() throws IOException {
        Path file = file("a", content(1));
        FileDisk.Prepared prepared = PartWork.prepare(file.resolve(".p"), 10);
        assertFalse(prepared.whyNot().isEmpty());
        assertFalse(prepared.whyNot().contains("\n"));
    }

    @Test
    void foldersAreMadeWhereTheyAreMissing() throws IOException {
        Path part = folder.resolve("x").resolve("y").resolve(".p");
        assertEquals("", PartWork.prepare(part, 10).whyNot());
        try (Stream<Path> made = Files.list(folder.resolve("x").resolve("y"))) {
            assertEquals(1, made.count());
        }
    }

    @Test
    void aFileThatNoDiskHoldsIsRefusedBeforeItIsFetched() {
        FileDisk.Prepared prepared = PartWork.prepare(folder.resolve(".p"), 1L << 50);
        assertTrue(prepared.whyNot().contains("is full"), prepared.whyNot());
    }
}
