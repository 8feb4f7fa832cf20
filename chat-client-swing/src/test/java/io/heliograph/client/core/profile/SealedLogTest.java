package io.heliograph.client.core.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedLogTest {
    private final RandomSource random = new Random(11)::nextBytes;
    private final SecretBytes master = SecretBytes.copyOf(new byte[ProfileKey.KEY_BYTES]);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("log");
    }

    @Test
    void givesBackItsRecordsInOrder() throws Exception {
        write("one", "", "three");

        assertEquals(List.of("one", "", "three"), read());
    }

    /** The process or the power may go at every octet of every write. */
    @Test
    void losesNothingThatWasWholeWhereverTheLastWriteStopped() throws Exception {
        write("one", "two", "six");
        byte[] whole = Files.readAllBytes(file);
        int recordBytes = LogFormat.OVERHEAD_BYTES + "one".length();
        for (int length = LogFormat.HEADER_BYTES; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            int count = (length - LogFormat.HEADER_BYTES) / recordBytes;
            try (SealedLog log = SealedLog.open(place(file, "a"), content -> true)) {
                int end = LogFormat.HEADER_BYTES + count * recordBytes;
                assertEquals(length - end, log.tornBytes(), "cut at " + length);
                log.append("after".getBytes(StandardCharsets.UTF_8));
            }
            List<String> expected = new ArrayList<>(List.of("one", "two", "six").subList(0, count));
            expected.add("after");
            assertEquals(expected, read(), "cut at " + length);
        }
    }

    @Test
    void takesWhatNeverArrivedForAWriteThatStopped() throws Exception {
        write("one", "x".repeat(2_000));
        byte[] whole = Files.readAllBytes(file);
        byte[] longer = Arrays.copyOf(whole, whole.length + 700);
        Files.write(file, longer);
        assertEquals(2, read().size());
        assertEquals(whole.length, Files.size(file));

        byte[] holed = whole.clone();
        Arrays.fill(holed, 512, 1_024, (byte) 0);
        Files.write(file, holed);
        assertEquals(List.of("one"), read());
    }

    /** No octet but those of a write that did not arrive may change unnoticed. */
    @Test
    void refusesEveryChangedOctetAndChangesNothing() throws Exception {
        write("one", "two", "three");
        byte[] whole = Files.readAllBytes(file);
        for (int index = 0; index < whole.length; index++) {
            byte[] damaged = whole.clone();
            damaged[index] ^= 0x20;
            Files.write(file, damaged);
            ProfileException refused = assertThrows(ProfileException.class, this::read, "octet " + index);
            assertTrue(refused.toString().contains("damaged at byte"), refused.toString());
            assertArrayEquals(damaged, Files.readAllBytes(file));
        }
    }

    @Test
    void refusesRecordsThatWereMovedDroppedOrExchanged() throws Exception {
        write("one", "two", "six");
        byte[] whole = Files.readAllBytes(file);
        int first = LogFormat.HEADER_BYTES;
        int length = LogFormat.OVERHEAD_BYTES + 3;
        byte[] swapped = whole.clone();
        System.arraycopy(whole, first, swapped, first + length, length);
        System.arraycopy(whole, first + length, swapped, first, length);
        byte[] dropped = Arrays.copyOf(whole, whole.length - length);
        System.arraycopy(whole, first + length, dropped, first, 2 * length);
        byte[] doubled = Arrays.copyOf(whole, whole.length + length);
        System.arraycopy(whole, first, doubled, whole.length, length);
        for (byte[] forged : List.of(swapped, dropped, doubled)) {
            Files.write(file, forged);
            assertThrows(ProfileException.class, this::read);
        }
    }

    @Test
    void refusesTheRecordsOfAnotherLog() throws Exception {
        write("one");
        byte[] mine = Files.readAllBytes(file);
        Path other = folder.resolve("other");
        try (SealedLog log = SealedLog.create(place(other, "a"))) {
            log.append("two".getBytes(StandardCharsets.UTF_8));
        }
        byte[] exchanged = Files.readAllBytes(other);
        System.arraycopy(
                mine, LogFormat.HEADER_BYTES, exchanged, LogFormat.HEADER_BYTES, mine.length - LogFormat.HEADER_BYTES);
        Files.write(file, exchanged);
        assertThrows(ProfileException.class, this::read);

        Files.write(file, mine);
        assertThrows(ProfileException.class, () -> SealedLog.open(place(file, "b"), content -> true));
    }

    /** A disk that takes so many octets and then dies, at every octet of appending and of making anew. */
    @Test
    void isWholeWhereverTheDiskDies() throws Exception {
        write("one", "two");
        byte[] before = Files.readAllBytes(file);
        for (int budget = 0; budget < 400; budget++) {
            Files.write(file, before);
            DyingFiles disk = new DyingFiles(budget);
            SealedLog log = SealedLog.open(place(file, "a", disk), content -> true);
            int written = 2;
            try {
                log.append("three".getBytes(StandardCharsets.UTF_8));
                written++;
                log.replace(out -> {
                    out.append("all".getBytes(StandardCharsets.UTF_8));
                    out.append("anew".getBytes(StandardCharsets.UTF_8));
                });
                written++;
            } catch (IOException e) {
                assertTrue(disk.isDead(), e.toString());
            }
            List<List<String>> states =
                    List.of(List.of("one", "two"), List.of("one", "two", "three"), List.of("all", "anew"));
            assertEquals(states.get(written - 2), read(), "after " + budget + " octets");
        }
    }

    @Test
    void goesOnAfterADiskThatWasFull() throws Exception {
        write("one");
        DyingFiles disk = new DyingFiles(20);
        try (SealedLog log = SealedLog.open(place(file, "a", disk), content -> true)) {
            assertThrows(IOException.class, () -> log.append(new byte[100]));
            disk.revive();
            log.append("two".getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(List.of("one", "two"), read());
    }

    private void write(String... contents) throws Exception {
        try (SealedLog log = SealedLog.create(place(file, "a"))) {
            for (String content : contents) {
                log.append(content.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private List<String> read() throws Exception {
        List<String> contents = new ArrayList<>();
        SealedLog.open(place(file, "a"), content -> contents.add(new String(content, StandardCharsets.UTF_8)))
                .close();
        return contents;
    }

    private SealedLog.Place place(Path where, String label) {
        return place(where, label, new DiskFiles());
    }

    private SealedLog.Place place(Path where, String label, LogFiles files) {
        return new SealedLog.Place(where, label, master, random, files);
    }
}
