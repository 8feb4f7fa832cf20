package io.heliograph.client.swing.compose;

import io.heliograph.client.core.Target;
import java.nio.file.Path;
import java.util.List;

/** Takes what comes to the field and is no text. Event dispatch thread only. */
public interface Intake {
    /** For the open conversation. */
    void onFiles(List<Path> files);

    /** For a conversation that need not be the open one. */
    void onFiles(Target where, List<Path> files);

    /** There is a picture in the clipboard. */
    void onPicture();
}
