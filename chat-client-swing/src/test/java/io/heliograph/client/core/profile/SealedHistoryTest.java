package io.heliograph.client.core.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.store.History;
import io.heliograph.client.core.store.HistoryEntry;
import io.heliograph.client.core.store.MemoryHistory;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedHistoryTest {
    private static final InstanceId SHIP = new InstanceId(Bytes.fromHex("0102030405060708"));
    private static final String ACCOUNT = "ann@relay:1";

    @TempDir
    Path folder;

    private SealedLog.Place place;

    @BeforeEach
    void makeIt() throws Exception {
        Random random = new Random(5);
        SecretBytes master = SecretBytes.copyOf(new byte[ProfileKey.KEY_BYTES]);
        place = new SealedLog.Place(
                folder.resolve("messages"), SealedHistory.LABEL, master, random::nextBytes, new DiskFiles());
        SealedHistory.create(place, ACCOUNT).close();
    }

    @Test
    void givesBackWhatItWasGivenToTheOctet() throws Exception {
        MessageId id = new MessageId(Bytes.takingOver(new byte[MessageId.LENGTH_BYTES]));
        Bytes garbled = Bytes.copyOf((byte) 0xff);
        List<HistoryEntry> all = List.of(
                message(1, "one"),
                new HistoryEntry(
                        InstanceId.NONE, 9, Target.user("bób"), 4, EntryKind.EDIT, null, "", true, 7, 1, garbled, true),
                new HistoryEntry(
                        SHIP, 9, Target.user("bob"), 5, EntryKind.REACT, id, "bob", false, 8, 4, Bytes.EMPTY, false));
        try (SealedHistory history = SealedHistory.open(place, ACCOUNT)) {
            all.forEach(history::add);
            history.flush();
        }
        try (SealedHistory again = SealedHistory.open(place, ACCOUNT)) {
            assertEquals(all, again.addedFrom(0));
            assertEquals(all.get(1), again.find(InstanceId.NONE, 9, 4));
        }
    }

    @Test
    void theSameNumberAgainChangesNothingUntilItIsAccepted() throws Exception {
        HistoryEntry waiting = entry(1, EntryKind.MESSAGE, 0, Bytes.EMPTY, false);
        try (SealedHistory history = SealedHistory.open(place, ACCOUNT)) {
            history.add(waiting);
            history.add(message(1, "opened"));
            history.add(message(1, "another"));
            history.add(waiting);
            history.flush();
        }
        try (SealedHistory again = SealedHistory.open(place, ACCOUNT)) {
            assertEquals(message(1, "opened"), again.find(SHIP, 3, 1));
        }
    }

    @Test
    void whatWasNotFlushedIsNotThere() throws Exception {
        SealedHistory killed = SealedHistory.open(place, ACCOUNT);
        killed.add(message(1, "one"));
        killed.flush();
        killed.add(message(2, "two"));

        try (SealedHistory again = SealedHistory.open(place, ACCOUNT)) {
            assertEquals(List.of(message(1, "one")), again.addedFrom(0));
        }
    }

    @Test
    void forgetsWhatWasDeletedOnDiskAsWell() throws Exception {
        try (SealedHistory history = SealedHistory.open(place, ACCOUNT)) {
            history.add(message(1, "kept"));
            history.add(message(2, "x".repeat(10_000)));
            history.add(entry(3, EntryKind.EDIT, 2, text("y".repeat(10_000)), true));
            history.add(entry(4, EntryKind.DELETE, 2, Bytes.EMPTY, true));
            assertEquals(Bytes.EMPTY, body(history, 2));
            history.flush();
        }
        long beforeBytes = Files.size(place.file());
        SealedHistory.open(place, ACCOUNT).close();

        assertTrue(beforeBytes > 20_000 && Files.size(place.file()) < 2_000, Files.size(place.file()) + " bytes");
        try (SealedHistory again = SealedHistory.open(place, ACCOUNT)) {
            assertEquals(text("kept"), body(again, 1));
            assertEquals(Bytes.EMPTY, body(again, 2));
            assertEquals(4, again.addedFrom(0).size());
        }
    }

    @Test
    void aMessageWithoutABodyWasDeleted() throws Exception {
        try (SealedHistory history = SealedHistory.open(place, ACCOUNT)) {
            history.add(message(2, "x".repeat(10_000)));
            history.add(entry(3, EntryKind.EDIT, 2, text("y".repeat(10_000)), true));
            history.flush();
            history.add(entry(2, EntryKind.MESSAGE, 0, Bytes.EMPTY, true));
            history.add(message(2, "back again"));
            history.flush();
        }
        SealedHistory.open(place, ACCOUNT).close();

        assertTrue(Files.size(place.file()) < 2_000, Files.size(place.file()) + " bytes");
        try (SealedHistory again = SealedHistory.open(place, ACCOUNT)) {
            assertEquals(Bytes.EMPTY, body(again, 2));
        }
    }

    /** Against a simple model, with entries in any order. */
    @Test
    void findsLinesAroundANumberAndWhatWasDoneToThem() throws Exception {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            MemoryHistory model = new MemoryHistory();
            List<HistoryEntry> all = new ArrayList<>();
            for (int seq = 1; seq <= 40; seq++) {
                boolean line = random.nextInt(3) > 0;
                all.add(
                        line
                                ? message(seq, "m" + seq)
                                : entry(seq, EntryKind.REACT, 1 + random.nextInt(40), text("r"), true));
            }
            java.util.Collections.shuffle(all, random);
            try (SealedHistory history = SealedHistory.open(place, "seed " + seed)) {
                all.forEach(history::add);
                all.forEach(model::add);
                for (int probe = 0; probe < 20; probe++) {
                    int seq = random.nextInt(45);
                    int before = random.nextInt(8);
                    int after = random.nextInt(8);
                    assertEquals(
                            around(model, seq, before, after), around(history, seq, before, after), "seed " + seed);
                }
            }
        }
    }

    private static List<HistoryEntry> around(History history, int seq, int before, int after) {
        return history.around(SHIP, 3, seq, before, after);
    }

    private static Bytes body(SealedHistory history, long seq) {
        HistoryEntry entry = history.find(SHIP, 3, seq);
        return entry == null ? Bytes.copyOf((byte) 0) : entry.body();
    }

    static HistoryEntry message(long seq, String text) {
        return entry(seq, EntryKind.MESSAGE, 0, text(text), true);
    }

    static HistoryEntry entry(long seq, EntryKind kind, long refSeq, Bytes body, boolean accepted) {
        return new HistoryEntry(
                SHIP, 3, Target.room("lobby"), seq, kind, null, "bob", false, 1_000 + seq, refSeq, body, accepted);
    }

    private static Bytes text(String text) {
        return MessageCodec.encode(new Body.Text(text, 0));
    }
}
