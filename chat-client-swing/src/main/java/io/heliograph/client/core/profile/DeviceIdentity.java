package io.heliograph.client.core.profile;

import io.heliograph.client.core.ServerName;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.e2e.ExportedIdentity;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What makes this profile a device of its account, and how it moves to another machine: in a file that a passphrase
 * guards (protocol.md 13.11).
 *
 * <p>Thread-safe. Writing and reading take 64 MiB and a good part of a second.
 */
public final class DeviceIdentity {
    /** Whoever opens the file is the user. */
    public static final int MIN_PASSPHRASE_CHARS = 8;

    private static final int MAX_FILE_BYTES = 65_536;

    private final ServerName server;
    private final String user;
    private final IdentityKeyPair device;
    private final LongSupplier listVersion;
    private final RandomSource random;

    /** {@code listVersion} tells the version of the account's list of devices that is known now. */
    public DeviceIdentity(
            ServerName server, String user, IdentityKeyPair device, LongSupplier listVersion, RandomSource random) {
        this.server = server;
        this.user = user;
        this.device = device;
        this.listVersion = listVersion;
        this.random = random;
    }

    /** Where the account is. */
    public ServerName server() {
        return server;
    }

    /** The device's Ed25519 key, 32 bytes. */
    public Bytes device() {
        return device.publicKey().octets();
    }

    /** True if {@code passphrase} is too short to guard an identity. */
    public static boolean isTooShort(String passphrase) {
        return passphrase.codePointCount(0, passphrase.length()) < MIN_PASSPHRASE_CHARS;
    }

    /**
     * Writes the identity into a new file that only its owner can read; never over a file that is there, which is a
     * {@link java.nio.file.FileAlreadyExistsException}.
     */
    public void write(Path file, String passphrase) throws IOException {
        ExportedIdentity identity =
                new ExportedIdentity(server.host(), server.port(), user, device.seed(), listVersion.getAsLong());
        String text = identity.seal(secretOf(passphrase), random);
        Files.writeString(createPrivate(file), text, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
    }

    /** Null if the file holds no identity, or another passphrase guards it. */
    public static @Nullable ExportedIdentity read(Path file, String passphrase) throws IOException {
        if (Files.size(file) > MAX_FILE_BYTES) {
            return null;
        }
        return ExportedIdentity.open(Files.readString(file, StandardCharsets.US_ASCII), secretOf(passphrase));
    }

    private static SecretBytes secretOf(String passphrase) {
        return SecretBytes.copyOf(passphrase.getBytes(StandardCharsets.UTF_8));
    }

    private static Path createPrivate(Path file) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] onlyOwner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(Set.copyOf(PosixFilePermissions.fromString("rw-------")))
                }
                : new FileAttribute<?>[0];
        return Files.createFile(file, onlyOwner);
    }
}
