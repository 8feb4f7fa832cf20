package io.heliograph.client.terminal;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.profile.LocalChoices;
import io.heliograph.client.core.profile.ProfileKey;
import org.jspecify.annotations.Nullable;

/**
 * What a face needs of the profile. {@link #toString} hides the passphrase.
 *
 * @param server where the account is
 * @param key what guards the profile
 * @param lockAfterMinutes without a key; 0 for never
 * @param newPassphrase what the environment names for {@code /passphrase}; null if it names none
 */
record Belongings(
        ServerName server,
        LocalChoices choices,
        ProfileKey key,
        int lockAfterMinutes,
        @Nullable String newPassphrase) {
    static final String NEW_PASSPHRASE_VARIABLE = "HELIOGRAPH_NEW_PASSPHRASE";

    @Override
    public String toString() {
        return "Belongings[lockAfterMinutes=" + lockAfterMinutes + "]";
    }
}
