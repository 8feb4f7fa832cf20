package io.heliograph.client.terminal;

import io.heliograph.client.core.profile.ProfileException;
import io.heliograph.client.core.profile.ProfileFolder;
import io.heliograph.client.core.profile.ProfileKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which profile is used, and what opens it.
 *
 * <p>Used once, by the main thread.
 */
final class ProfileEntrance {
    static final String PASSPHRASE_VARIABLE = "HELIOGRAPH_PASSPHRASE";
    private static final String PORTABLE_FOLDER = "heliograph-data";
    private static final int MAX_QUESTIONS = 3;

    private final ClientOptions options;
    private final Map<String, String> environment;
    private final @Nullable Function<String, @Nullable String> question;
    private final LineSink errors;

    /** {@code question} asks a person for something that is not shown; null if there is nobody to ask. */
    ProfileEntrance(
            ClientOptions options,
            Map<String, String> environment,
            @Nullable Function<String, @Nullable String> question,
            LineSink errors) {
        this.options = options;
        this.environment = environment;
        this.question = question;
        this.errors = errors;
    }

    /** {@code jar} is where the program is. */
    Path folderFor(Launch launch, @Nullable Path jar) throws UsageException {
        Path named = options.profile();
        if (named != null && options.isPortable()) {
            throw new UsageException("--profile and --portable exclude each other");
        }
        if (named != null) {
            return named;
        }
        return options.isPortable()
                ? portable(jar).resolve(ProfileFolder.leafOf(launch.server(), launch.user()))
                : ProfileFolder.defaultFor(launch.server(), launch.user(), environment);
    }

    /** The passphrase that the command line or the environment gives; empty if there is none. */
    String givenPassphrase() throws UsageException {
        String fallback = environment.getOrDefault(PASSPHRASE_VARIABLE, "");
        return Launch.secretOf("passphrase", options.passphraseFile(), fallback);
    }

    /** Opens what {@code key} wants a passphrase for; returns the one that was given. */
    String unlock(ProfileKey key) throws UsageException, ProfileException {
        String given = givenPassphrase();
        if (key.isNew() && !given.isEmpty() && ProfileKey.whyNot(given) != null) {
            throw new UsageException(ProfileKey.whyNot(given) + ": choose a longer one");
        }
        if (!key.isNew() && !key.wantsPassphrase() && !given.isEmpty()) {
            errors.line("this profile has no passphrase, the one that was given is not used: /passphrase sets one");
        }
        if (key.wantsPassphrase() && (given.isEmpty() || !key.open(given))) {
            if (!given.isEmpty()) {
                throw new UsageException("the passphrase does not open this profile: nothing was changed");
            }
            ask(key);
        }
        return given;
    }

    private void ask(ProfileKey key) throws UsageException {
        if (question == null) {
            throw new UsageException(
                    "this profile wants its passphrase: give it with --passphrase-file FILE or " + PASSPHRASE_VARIABLE);
        }
        for (int attempt = 1; attempt <= MAX_QUESTIONS; attempt++) {
            String answer = question.apply("passphrase: ");
            if (answer == null || answer.isEmpty()) {
                throw new UsageException("this profile wants its passphrase: nothing was opened");
            }
            if (key.open(answer)) {
                return;
            }
            errors.line("that is not the passphrase of this profile");
        }
        throw new UsageException("the passphrase was wrong " + MAX_QUESTIONS + " times: nothing was opened");
    }

    private static Path portable(@Nullable Path jar) throws UsageException {
        Path beside = jar == null ? null : jar.toAbsolutePath().getParent();
        if (beside == null || !Files.isWritable(beside)) {
            throw new UsageException("--portable keeps the profile beside the program, and "
                    + (beside == null ? "its place is unknown" : beside + " is not writable")
                    + ": move the program, or name a folder with --profile");
        }
        return beside.resolve(PORTABLE_FOLDER);
    }
}
