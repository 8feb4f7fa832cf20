package io.heliograph.server.store.sql;

import static io.heliograph.server.store.sql.TableFixture.account;
import static io.heliograph.server.store.sql.TableFixture.message;
import static io.heliograph.server.store.sql.TableFixture.room;

import io.heliograph.common.net.LoopTask;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Appends without end and prints {@code number seq} for each answer, until it is killed. */
final class CrashingWriterMain {
    private static final int AT_ONCE = 50;

    private CrashingWriterMain() {}

    public static void main(String[] arguments) throws Exception {
        BlockingQueue<LoopTask> inbox = new LinkedBlockingQueue<>();
        SqlStore store = SqlStore.open(Path.of(arguments[0]), SqlStore.Settings.STANDARD, inbox::put);
        long ada = store.now(tables -> account(tables, "ada"));
        long deck = store.now(tables -> room(tables, "#deck"));
        store.start();
        long[] next = {1};
        for (int count = 0; count < AT_ONCE; count++) {
            append(store, deck, ada, next);
        }
        while (true) {
            inbox.take().run(0);
        }
    }

    private static void append(SqlStore store, long deck, long ada, long[] next) {
        long number = next[0]++;
        store.write(
                tables -> tables.entries().append(message(deck, ada, number)),
                (appended, nowNs) -> {
                    System.out.println(number + " " + appended.seq());
                    append(store, deck, ada, next);
                },
                (fault, nowNs) -> System.out.println("failed " + fault));
    }
}
