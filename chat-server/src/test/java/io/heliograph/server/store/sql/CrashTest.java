package io.heliograph.server.store.sql;

import static io.heliograph.server.store.sql.TableFixture.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.server.store.EntryTable.EntryRow;
import io.heliograph.server.store.EntryTable.PageQuery;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
    private static final int ANSWERS = 2_000;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void everythingThatWasAnsweredIsThereOnceAfterAKill() throws Exception {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWriterMain.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> answers = new ArrayList<>();
        try (BufferedReader lines = writer.inputReader()) {
            for (int count = 0; count < ANSWERS; count++) {
                answers.add(String.valueOf(lines.readLine()));
            }
            writer.destroyForcibly().waitFor();
        }

        List<EntryRow> stored = storedEntries();
        assertTrue(stored.size() >= ANSWERS, "only " + stored.size());
        for (String answer : answers) {
            String[] parts = answer.split(" ", -1);
            long number = Long.parseLong(parts[0]);
            int seq = Integer.parseInt(parts[1]);
            assertEquals(seq, stored.get(seq - 1).seq());
            assertEquals(id(number), stored.get(seq - 1).id());
        }
        long distinct = stored.stream().map(EntryRow::id).distinct().count();
        assertEquals(stored.size(), distinct);
    }

    private List<EntryRow> storedEntries() throws Exception {
        try (SqlStore store = SqlStore.open(folder, SqlStore.Settings.STANDARD, task -> {})) {
            long deck = store.now(tables -> tables.conversations().all().get(0).id());
            return store.now(tables -> tables.entries()
                    .page(new PageQuery(deck, 0, Long.MAX_VALUE, false, Integer.MAX_VALUE, Integer.MAX_VALUE))
                    .entries());
        }
    }
}
