package io.heliograph.server.blob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.util.Bytes;
import io.heliograph.server.blob.BlobFolder.Space;
import io.heliograph.server.store.FileTable.FileRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class BlobFolderTest {
    private static final long MIB = 1024 * 1024;
    private static final Bytes ONE = Bytes.fromHex("01".repeat(16));
    private static final Bytes TWO = Bytes.fromHex("02".repeat(16));

    @TempDir
    private Path data;

    private long usableBytes = 100_000 * MIB;

    @SuppressWarnings("NullAway.Init") // set before any test runs
    private BlobFolder folder;

    @BeforeEach
    void open() throws Exception {
        folder = BlobFolder.open(data, new Space(() -> usableBytes, () -> 1_000_000 * MIB));
    }

    private Path pathOf(Bytes blob) {
        return data.resolve("blobs").resolve(blob.toHex());
    }

    private static Bytes octets(int... values) {
        byte[] octets = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            octets[i] = (byte) values[i];
        }
        return Bytes.copyOf(octets);
    }

    @Test
    void whatWasWrittenIsRead() {
        assertTrue(folder.cut(ONE, 0));
        assertTrue(folder.write(ONE, 0, octets(1, 2, 3), false));
        assertTrue(folder.write(ONE, 3, octets(4, 5), true));
        assertEquals(octets(2, 3, 4), folder.read(ONE, 1, 3));
        assertNull(folder.read(ONE, 3, 3));
        assertNull(folder.read(TWO, 0, 1));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void nobodyElseMayReadIt() throws Exception {
        folder.cut(ONE, 0);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(pathOf(ONE))));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("blobs"))));
    }

    @Test
    void whatIsNotDurableIsCutOffAndWhatIsMissingIsNoticed() throws Exception {
        folder.cut(ONE, 0);
        folder.write(ONE, 0, octets(1, 2, 3), false);
        assertTrue(folder.cut(ONE, 2));
        assertEquals(2, Files.size(pathOf(ONE)));
        assertFalse(folder.cut(ONE, 3));
        assertFalse(folder.cut(TWO, 1));
        assertFalse(folder.write(TWO, 0, octets(1), true));
    }

    @Test
    void aStartMakesTheFolderWhatTheDatabaseSays() throws Exception {
        folder.cut(ONE, 0);
        folder.write(ONE, 0, octets(1, 2, 3), false);
        folder.cut(TWO, 0);
        Bytes orphan = Bytes.fromHex("03".repeat(16));
        folder.cut(orphan, 0);
        Bytes lost = Bytes.fromHex("04".repeat(16));
        Bytes fresh = Bytes.fromHex("05".repeat(16));

        List<Bytes> missing = folder.mend(List.of(row(ONE, 5, 2), row(TWO, 5, 1), row(lost, 5, 5), row(fresh, 5, 0)));

        assertEquals(2, Files.size(pathOf(ONE)));
        assertFalse(Files.exists(pathOf(orphan)));
        assertEquals(
                List.of(TWO, lost),
                missing.stream()
                        .sorted((a, b) -> a.toHex().compareTo(b.toHex()))
                        .toList());
    }

    private static FileRow row(Bytes blob, long bytes, long have) {
        return new FileRow(blob, 1, bytes, have, 0, 1);
    }

    @Test
    void aPartOfTheDiskStaysFree() {
        usableBytes = 60_000 * MIB; // of a million: five percent are 50,000
        assertTrue(folder.hasRoomFor(9_000 * MIB));
        assertFalse(folder.hasRoomFor(11_000 * MIB));
        assertFalse(folder.hasRoomFor(Long.MAX_VALUE));
        BlobFolder small = new BlobFolder(data, new Space(() -> 600 * MIB, () -> 1_000 * MIB));
        assertTrue(small.hasRoomFor(80 * MIB));
        assertFalse(small.hasRoomFor(100 * MIB)); // 512 MiB, however small the disk is
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsAnAnswerAndNoException() throws Exception {
        Files.createSymbolicLink(pathOf(ONE), Path.of("/dev/full"));
        assertFalse(folder.write(ONE, 0, octets(1, 2, 3), true));
    }

    @Test
    void deletingTwiceIsAsGoodAsOnce() {
        folder.cut(ONE, 0);
        assertTrue(folder.delete(ONE));
        assertTrue(folder.delete(ONE));
        assertFalse(Files.exists(pathOf(ONE)));
    }
}
