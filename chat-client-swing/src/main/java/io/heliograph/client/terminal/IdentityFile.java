package io.heliograph.client.terminal;

import io.heliograph.client.core.e2e.KeptIdentity;
import io.heliograph.client.core.profile.Profile;
import io.heliograph.client.launch.Launch;
import io.heliograph.client.launch.UsageException;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.e2e.ExportedIdentity;
import io.heliograph.common.text.SafeText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A device's identity in a file that a passphrase guards, so that another machine can take the device's place
 * (protocol.md 13.11).
 *
 * <p>Used by the main thread.
 */
final class IdentityFile {
    static final String PASSPHRASE_VARIABLE = "HELIOGRAPH_IDENTITY_PASSPHRASE";

    private static final int MIN_PASSPHRASE_CHARS = 8;
    private static final int MAX_FILE_BYTES = 65_536;

    private final Map<String, String> environment;
    private final @Nullable Function<String, @Nullable String> question;

    /** {@code question} asks a person for something that is not shown; null if there is nobody to ask. */
    IdentityFile(Map<String, String> environment, @Nullable Function<String, @Nullable String> question) {
        this.environment = environment;
        this.question = question;
    }

    /** Writes the identity of {@code profile}; never over a file that is there. */
    Exit export(Profile profile, Launch launch, Path file, RandomSource random) throws UsageException {
        String passphrase = passphrase("passphrase for the file: ");
        if (passphrase.codePointCount(0, passphrase.length()) < MIN_PASSPHRASE_CHARS) {
            throw new UsageException("the passphrase of an identity has at least " + MIN_PASSPHRASE_CHARS
                    + " characters: whoever opens the file is you");
        }
        ExportedIdentity identity = new ExportedIdentity(
                launch.server().host(),
                launch.server().port(),
                launch.user(),
                profile.device().seed(),
                KeptIdentity.listVersion(profile.store()));
        String text = identity.seal(SecretBytes.copyOf(passphrase.getBytes(StandardCharsets.UTF_8)), random);
        try {
            Files.writeString(createPrivate(file), text, StandardCharsets.US_ASCII, StandardOpenOption.WRITE);
            return Exit.ok();
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(file + " is there already: name another file");
        } catch (IOException e) {
            throw new UsageException(file + " cannot be written: " + SafeText.line(String.valueOf(e.getMessage())));
        }
    }

    /** The identity in {@code file}, which must be of the server and user that {@code launch} names. */
    ExportedIdentity read(Path file, Launch launch) throws UsageException {
        String text;
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw new UsageException(file + " is no exported identity: it is too large");
            }
            text = Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read: check its path");
        }
        String passphrase = passphrase("passphrase of the file: ");
        ExportedIdentity identity =
                ExportedIdentity.open(text, SecretBytes.copyOf(passphrase.getBytes(StandardCharsets.UTF_8)));
        if (identity == null) {
            throw new UsageException("the passphrase does not open " + file + ", or it is no exported identity");
        }
        if (!identity.name().equals(launch.user())) {
            throw new UsageException("this is the identity of " + SafeText.line(identity.name())
                    + ": start with --user " + SafeText.line(identity.name()));
        }
        return identity;
    }

    private String passphrase(String asked) throws UsageException {
        String given = environment.get(PASSPHRASE_VARIABLE);
        String answer = given == null && question != null ? question.apply(asked) : given;
        if (answer == null || answer.isEmpty()) {
            throw new UsageException("an identity file has a passphrase: give it in " + PASSPHRASE_VARIABLE);
        }
        return answer;
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
