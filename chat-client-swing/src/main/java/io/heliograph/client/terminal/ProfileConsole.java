package io.heliograph.client.terminal;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.profile.LocalChoices;
import io.heliograph.client.core.profile.ProfileKey;
import org.jspecify.annotations.Nullable;

/** A console whose choices, key and passphrase are those of the profile that the client was started with. */
interface ProfileConsole extends Console {
    Belongings belongings();

    @Override
    default ServerName server() {
        return belongings().server();
    }

    @Override
    default LocalChoices choices() {
        return belongings().choices();
    }

    @Override
    default ProfileKey key() {
        return belongings().key();
    }

    @Override
    default @Nullable String newPassphrase() {
        return belongings().newPassphrase();
    }
}
