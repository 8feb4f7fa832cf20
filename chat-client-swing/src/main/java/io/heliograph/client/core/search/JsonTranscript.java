package io.heliograph.client.core.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.heliograph.client.core.FileInfo;
import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;

/** One array of objects, a line each, with the members that a message has in {@code --json}. Not thread-safe. */
final class JsonTranscript implements Transcript {
    private final Writer out;
    private final ObjectMapper json = new ObjectMapper(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    private boolean any;

    JsonTranscript(Writer out) {
        this.out = out;
    }

    @Override
    public void begin() throws IOException {
        out.write("[");
    }

    @Override
    public void conversation(Target where) {
        // Each message names its place.
    }

    @Override
    public void message(Target where, ShownEntry entry) throws IOException {
        var object = json.createObjectNode()
                .put("id", entry.id() == null ? null : entry.id().toHex())
                .put(where.isRoom() ? "room" : "with", where.isRoom() ? where.address() : where.name())
                .put("from", entry.from())
                .put("text", entry.text())
                .put("time", Instant.ofEpochMilli(entry.timeMs()).toString())
                .put("own", entry.own())
                .put("seq", entry.seq())
                .put("edited", entry.edited())
                .put("deleted", entry.deleted());
        if (entry.replyToSeq() > 0) {
            object.put("reply_to", entry.replyToSeq());
        }
        FileInfo file = entry.file();
        if (file != null) {
            object.putObject("file").put("name", file.name()).put("size", file.sizeBytes());
        }
        out.write(any ? ",\n" : "\n");
        out.write(json.writeValueAsString(object));
        any = true;
    }

    @Override
    public void close() throws IOException {
        out.write("\n]\n");
        out.close();
    }
}
