package io.heliograph.client.core.files.disk;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Locale;
import java.util.Objects;

/** What went wrong on a disk, and what the user can do, in one line. Thread-safe: pure functions. */
final class DiskTrouble {
    private DiskTrouble() {}

    static String reading(Path path, IOException e) {
        if (e instanceof NoSuchFileException || e instanceof NotDirectoryException) {
            return "there is no file " + path + ": check its name";
        } else if (e instanceof AccessDeniedException) {
            return path + " may not be read by you: check its permissions";
        }
        return path + " cannot be read (" + reasonOf(e) + ")";
    }

    static String writing(Path path, IOException e) {
        String reason = reasonOf(e).toLowerCase(Locale.ROOT);
        Path folder = folderOf(path);
        if (e instanceof AccessDeniedException || reason.contains("read-only")) {
            return folder + " may not be written by you: /get takes another folder";
        } else if (reason.contains("no space") || reason.contains("not enough space") || reason.contains("quota")) {
            return full(path);
        }
        return path + " cannot be written (" + reasonOf(e) + ")";
    }

    static String full(Path path) {
        return "the disk of " + folderOf(path) + " is full: make room, then /resume goes on where it stopped";
    }

    /** Some file systems say so without an {@link IOException}. */
    static String readOnly(Path path, ReadOnlyFileSystemException e) {
        return folderOf(path) + " may not be written by you: /get takes another folder";
    }

    static Path folderOf(Path path) {
        Path absolute = path.toAbsolutePath();
        return Objects.requireNonNullElse(absolute.getParent(), absolute);
    }

    private static String reasonOf(IOException e) {
        String reason = e instanceof FileSystemException named ? named.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
