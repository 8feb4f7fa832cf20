package io.heliograph.bench;

import io.heliograph.client.core.Target;
import io.heliograph.client.core.profile.Profile;
import io.heliograph.client.core.profile.ProfileException;
import io.heliograph.client.core.profile.ProfileFolder;
import io.heliograph.client.core.profile.ProfileKey;
import io.heliograph.client.core.search.SearchIndex;
import io.heliograph.client.core.store.History;
import io.heliograph.client.core.store.HistoryEntry;
import io.heliograph.common.codec.MessageCodec;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecureRandoms;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.InstanceId;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long it takes to open a profile that has read many messages, and to search it with each key that is typed. */
@Command(name = "search", description = "Opens a profile with many messages and searches it, key by key.")
public final class SearchBench implements Callable<Integer> {
    private static final int OPENINGS = 5;
    private static final int ROOMS = 20;
    private static final int HITS = 50;
    private static final List<String> WORDS = List.of(
            "the", "crew", "meets", "at", "noon", "below", "deck", "engine", "report", "is", "late", "again", "who",
            "has", "keys", "for", "store", "room", "Ölstand", "geprüft", "café", "Москва", "weather", "turns",
            "tonight", "please");
    private static final List<String> TYPED =
            List.of("engine rep", "\"below deck\" -late", "from:user3 olstand", "zzz");
    private static final Profile.Wishes WISHES = new Profile.Wishes("bench@relay:1", false, 0);

    @Option(names = "--messages", description = "How many were read (default: ${DEFAULT-VALUE}).")
    int messages = 100_000;

    /** Prints the line on standard output. */
    @Override
    public Integer call() throws IOException, ProfileException {
        new PrintStream(System.out, true, java.nio.charset.StandardCharsets.UTF_8).println(run(messages));
        return 0;
    }

    /** One line; the profile is made for this and removed. */
    static String run(int messages) throws IOException, ProfileException {
        Path folder = Files.createTempDirectory("heliograph-search");
        try {
            long[] openMs = new long[OPENINGS];
            fill(folder, messages);
            for (int opening = 0; opening < OPENINGS; opening++) {
                long startNs = System.nanoTime();
                open(folder, profile -> {});
                openMs[opening] = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
            }
            String[] searched = {""};
            open(folder, profile -> searched[0] = search(profile.history()));
            return String.format(
                    Locale.ROOT,
                    "search      %,d messages, %.1f MB sealed: opened in %d ms at first, then %d ms; %s",
                    messages,
                    sizeBytes(folder) / 1e6,
                    openMs[0],
                    Stream.of(openMs[1], openMs[2], openMs[3], openMs[4])
                            .min(Comparator.naturalOrder())
                            .orElse(0L),
                    searched[0]);
        } finally {
            remove(folder);
        }
    }

    private static String search(History history) {
        SearchIndex index = new SearchIndex(history, ZoneOffset.UTC);
        long startNs = System.nanoTime();
        index.catchUp();
        long indexedMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
        long worstNs = 0;
        long sumNs = 0;
        int keys = 0;
        for (String query : TYPED) {
            for (int length = 1; length <= query.length(); length++) {
                long keyNs = System.nanoTime();
                index.search(query.substring(0, length), HITS);
                long tookNs = System.nanoTime() - keyNs;
                worstNs = Math.max(worstNs, tookNs);
                sumNs += tookNs;
                keys++;
            }
        }
        return String.format(
                Locale.ROOT,
                "indexed in %d ms; each of %d keys answered in %.1f ms on average, %.1f ms at worst",
                indexedMs,
                keys,
                sumNs / 1e6 / keys,
                worstNs / 1e6);
    }

    private static void fill(Path folder, int messages) throws IOException, ProfileException {
        InstanceId instance = new InstanceId(Bytes.copyOf(new byte[InstanceId.LENGTH_BYTES]));
        RandomSource random = SecureRandoms.system();
        open(folder, profile -> {
            for (int number = 0; number < messages; number++) {
                ByteBuffer dice = ByteBuffer.wrap(random.bytes(MessageId.LENGTH_BYTES));
                StringBuilder text = new StringBuilder();
                for (int word = 0; word < 12; word++) {
                    text.append(WORDS.get(Byte.toUnsignedInt(dice.get(word)) % WORDS.size()))
                            .append(' ');
                }
                int room = number % ROOMS;
                profile.history()
                        .add(new HistoryEntry(
                                instance,
                                1 + room,
                                Target.room("room" + room),
                                1 + number / ROOMS,
                                EntryKind.MESSAGE,
                                new MessageId(Bytes.takingOver(dice.array())),
                                "user" + number % 37,
                                false,
                                1_700_000_000_000L + number * 1_000L,
                                0,
                                MessageCodec.encode(new Body.Text(text.toString(), 0)),
                                true));
                profile.history().flush(); // as they come in life: a record each
            }
        });
    }

    /** What is done with an opened profile. */
    private interface Use {
        void of(Profile profile) throws IOException;
    }

    private static void open(Path folder, Use use) throws IOException, ProfileException {
        RandomSource random = SecureRandoms.system();
        try (ProfileFolder locked = ProfileFolder.open(folder)) {
            ProfileKey key = ProfileKey.look(locked.key(), random);
            try (Profile profile = Profile.open(locked, key, "", WISHES, random)) {
                use.of(profile);
            }
        }
    }

    private static long sizeBytes(Path folder) throws IOException {
        return Files.size(folder.resolve("messages"));
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
