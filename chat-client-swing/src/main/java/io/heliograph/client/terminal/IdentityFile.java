package io.heliograph.client.terminal;

import io.heliograph.client.core.e2e.KeptIdentity;
import io.heliograph.client.core.profile.DeviceIdentity;
import io.heliograph.client.core.profile.Profile;
import io.heliograph.client.launch.Launch;
import io.heliograph.client.launch.UsageException;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.e2e.ExportedIdentity;
import io.heliograph.common.text.SafeText;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
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
        if (DeviceIdentity.isTooShort(passphrase)) {
            throw new UsageException("the passphrase of an identity has at least " + DeviceIdentity.MIN_PASSPHRASE_CHARS
                    + " characters: whoever opens the file is you");
        }
        DeviceIdentity identity = new DeviceIdentity(
                launch.server(),
                launch.user(),
                profile.device(),
                () -> KeptIdentity.listVersion(profile.store()),
                random);
        try {
            identity.write(file, passphrase);
            return Exit.ok();
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(file + " is there already: name another file");
        } catch (IOException e) {
            throw new UsageException(file + " cannot be written: " + SafeText.line(String.valueOf(e.getMessage())));
        }
    }

    /** The identity in {@code file}, which must be of the server and user that {@code launch} names. */
    ExportedIdentity read(Path file, Launch launch) throws UsageException {
        ExportedIdentity identity;
        try {
            Files.size(file); // a file that is not there is said before a passphrase is asked for
            identity = DeviceIdentity.read(file, passphrase("passphrase of the file: "));
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read: check its path");
        }
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
}
