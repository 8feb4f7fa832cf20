package io.heliograph.client.terminal;

import io.heliograph.client.core.PathWords;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a path that was begun may go on with. Reads the folder; thread-safe: holds no state. */
final class PathCandidates {
    /** More than that nobody looks through: another letter helps more. */
    static final int MAX_CANDIDATES = 200;

    private PathCandidates() {}

    /** Whole paths as they would be typed; those of folders end with a slash. */
    static List<String> of(String typed) {
        int slash = Math.max(typed.lastIndexOf('/'), typed.endsWith("\\") ? typed.length() - 1 : -1);
        String head = typed.substring(0, slash + 1);
        String prefix = typed.substring(slash + 1);
        Path folder =
                PathWords.pathOf(head.isEmpty() ? "." : PathWords.split(head).path());
        List<String> found = new ArrayList<>();
        if (folder == null) {
            return found;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = String.valueOf(entry.getFileName());
                boolean hidden = name.startsWith(".") && !prefix.startsWith(".");
                if (name.startsWith(prefix) && !hidden && found.size() < MAX_CANDIDATES) {
                    found.add(head + name.replace(" ", "\\ ") + (Files.isDirectory(entry) ? "/" : ""));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of(); // a folder that cannot be read has nothing to offer
        }
        Collections.sort(found);
        return found;
    }
}
