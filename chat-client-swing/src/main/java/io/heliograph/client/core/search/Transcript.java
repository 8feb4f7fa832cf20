package io.heliograph.client.core.search;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A form in which conversations are written into a file: {@link #begin}, for each conversation its heading and its
 * messages, {@link #close}.
 *
 * <p>Not thread-safe.
 */
interface Transcript extends Closeable {
    void begin() throws IOException;

    void conversation(Target where) throws IOException;

    void message(Target where, ShownEntry entry) throws IOException;

    /** Null for an ending that no form has. Times are those of {@code zone}, where people read them. */
    static @Nullable Transcript of(String fileName, Writer out, ZoneId zone) {
        String name = fileName.toLowerCase(Locale.ROOT);
        if (name.endsWith(".txt")) {
            return new TextTranscript(out, zone);
        } else if (name.endsWith(".html")) {
            return new HtmlTranscript(out, zone);
        }
        return name.endsWith(".json") ? new JsonTranscript(out) : null;
    }
}
