package io.heliograph.client.core.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Keeps what can be read of a damaged log, and the damaged file beside it. Used when the user has asked for it. */
final class Repair {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Repair() {}

    /**
     * Makes the log of {@code place} anew of the records that open and that {@code isSane} takes. Returns one sentence
     * about what was kept.
     */
    static String run(SealedLog.Place place, Predicate<byte[]> isSane, long nowMs) throws IOException {
        Path file = place.file();
        if (!Files.exists(file)) {
            SealedLog.create(place).close();
            return file.getFileName() + " was missing and begins anew";
        }
        byte[] octets = Files.readAllBytes(file);
        List<byte[]> kept = new ArrayList<>();
        long lostBytes = octets.length;
        LogFormat format = LogFormat.of(LogReader.header(octets), true, place.master(), place.label(), place.random());
        if (format != null) {
            lostBytes = LogReader.salvage(octets, format, content -> isSane.test(content) && kept.add(content));
        }
        Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + STAMP.format(Instant.ofEpochMilli(nowMs)));
        DurableFiles.replace(aside, octets);
        SealedLog renewed = SealedLog.create(place);
        renewed.replace(out -> {
            for (byte[] content : kept) {
                out.append(content);
            }
        });
        renewed.close();
        return file.getFileName() + " was repaired: " + kept.size() + " records were kept, " + lostBytes
                + " bytes could not be read; the damaged file is now " + aside.getFileName();
    }
}
