package io.heliograph.client.terminal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heliograph.client.core.ClientEvent;
import io.heliograph.client.core.DownloadRule;
import io.heliograph.client.core.FileTransfer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The objects of {@code --json} that tell of files. Thread-safe: pure functions. */
final class FileJson {
    private FileJson() {}

    /** Null for an event of another kind. */
    static @Nullable List<ObjectNode> of(ClientEvent event) {
        if (event instanceof ClientEvent.FileProgress progress) {
            return List.of(file(progress.file()));
        } else if (event instanceof ClientEvent.DownloadsShown shown) {
            DownloadRule rule = shown.rule();
            Path folder = rule.folder();
            return List.of(JsonText.object("downloads")
                    .put("from", rule.from().word())
                    .put("max", rule.maxBytes())
                    .put("folder", folder == null ? null : folder.toString()));
        }
        return null;
    }

    private static ObjectNode file(FileTransfer file) {
        Path path = file.path();
        ObjectNode object = JsonText.object("file")
                .put("id", file.id().toHex())
                .put("name", file.name())
                .put("size", Math.max(0, file.sizeBytes()))
                .put("state", file.state().word())
                .put("path", path == null ? null : path.toString());
        return JsonText.at(object, file.where())
                .put("direction", file.sending() ? "out" : "in")
                .put("done", file.doneBytes())
                .put("reason", file.reason());
    }
}
