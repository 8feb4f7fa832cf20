package io.heliograph.client.core.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.session.OutboxEntry;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxLogTest {
    private static final String ACCOUNT = "ann@relay:12345";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("outbox");
    }

    @Test
    void givesBackWhatWasNotSettled() throws Exception {
        try (OutboxLog log = OutboxLog.open(file, ACCOUNT)) {
            log.append(entry(1, "one"));
            log.append(entry(2, "two"));
            log.append(entry(3, "three"));
            log.settle(id(2));
            log.sync();
        }

        assertEquals(List.of(entry(1, "one"), entry(3, "three")), restored(ACCOUNT));
    }

    @Test
    void keepsPostingsOfEveryKind() throws Exception {
        List<OutboxEntry> all = new ArrayList<>();
        for (EntryKind kind :
                List.of(EntryKind.MESSAGE, EntryKind.EDIT, EntryKind.DELETE, EntryKind.REACT, EntryKind.UNREACT)) {
            Bytes body = kind == EntryKind.DELETE ? Bytes.EMPTY : Bytes.copyOf((byte) kind.code());
            long refSeq = kind == EntryKind.MESSAGE ? 0 : 1L << 40;
            all.add(new OutboxEntry(id(kind.code()), Target.user("bob"), kind, refSeq, 5, body));
        }
        try (OutboxLog log = OutboxLog.open(file, ACCOUNT)) {
            for (OutboxEntry entry : all) {
                log.append(entry);
            }
        }

        assertEquals(all, restored(ACCOUNT));
    }

    @Test
    void leavesTheMessagesOfOtherAccountsAlone() throws Exception {
        try (OutboxLog log = OutboxLog.open(file, ACCOUNT)) {
            log.append(entry(1, "one"));
        }

        assertEquals(List.of(), restored("bob@relay:12345"));
        assertEquals(List.of(entry(1, "one")), restored(ACCOUNT));
    }

    /**
     * The process or the power may go at every octet of every write: all that was whole before is there afterwards.
     */
    @Test
    void losesNothingThatWasWholeWhereverTheLastWriteStopped() throws Exception {
        int firstEndBytes;
        int secondEndBytes;
        try (OutboxLog log = OutboxLog.open(file, ACCOUNT)) {
            log.append(entry(1, "one"));
            firstEndBytes = (int) Files.size(file);
            log.append(entry(2, "two"));
            secondEndBytes = (int) Files.size(file);
            log.settle(id(1));
        }
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            int first = length >= firstEndBytes && length < whole.length ? 1 : 0;
            int second = length >= secondEndBytes ? 1 : 0;
            assertEquals(first + second, restored(ACCOUNT).size(), "cut at " + length);
            try (OutboxLog log = OutboxLog.open(file, ACCOUNT)) {
                log.append(entry(9, "after the crash"));
            }
            assertEquals(first + second + 1, restored(ACCOUNT).size(), "cut at " + length + ", then written on");
        }
    }

    @Test
    void takesZeroesAtTheEndForAWriteThatDidNotArrive() throws Exception {
        try (OutboxLog log = OutboxLog.open(file, ACCOUNT)) {
            log.append(entry(1, "one"));
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length + 512));

        assertEquals(List.of(entry(1, "one")), restored(ACCOUNT));
        assertEquals(whole.length, Files.size(file));
    }

    @Test
    void refusesDamageAndChangesNothing() throws Exception {
        try (OutboxLog log = OutboxLog.open(file, ACCOUNT)) {
            log.append(entry(1, "one"));
            log.append(entry(2, "two"));
        }
        byte[] whole = Files.readAllBytes(file);
        int middle = OutboxFormat.HEADER.length() + 12;
        for (int index : new int[] {0, 5, middle}) {
            byte[] damaged = whole.clone();
            damaged[index] ^= 0x20;
            Files.write(file, damaged);

            ProfileException refused = assertThrows(ProfileException.class, () -> OutboxLog.open(file, ACCOUNT));
            assertTrue(String.valueOf(refused.getMessage()).contains("damaged at byte"), refused.toString());
            assertArrayEquals(damaged, Files.readAllBytes(file));
        }
    }

    @Test
    void staysSmallHoweverMuchIsSaid() throws Exception {
        try (OutboxLog log = OutboxLog.open(file, ACCOUNT)) {
            log.append(entry(0, "stays"));
            for (int number = 1; number <= 20_000; number++) {
                log.append(entry(number, "a line of ordinary length, again and again"));
                log.settle(id(number));
            }
        }

        assertTrue(Files.size(file) < 300 * 1024, "bytes: " + Files.size(file));
        assertEquals(List.of(entry(0, "stays")), restored(ACCOUNT));
    }

    private List<OutboxEntry> restored(String account) throws ProfileException, IOException {
        try (OutboxLog log = OutboxLog.open(file, account)) {
            return log.restored();
        }
    }

    private static MessageId id(int number) {
        return new MessageId(Bytes.takingOver(
                ByteBuffer.allocate(MessageId.LENGTH_BYTES).putInt(number).array()));
    }

    private static OutboxEntry entry(int number, String text) {
        Bytes body = Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8));
        return new OutboxEntry(id(number), Target.room("lobby"), EntryKind.MESSAGE, 0, 1_000 + number, body);
    }
}
