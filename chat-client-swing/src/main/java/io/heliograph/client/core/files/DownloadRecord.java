package io.heliograph.client.core.files;

import io.heliograph.client.core.Target;
import io.heliograph.common.message.Body;
import io.heliograph.common.message.MessageId;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being fetched, as the profile keeps it. {@link #toString} hides the key.
 *
 * @param folder where it goes
 * @param kept where it is; null before it is complete
 * @param reason of a failure; else empty
 */
record DownloadRecord(
        Body.File file, Target where, Path folder, @Nullable Path kept, Stage stage, String reason) {

    /** The blob, as transfers are named. */
    MessageId id() {
        return new MessageId(file.blob());
    }

    Path part() {
        return folder.resolve(SafeNames.ofPart(file.name(), file.blob()));
    }

    DownloadRecord at(Stage next, String why) {
        return new DownloadRecord(file, where, folder, kept, next, why);
    }

    DownloadRecord keptAt(Path path) {
        return new DownloadRecord(file, where, folder, path, Stage.PLACED, "");
    }

    @Override
    public String toString() {
        return "DownloadRecord[id=" + id() + ", stage=" + stage + "]";
    }
}
