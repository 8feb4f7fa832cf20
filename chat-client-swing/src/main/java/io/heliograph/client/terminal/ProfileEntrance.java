package io.heliograph.client.terminal;

import io.heliograph.client.core.profile.ProfileException;
import io.heliograph.client.core.profile.ProfileKey;
import io.heliograph.client.launch.ClientOptions;
import io.heliograph.client.launch.Passphrase;
import io.heliograph.client.launch.UsageException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What opens the profile.
 *
 * <p>Used once, by the main thread.
 */
final class ProfileEntrance {
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

    /** Opens what {@code key} wants a passphrase for; returns the one that was given. */
    String unlock(ProfileKey key) throws UsageException, ProfileException {
        String given = Passphrase.given(options, environment);
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
                    "this profile wants its passphrase: give it with --passphrase-file FILE or " + Passphrase.VARIABLE);
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
}
