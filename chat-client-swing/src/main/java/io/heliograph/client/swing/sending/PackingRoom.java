package io.heliograph.client.swing.sending;

import io.heliograph.client.swing.images.ImageThumbnails;
import io.heliograph.client.swing.images.SmallerPictures;
import io.heliograph.common.text.SafeText;
import io.heliograph.common.util.Bytes;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * Looks at files, makes them smaller, and puts folders into one. What it makes lies in the folder for temporary files
 * until it is thrown away, or the program ends.
 *
 * <p>Thread-safe: holds no state. Blocks; for the worker.
 */
final class PackingRoom {
    /** Chosen by us: what a folder of a user's has; beyond that somebody has dropped the wrong one. */
    static final int MAX_FILES = 20_000;

    private static final int NAME_CHARS = 120;
    private static final String PREFIX = "heliograph-send-";

    private final ImageThumbnails thumbnails = new ImageThumbnails();

    Parcel look(Path path) throws PackingException {
        Path last = path.getFileName();
        String name = SafeText.excerpt(last == null ? path.toString() : last.toString(), NAME_CHARS);
        try {
            if (Files.isDirectory(path)) {
                Inventory inventory = Inventory.of(path);
                if (inventory.fileCount > MAX_FILES || inventory.fileCount == 0) {
                    throw new PackingException(
                            inventory.fileCount == 0 ? "send.emptyFolder" : "send.tooManyFiles", name);
                }
                return new Parcel(path, name, inventory.sizeBytes, true, inventory.fileCount, null, false);
            } else if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
                throw new PackingException("send.unreadable", name);
            }
            return new Parcel(
                    path, name, Files.size(path), false, 1, preview(path), SmallerPictures.isWorthwhile(path));
        } catch (IOException e) {
            throw new PackingException("send.unreadable", name);
        }
    }

    /** The picture in at most 2,048 pixels, in a file of its own. */
    Path shrink(Parcel parcel) throws PackingException {
        try {
            int dot = parcel.name().lastIndexOf('.');
            String stem = dot > 0 ? parcel.name().substring(0, dot) : parcel.name();
            Path made = place(stem.replace('/', '_') + ".jpg");
            SmallerPictures.write(parcel.path(), made);
            return made;
        } catch (IOException e) {
            throw new PackingException("send.notMadeSmaller", parcel.name());
        }
    }

    /** Everything in the folder, in one file. */
    Path zip(Parcel parcel) throws PackingException {
        try {
            Path made = place(parcel.name() + ".zip");
            try (OutputStream file = Files.newOutputStream(made);
                    ZipOutputStream zip = new ZipOutputStream(file)) {
                Files.walkFileTree(parcel.path(), new Zipping(parcel.path(), zip));
            }
            return made;
        } catch (IOException e) {
            throw new PackingException("send.notZipped", parcel.name());
        }
    }

    /** A picture that has no file yet. */
    Path keep(BufferedImage picture, String name) throws PackingException {
        try {
            Path made = place(name);
            if (!ImageIO.write(picture, "png", made.toFile())) {
                throw new PackingException("send.unreadable", name);
            }
            return made;
        } catch (IOException e) {
            throw new PackingException("send.notKept", name);
        }
    }

    /** Whether a file is one of those that this program makes for sending. */
    static boolean isMadeHere(Path file) {
        Path folder = file.getParent();
        return folder != null && String.valueOf(folder.getFileName()).startsWith(PREFIX);
    }

    /** Does nothing to what was not made here. */
    static void throwAway(Path made) {
        Path folder = made.getParent();
        try {
            if (folder != null && isMadeHere(made)) {
                Files.deleteIfExists(made);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            made.toFile().deleteOnExit(); // somebody has it open: then later
        }
    }

    private static Path place(String name) throws IOException {
        Path folder = Files.createTempDirectory(PREFIX);
        folder.toFile().deleteOnExit();
        Path place = folder.resolve(name);
        place.toFile().deleteOnExit(); // taken away before its folder: the last one named is the first
        return place;
    }

    private @Nullable BufferedImage preview(Path path) throws IOException {
        Bytes small = thumbnails.of(path);
        return small.isEmpty() ? null : ImageIO.read(new ByteArrayInputStream(small.toArray()));
    }

    /** What is in a folder; links are not followed. */
    private static final class Inventory extends SimpleFileVisitor<Path> {
        private long sizeBytes;
        private int fileCount;

        static Inventory of(Path folder) throws IOException {
            Inventory inventory = new Inventory();
            Files.walkFileTree(folder, inventory);
            return inventory;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                sizeBytes += attributes.size();
                fileCount++;
            }
            return fileCount > MAX_FILES ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException why) {
            return FileVisitResult.CONTINUE;
        }
    }

    /** Each file under its name below the folder. */
    private static final class Zipping extends SimpleFileVisitor<Path> {
        private final Path base;
        private final ZipOutputStream zip;

        Zipping(Path folder, ZipOutputStream zip) {
            Path parent = folder.getParent();
            this.base = parent == null ? folder : parent;
            this.zip = zip;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                ZipEntry entry = new ZipEntry(base.relativize(file).toString().replace('\\', '/'));
                entry.setTime(attributes.lastModifiedTime().toMillis());
                zip.putNextEntry(entry);
                Files.copy(file, zip);
                zip.closeEntry();
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
