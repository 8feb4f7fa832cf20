package io.heliograph.common.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.message.Body;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.util.Bytes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chunks open at their place in their file, whole and unchanged, or not at all. */
class FileSealTest {
    private static final int CHUNK = FileSeal.CHUNK_BYTES;
    private static final Bytes BLOB = Bytes.fromHex("000102030405060708090a0b0c0d0e0f");
    private static final SecretBytes KEY = SecretBytes.random(32, new SeededRandom(1));

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "262143,1", "262144,1", "262145,2", "524288,2", "524289,3"})
    void aFileHasItsChunks(long sizeBytes, long chunks) {
        FileSeal seal = new FileSeal(BLOB, KEY, sizeBytes);
        long together = 0;
        for (long chunk = 0; chunk < chunks; chunk++) {
            assertEquals(together + chunk * FileSeal.OVERHEAD_BYTES, seal.sealedOffset(chunk));
            together += seal.chunkLength(chunk);
        }

        assertEquals(chunks, seal.chunkCount());
        assertEquals(sizeBytes, together);
        assertEquals(sizeBytes + 28 * chunks, FileSeal.sealedBytes(sizeBytes));
        assertThrows(IllegalArgumentException.class, () -> seal.chunkLength(chunks));
        assertThrows(IllegalArgumentException.class, () -> seal.sealedOffset(-1));
    }

    @Test
    void theGreatestFileHasNumbersForItsChunks() {
        FileSeal seal = new FileSeal(BLOB, KEY, Body.File.MAX_SIZE_BYTES);

        assertEquals(1L << 32, seal.chunkCount());
        assertEquals(CHUNK, seal.chunkLength(seal.chunkCount() - 1));
        assertThrows(IllegalArgumentException.class, () -> FileSeal.sealedBytes(Body.File.MAX_SIZE_BYTES + 1));
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "1000", "262144", "262145", "600000"})
    void opensWhatWasSealed(int sizeBytes) {
        byte[] file = new SeededRandom(sizeBytes).bytes(sizeBytes);
        byte[][] sealed = seal(file);
        FileSeal opening = new FileSeal(BLOB, KEY, sizeBytes);
        for (int chunk = sealed.length - 1; chunk >= 0; chunk--) {
            assertArrayEquals(part(file, chunk), opening.open(chunk, sealed[chunk]), "chunk " + chunk);
        }
    }

    @Test
    void everyFlippedBitIsRefused() {
        byte[] file = new SeededRandom(2).bytes(100);
        Bytes sealed = Bytes.takingOver(seal(file)[0]);
        FileSeal opening = new FileSeal(BLOB, KEY, file.length);

        Flips.bitsOf(sealed).forEach(forged -> assertNull(opening.open(0, forged.toArray())));
        Flips.cutsOf(sealed).forEach(cut -> assertNull(opening.open(0, cut.toArray())));
    }

    @Test
    void swappedChunksAreRefused() {
        byte[] file = new SeededRandom(3).bytes(3 * CHUNK);
        byte[][] sealed = seal(file);
        FileSeal opening = new FileSeal(BLOB, KEY, file.length);

        assertNull(opening.open(0, sealed[1]));
        assertNull(opening.open(1, sealed[0]));
        assertNull(opening.open(2, sealed[0]));
        assertArrayEquals(part(file, 1), opening.open(1, sealed[1]));
    }

    @Test
    void aFileThatEndsEarlyAtAChunkIsRefused() {
        byte[] file = new SeededRandom(4).bytes(2 * CHUNK);
        byte[][] sealed = seal(file);

        assertNull(new FileSeal(BLOB, KEY, CHUNK).open(0, sealed[0]), "the first chunk is not the last one");
        assertNull(new FileSeal(BLOB, KEY, 3L * CHUNK).open(1, sealed[1]), "the last chunk is");
    }

    @Test
    void anotherBlobOrKeyIsRefused() {
        byte[] sealed = seal(new byte[10])[0];

        assertNull(new FileSeal(Bytes.takingOver(new byte[16]), KEY, 10).open(0, sealed));
        assertNull(new FileSeal(BLOB, SecretBytes.random(32, new SeededRandom(9)), 10).open(0, sealed));
    }

    @Test
    void aChunkSealedAgainIsTheSame() {
        byte[] file = new SeededRandom(5).bytes(500);
        FileSeal seal = new FileSeal(BLOB, KEY, file.length);

        assertArrayEquals(seal.seal(0, file), seal.seal(0, file));
        assertArrayEquals(seal.seal(0, file), seal(file)[0]);
    }

    @Test
    void aChunkThatHasChangedBringsNoNonceBack() {
        byte[] file = new SeededRandom(6).bytes(500);
        byte[] changed = file.clone();
        changed[0] ^= 1;

        assertNotEquals(nonce(seal(file)[0]), nonce(seal(changed)[0]));
    }

    @Test
    void equalChunksHaveDifferentNonces() {
        byte[][] sealed = seal(new byte[2 * CHUNK]);

        assertNotEquals(nonce(sealed[0]), nonce(sealed[1]));
    }

    @Test
    void aChunkOfAnotherLengthIsNotSealed() {
        FileSeal seal = new FileSeal(BLOB, KEY, 10);

        assertThrows(IllegalArgumentException.class, () -> seal.seal(0, new byte[9]));
    }

    private static byte[][] seal(byte[] file) {
        FileSeal seal = new FileSeal(BLOB, KEY, file.length);
        byte[][] sealed = new byte[(int) seal.chunkCount()][];
        for (int chunk = 0; chunk < sealed.length; chunk++) {
            sealed[chunk] = seal.seal(chunk, part(file, chunk));
        }
        return sealed;
    }

    private static byte[] part(byte[] file, int chunk) {
        return Arrays.copyOfRange(file, chunk * CHUNK, Math.min(file.length, (chunk + 1) * CHUNK));
    }

    private static Bytes nonce(byte[] sealed) {
        return Bytes.copyOf(sealed, 0, 12);
    }
}
