package io.heliograph.client.core.search;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.common.text.SafeText;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Plain text, a line for each message; further lines of one are set in. Not thread-safe. */
final class TextTranscript implements Transcript {
    private final Writer out;
    private final DateTimeFormatter clock;

    TextTranscript(Writer out, ZoneId zone) {
        this.out = out;
        this.clock =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(zone);
    }

    @Override
    public void begin() {
        // Nothing stands before the first conversation.
    }

    @Override
    public void conversation(Target where) throws IOException {
        out.write("== " + SafeText.line(where.address()) + " ==\n");
    }

    @Override
    public void message(Target where, ShownEntry entry) throws IOException {
        String said = SafeText.lines(TranscriptText.of(entry)).replace("\n", "\n    ");
        out.write(clock.format(Instant.ofEpochMilli(entry.timeMs())) + " <" + SafeText.line(entry.from()) + "> " + said
                + (entry.edited() ? " (edited)" : "") + "\n");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
