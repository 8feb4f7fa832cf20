package io.heliograph.client.swing.compose;

import java.nio.file.Path;
import java.util.List;

/** Takes what comes to the field and is no text. Event dispatch thread only. */
public interface Intake {
    void onFiles(List<Path> files);

    /** There is a picture in the clipboard. */
    void onPicture();
}
