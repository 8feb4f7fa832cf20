package io.heliograph.client.core.profile;

import io.heliograph.client.core.ServerName;
import io.heliograph.common.name.NameRules;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which one client keeps what outlives it, locked against a second client.
 *
 * <p>Without {@code --profile} each user name on each server has a folder of its own: so two people can share a
 * machine and an
 * account of the operating system, and two servers cannot tell that they have the same user.
 */
public final class ProfileFolder implements AutoCloseable {
    private static final String LOCK_FILE = "lock";
    private static final String KEY_FILE = "profile.key";
    private static final Pattern LEAF = Pattern.compile("(.+)@(.+)~([0-9]{1,5})");
    private static final Pattern CODE_POINT = Pattern.compile("%([0-9a-f]{1,6});");
    private static final int MAX_PID_BYTES = 32;

    private final Path folder;
    private final FileChannel lockChannel;
    private final FileLock lock;

    private ProfileFolder(Path folder, FileChannel lockChannel, FileLock lock) {
        this.folder = folder;
        this.lockChannel = lockChannel;
        this.lock = lock;
    }

    /** Where the platform keeps the state of programs, below that this user on this server. */
    public static Path defaultFor(ServerName server, String user, Map<String, String> environment) {
        return defaultParent(environment).resolve(leafOf(server, user));
    }

    /** Where the profiles of this machine's user are. */
    public static Path defaultParent(Map<String, String> environment) {
        return stateFolder(environment).resolve("client");
    }

    /** The name of the folder of this user on this server: readable, so that it is found again and backed up. */
    public static String leafOf(ServerName server, String user) {
        return fileName(NameRules.normalise(user)) + "@" + fileName(server.host()) + "~" + server.port();
    }

    /**
     * A profile as the name of its folder tells.
     *
     * @param lastUsedMs milliseconds since 1970
     */
    public record Listed(String user, String server, long lastUsedMs, Path folder) {}

    /** The profiles in {@code parent}, the one used last first; none if it cannot be read. */
    public static List<Listed> list(Path parent) {
        List<Listed> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent)) {
            for (Path folder : folders) {
                Matcher leaf = LEAF.matcher(String.valueOf(folder.getFileName()));
                if (leaf.matches() && Files.exists(folder.resolve(KEY_FILE))) {
                    long usedMs =
                            Files.getLastModifiedTime(folder.resolve(LOCK_FILE)).toMillis();
                    String server = plainName(leaf.group(2));
                    boolean v6 = server.indexOf(':') >= 0;
                    String named = (v6 ? "[" + server + "]" : server) + ":" + leaf.group(3);
                    found.add(new Listed(plainName(leaf.group(1)), named, usedMs, folder));
                }
            }
        } catch (IOException e) {
            return found; // there is no such folder yet, or one of them is being removed
        }
        found.sort(Comparator.comparingLong(Listed::lastUsedMs).reversed());
        return found;
    }

    /** Creates the folder where there is none, and locks it. */
    public static ProfileFolder open(Path folder) throws ProfileException {
        try {
            DurableFiles.createPrivateFolder(folder);
            return lock(folder);
        } catch (IOException e) {
            throw new ProfileException("the profile folder " + folder + " cannot be used (" + reasonOf(e)
                    + "): make it writable, or choose another one with --profile");
        }
    }

    public Path path() {
        return folder;
    }

    /** The key that opens everything else. */
    public Path key() {
        return folder.resolve(KEY_FILE);
    }

    public Path log() {
        return folder.resolve("client.log");
    }

    /** Keys, pins, outbox and choices. */
    Path state() {
        return folder.resolve("state");
    }

    /** What was said. An earlier version kept what was typed in a file named history. */
    Path messages() {
        return folder.resolve("messages");
    }

    /** Is there while the profile is made for the first time. */
    Path making() {
        return folder.resolve("making");
    }

    /** Lets the next client in. */
    @Override
    public void close() throws IOException {
        lock.release();
        lockChannel.close();
    }

    private static ProfileFolder lock(Path folder) throws IOException, ProfileException {
        Path file = folder.resolve(LOCK_FILE);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            String holder = holderOf(channel);
            channel.close();
            throw new ProfileException("the profile " + folder + " is in use by another client" + holder
                    + ": close that one, or start this one with another --user or --profile");
        }
        channel.truncate(0);
        String pid = Long.toString(ProcessHandle.current().pid());
        DurableFiles.writeFully(channel, ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
        return new ProfileFolder(folder, channel, lock);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            // One octet far behind the content: where locks are mandatory, the process number stays readable.
            return channel.tryLock(Long.MAX_VALUE - 1, 1, false);
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    private static String holderOf(FileChannel channel) throws IOException {
        ByteBuffer octets = ByteBuffer.allocate(MAX_PID_BYTES);
        channel.read(octets, 0);
        String pid = new String(octets.array(), 0, octets.position(), StandardCharsets.US_ASCII);
        return pid.matches("[0-9]+") ? " (process " + pid + ")" : "";
    }

    private static Path stateFolder(Map<String, String> environment) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Path home = Path.of(System.getProperty("user.home", "."));
        if (system.contains("windows")) {
            String local = environment.get("LOCALAPPDATA");
            Path base = local == null ? home.resolve("AppData").resolve("Local") : Path.of(local);
            return base.resolve("Heliograph");
        }
        if (system.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Heliograph");
        }
        String state = environment.get("XDG_STATE_HOME");
        // XDG Base Directory Specification: a relative path is invalid and ignored.
        boolean usable = state != null && Path.of(state).isAbsolute();
        return (usable ? Path.of(state) : home.resolve(".local").resolve("state")).resolve("heliograph");
    }

    /** What not every file system can store is written as its code points. */
    private static String fileName(String name) {
        StringBuilder safe = new StringBuilder();
        name.codePoints().forEach(codePoint -> {
            boolean plain = codePoint < 0x80 && Character.isLetterOrDigit(codePoint);
            if (plain || codePoint == '_' || codePoint == '-' || codePoint == '.') {
                safe.appendCodePoint(codePoint);
            } else {
                safe.append('%').append(Integer.toHexString(codePoint)).append(';');
            }
        });
        return safe.toString();
    }

    /** What {@link #fileName} was made of. */
    private static String plainName(String fileName) {
        return CODE_POINT.matcher(fileName).replaceAll(code -> {
            int codePoint = Integer.parseInt(code.group(1), 16);
            String character = Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "?";
            return Matcher.quoteReplacement(character);
        });
    }

    static String reasonOf(IOException e) {
        String type = e.getClass().getSimpleName().replace("Exception", "");
        String message = e.getMessage();
        return message == null ? type : type + ": " + message;
    }
}
