package io.heliograph.server.store.sql;

import static io.heliograph.server.store.sql.TableFixture.account;
import static io.heliograph.server.store.sql.TableFixture.message;
import static io.heliograph.server.store.sql.TableFixture.oldest;
import static io.heliograph.server.store.sql.TableFixture.room;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.server.store.EntryTable.Appended;
import io.heliograph.server.store.StoreFault;
import io.heliograph.server.store.sql.SqlStore.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SqlStoreTest {
    private static final long RESERVE_BYTES = 1_000;

    private final LoopFixture loop = new LoopFixture();
    private final AtomicLong usableBytes = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong nowNs = new AtomicLong();
    private final CountDownLatch released = new CountDownLatch(1);

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before any test runs
    private SqlStore store;

    private long ada;
    private long deck;

    @BeforeEach
    void open() throws Exception {
        store = SqlStore.open(folder, new Settings(true, RESERVE_BYTES), loop, usableBytes::get, nowNs::get);
        ada = store.now(tables -> account(tables, "ada"));
        deck = store.now(tables -> room(tables, "#deck"));
        store.start();
    }

    @AfterEach
    void close() {
        released.countDown();
        store.close();
    }

    @Test
    void whatIsAnsweredIsReadBack() throws Exception {
        assertEquals(new Appended(deck, 1, TableFixture.NOW_MS + 1, false), loop.write(store, tables -> tables.entries()
                .append(message(deck, ada, 1))));

        assertEquals(
                1,
                loop.read(store, tables -> tables.entries().page(oldest(deck, 10)))
                        .entries()
                        .size());
    }

    @Test
    void everythingIsThereAfterReopening() throws Exception {
        loop.write(store, tables -> tables.entries().append(message(deck, ada, 1)));
        store.close();

        store = SqlStore.open(folder, Settings.STANDARD, loop);

        assertEquals(
                1,
                store.now(tables -> tables.entries().page(oldest(deck, 10)))
                        .entries()
                        .size());
    }

    @Test
    void nobodyElseMayReadTheFile() throws Exception {
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("heliograph.db"))));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("heliograph.db-wal"))));
    }

    @Test
    void writesThatWaitTogetherAreCommittedTogetherAndAnsweredInOrderInSlices() throws Exception {
        List<Object> answers = new ArrayList<>();
        holdTheWriter(answers);
        for (int number = 1; number <= 300; number++) {
            int current = number;
            LoopFixture.submit(
                    store,
                    tables ->
                            tables.entries().append(message(deck, ada, current)).seq(),
                    answers);
        }
        long before = store.figures().commitCount();
        released.countDown();
        loop.runUntil(() -> answers.size() == 301);

        assertEquals(LongStream.rangeClosed(1, 300).boxed().toList(), new ArrayList<>(answers.subList(1, 301)));
        assertEquals(List.of(1, 64, 64, 64, 64, 44), loop.inputCounts());
        assertEquals(2, store.figures().commitCount() - before);
    }

    @Test
    void aWriteThatFailsLeavesNothingAndTouchesNoOther() throws Exception {
        List<Object> answers = new ArrayList<>();
        holdTheWriter(answers);
        LoopFixture.submit(
                store, tables -> tables.entries().append(message(deck, ada, 1)).seq(), answers);
        LoopFixture.submit(
                store,
                tables -> {
                    tables.entries().append(message(deck, ada, 2));
                    throw new IllegalArgumentException("a defect");
                },
                answers);
        LoopFixture.submit(
                store, tables -> tables.entries().append(message(deck + 77, ada, 3)), answers); // no such room
        LoopFixture.submit(
                store, tables -> tables.entries().append(message(deck, ada, 4)).seq(), answers);
        released.countDown();
        loop.runUntil(() -> answers.size() == 5);

        assertEquals(List.of(1L, StoreFault.DEFECT, StoreFault.DEFECT, 2L), answers.subList(1, 5));
        assertTrue(store.isWritable());
        assertFalse(
                ((Appended) loop.write(store, tables -> tables.entries().append(message(deck, ada, 2)))).repeated());
    }

    @Test
    void aReadThatWritesIsADefectAndChangesNothing() throws Exception {
        List<Object> answers = new ArrayList<>();
        store.read(
                tables -> tables.entries().append(message(deck, ada, 1)),
                (result, at) -> answers.add(result),
                (fault, at) -> answers.add(fault));
        loop.runUntil(() -> !answers.isEmpty());

        assertEquals(List.of(StoreFault.DEFECT), answers);
        assertTrue(store.isWritable());
        assertEquals(1L, loop.write(store, tables -> tables.entries()
                .append(message(deck, ada, 1))
                .seq()));
    }

    @Test
    void anAnswerThatThrowsKeepsNoOtherFromItsOwn() throws Exception {
        List<Object> answers = new ArrayList<>();
        holdTheWriter(answers);
        store.write(
                tables -> 1,
                (result, at) -> {
                    throw new IllegalStateException("in the loop");
                },
                (fault, at) -> {});
        LoopFixture.submit(store, tables -> 2, answers);
        released.countDown();

        assertThrows(IllegalStateException.class, () -> loop.runUntil(() -> answers.size() == 2));
        assertEquals(2, answers.get(1));
        assertEquals(0, store.pendingWriteCount());
    }

    @Test
    void whatIsTooMuchIsRefusedInOrder() throws Exception {
        List<Object> answers = new ArrayList<>();
        holdTheWriter(answers);
        for (int number = 1; number <= StoreWriter.MAX_PENDING; number++) {
            int current = number;
            LoopFixture.submit(store, tables -> current, answers);
        }
        assertEquals(StoreWriter.MAX_PENDING + 1, store.pendingWriteCount());
        released.countDown();
        loop.runUntil(() -> answers.size() == StoreWriter.MAX_PENDING + 1);

        assertEquals(StoreWriter.MAX_PENDING - 1, answers.get(StoreWriter.MAX_PENDING - 1));
        assertEquals(StoreFault.OVERLOADED, answers.get(StoreWriter.MAX_PENDING));
        assertEquals(7, loop.write(store, tables -> 7));
    }

    @Test
    void nothingIsWrittenBelowTheReserve() throws Exception {
        usableBytes.set(RESERVE_BYTES - 1);
        assertEquals(1, loop.write(store, tables -> 1)); // asked at most once a second
        nowNs.addAndGet(1_000_000_000);

        assertEquals(StoreFault.READ_ONLY, loop.write(store, tables -> tables.entries()
                .append(message(deck, ada, 1))));
        assertFalse(store.isWritable());
        assertNull(
                loop.read(store, tables -> Optional.ofNullable(tables.entries().head(deck, 1)))
                        .orElse(null));

        usableBytes.set(RESERVE_BYTES);
        nowNs.addAndGet(1_000_000_000);
        assertEquals(1, loop.write(store, tables -> 1));
        assertTrue(store.isWritable());
    }

    @Test
    @Timeout(30)
    void aStoreThatNobodyWritesToNoticesTheDisk() throws Exception {
        assertEquals(1, loop.write(store, tables -> 1));
        usableBytes.set(RESERVE_BYTES - 1);
        nowNs.addAndGet(1_000_000_000);
        while (store.isWritable()) {
            Thread.onSpinWait(); // the writer looks twice a second
        }

        usableBytes.set(RESERVE_BYTES);
        nowNs.addAndGet(1_000_000_000);
        while (!store.isWritable()) {
            Thread.onSpinWait();
        }
    }

    /** Until {@link #released}, what is submitted waits; the answer to the first write is 0. */
    private void holdTheWriter(List<Object> answers) {
        CountDownLatch held = new CountDownLatch(1);
        LoopFixture.submit(
                store,
                tables -> {
                    held.countDown();
                    awaitUninterrupted(released);
                    return 0;
                },
                answers);
        awaitUninterrupted(held);
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
