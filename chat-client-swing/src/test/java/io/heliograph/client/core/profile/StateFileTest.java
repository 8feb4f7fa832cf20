package io.heliograph.client.core.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.store.LocalStore;
import io.heliograph.client.core.store.MemoryLocalStore;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
    private static final List<String> DRAWERS = List.of("chains", "outbox", "typed");

    @TempDir
    Path folder;

    private SealedLog.Place place;

    @BeforeEach
    void makeIt() throws Exception {
        place = place(new DiskFiles());
        StateFile.create(place).close();
    }

    /** Against a simple model: random batches, deaths between them, and enough of them to be made anew. */
    @Test
    void isTheModelHoweverOftenItDies() throws Exception {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            StateFile.create(place).close();
            MemoryLocalStore model = new MemoryLocalStore();
            StateFile file = StateFile.open(place);
            LocalStore store = file.storeOf("ann");
            for (int step = 0; step < 400; step++) {
                change(random, step, store, model);
                if (random.nextInt(4) == 0) {
                    store.commit();
                    model.commit();
                }
                if (random.nextInt(40) == 0) {
                    file = StateFile.open(place); // whoever had it open before was killed
                    store = file.storeOf("ann");
                    model = model.restarted();
                }
                String drawer = DRAWERS.get(random.nextInt(DRAWERS.size()));
                assertEquals(model.all(drawer), store.all(drawer), "seed " + seed + ", step " + step);
            }
            file.close();
        }
    }

    private static void change(Random random, int step, LocalStore store, LocalStore model) {
        String drawer = DRAWERS.get(random.nextInt(DRAWERS.size()));
        Bytes key = key(random.nextInt(12));
        if (random.nextInt(3) == 0) {
            store.remove(drawer, key);
            model.remove(drawer, key);
        } else {
            byte[] octets = new byte[random.nextInt(9_000)];
            octets = octets.length == 0 ? new byte[] {(byte) step} : octets;
            octets[0] = (byte) step;
            store.put(drawer, key, Bytes.copyOf(octets));
            model.put(drawer, key, Bytes.copyOf(octets));
        }
    }

    /** A batch is there as a whole or not at all, also while the file is made anew. */
    @Test
    void everyBatchIsAllOrNothingWhereverTheDiskDies() throws Exception {
        Bytes big = Bytes.copyOf(new byte[60_000]);
        for (int budget = 0; budget < 700_000; budget += 9_973) {
            StateFile.create(place).close();
            DyingFiles disk = new DyingFiles(budget);
            int committed = 0;
            try {
                StateFile file = StateFile.open(place(disk));
                LocalStore store = file.storeOf("ann");
                for (int round = 1; round <= 10; round++) {
                    store.put("a", key(1), big);
                    store.put("a", key(2), key(round));
                    store.put("b", key(3), key(round));
                    store.commit();
                    committed = round;
                }
            } catch (IOException e) {
                assertTrue(disk.isDead(), e.toString());
            }
            try (StateFile again = StateFile.open(place)) {
                LocalStore store = again.storeOf("ann");
                Bytes wanted = committed == 0 ? null : key(committed);
                assertEquals(wanted, store.get("a", key(2)), "after " + budget);
                assertEquals(wanted, store.get("b", key(3)), "after " + budget);
            }
        }
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenByTheNextCommit() throws Exception {
        DyingFiles disk = new DyingFiles(10);
        try (StateFile file = StateFile.open(place(disk))) {
            LocalStore store = file.storeOf("ann");
            store.put("a", key(1), key(9));
            assertThrows(IOException.class, store::commit);
            assertEquals(key(9), store.get("a", key(1)));
            disk.revive();
            store.commit();
        }
        try (StateFile again = StateFile.open(place)) {
            assertEquals(key(9), again.storeOf("ann").get("a", key(1)));
        }
    }

    @Test
    void ownersSeeAndCommitOnlyTheirOwn() throws Exception {
        try (StateFile file = StateFile.open(place)) {
            LocalStore session = file.storeOf("ann");
            LocalStore outbox = file.storeOf("ann");
            LocalStore other = file.storeOf("bob");
            session.put("chains", key(1), key(1));
            outbox.put("outbox", key(2), key(2));
            outbox.commit();
            assertNull(outbox.get("chains", key(1)));
            session.commit();
            assertEquals(key(1), outbox.get("chains", key(1)));
            assertEquals(Map.of(), other.all("chains"));
        }
    }

    @Test
    void staysSmallHoweverMuchChanges() throws Exception {
        try (StateFile file = StateFile.open(place)) {
            LocalStore store = file.storeOf("ann");
            store.put("a", key(0), key(7));
            for (int number = 1; number <= 10_000; number++) {
                store.put("a", key(1 + number % 100), Bytes.copyOf(new byte[100]));
                store.commit();
            }
            assertTrue(file.sizeBytes() < 300 * 1024, "bytes: " + file.sizeBytes());
            List<Bytes> keys = new ArrayList<>(store.all("a").keySet());
            assertEquals(key(0), keys.get(0));
            assertEquals(101, keys.size());
        }
    }

    private static Bytes key(int number) {
        return Bytes.copyOf((byte) number);
    }

    private SealedLog.Place place(LogFiles files) {
        SecretBytes master = SecretBytes.copyOf(new byte[ProfileKey.KEY_BYTES]);
        return new SealedLog.Place(folder.resolve("state"), StateFile.LABEL, master, new Random(3)::nextBytes, files);
    }
}
