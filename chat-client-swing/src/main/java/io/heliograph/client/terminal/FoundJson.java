package io.heliograph.client.terminal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.SearchHit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects of {@code --json} that answer from the history. Thread-safe: pure functions. */
final class FoundJson {
    private FoundJson() {}

    /** Null for an event of another kind. */
    static @Nullable List<ObjectNode> of(ClientEvent event) {
        if (event instanceof ClientEvent.SearchShown shown) {
            return List.of(found(shown));
        } else if (event instanceof ClientEvent.SearchRefused refused) {
            return List.of(JsonText.error("search", refused.why()));
        } else if (event instanceof ClientEvent.AroundShown around) {
            ObjectNode object =
                    JsonText.at(JsonText.object("around"), around.where()).put("seq", around.seq());
            ArrayNode entries = object.putArray("entries");
            around.entries().forEach(entry -> entries.add(EntryJson.entry(around.where(), entry)));
            return List.of(object);
        } else if (event instanceof ClientEvent.VersionsShown shown) {
            ObjectNode object =
                    JsonText.at(JsonText.object("versions"), shown.where()).put("seq", shown.seq());
            ArrayNode versions = object.putArray("versions");
            shown.versions().forEach(version -> versions.addObject()
                    .put("time", JsonText.time(version.timeMs()))
                    .put("text", version.text()));
            return List.of(object);
        } else if (event instanceof ClientEvent.Exported exported) {
            return List.of(JsonText.object("exported")
                    .put("path", exported.file().toString())
                    .put("count", exported.messageCount()));
        }
        return null;
    }

    private static ObjectNode found(ClientEvent.SearchShown shown) {
        ObjectNode object = JsonText.object("found").put("total", shown.total());
        ArrayNode hits = object.putArray("hits");
        int number = 0;
        for (SearchHit hit : shown.hits()) {
            number++;
            ObjectNode one = JsonText.at(JsonText.plain().put("number", number), hit.where())
                    .put("seq", hit.seq())
                    .put("from", hit.from())
                    .put("own", hit.own())
                    .put("text", hit.text())
                    .put("time", JsonText.time(hit.timeMs()));
            ArrayNode marks = one.putArray("marks");
            hit.marks().forEach(mark -> marks.addArray().add(mark.start()).add(mark.end()));
            hits.add(one);
        }
        return object;
    }
}
