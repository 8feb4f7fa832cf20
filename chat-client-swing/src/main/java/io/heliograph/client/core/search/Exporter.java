package io.heliograph.client.core.search;

import io.heliograph.client.core.ShownEntry;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.session.LocalLines;
import io.heliograph.client.core.store.History;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes conversations into a new file.
 *
 * <p>Not thread-safe; owned by the thread that answers from the history.
 */
public final class Exporter {
    private static final int MAX_NAMES = 1_000;

    private final History history;
    private final SearchIndex index;
    private final String reader;
    private final ZoneId zone;

    /** The file, which may have another name than was asked for, and how many messages are in it. */
    public record Written(Path file, int messageCount) {}

    /** {@code reader} is the user of this client. */
    public Exporter(History history, SearchIndex index, String reader, ZoneId zone) {
        this.history = history;
        this.index = index;
        this.reader = reader;
        this.zone = zone;
    }

    /**
     * Writes {@code where}, or everything if that is null, never over anything: the next free name is taken. What fails
     * says so in one line for people, and leaves no file behind.
     */
    public Written export(@Nullable Target where, Path file) throws ExportException {
        index.catchUp();
        List<SearchIndex.Place> places = index.places().stream()
                .filter(place -> where == null || place.where().key().equals(where.key()))
                .toList();
        if (places.isEmpty()) {
            throw new ExportException(
                    where == null
                            ? "there is nothing to export: this profile has read no messages yet"
                            : "there is nothing to export: this profile has read nothing in " + where);
        }
        Path name = file.getFileName();
        if (name == null || Transcript.of(name.toString(), Writer.nullWriter(), zone) == null) {
            throw new ExportException("export to what? The file's name ends in .txt, .html or .json");
        }
        for (int number = 1; number <= MAX_NAMES; number++) {
            Path free = number == 1 ? file : file.resolveSibling(numbered(name.toString(), number));
            int count = write(places, free);
            if (count >= 0) {
                return new Written(free, count);
            }
        }
        throw new ExportException(file + " is there already, and nothing is written over: choose another name");
    }

    /** {@code a (2).txt} for {@code a.txt}. */
    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot) + " (" + number + ")" + name.substring(dot);
    }

    /** Below 0 if there is a file of that name. */
    private int write(List<SearchIndex.Place> places, Path file) throws ExportException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW)) {
            return write(places, String.valueOf(file.getFileName()), out);
        } catch (FileAlreadyExistsException e) {
            return -1;
        } catch (NoSuchFileException e) {
            throw new ExportException("there is no folder for " + file + ": make it first");
        } catch (IOException e) {
            drop(file);
            throw new ExportException(
                    file + " cannot be written (" + e.getClass().getSimpleName() + "): choose another place");
        }
    }

    private int write(List<SearchIndex.Place> places, String fileName, Writer out) throws IOException {
        Transcript transcript = Transcript.of(fileName, out, zone);
        if (transcript == null) {
            throw new IOException("no form for this ending");
        }
        int count = 0;
        try (transcript) {
            transcript.begin();
            for (SearchIndex.Place place : places) {
                transcript.conversation(place.where());
                List<ShownEntry> lines = LocalLines.of(
                        history.around(place.instance(), place.conversation(), 0, 0, Integer.MAX_VALUE), reader);
                for (ShownEntry line : lines) {
                    transcript.message(place.where(), line);
                    count++;
                }
            }
        }
        return count;
    }

    private static void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // What could not be written cannot be removed either; the message names the file.
            return;
        }
    }
}
