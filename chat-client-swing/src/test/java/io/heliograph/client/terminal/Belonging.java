package io.heliograph.client.terminal;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.profile.LocalChoices;
import io.heliograph.client.core.profile.ProfileException;
import io.heliograph.client.core.profile.ProfileKey;
import io.heliograph.client.core.store.LocalStore;
import java.nio.file.Path;
import java.util.Random;

/** A profile without a passphrase, whose key was never written. */
final class Belonging {
    private Belonging() {}

    static Belongings of(LocalStore store) {
        try {
            ProfileKey key = ProfileKey.look(Path.of("no-such-folder", "profile.key"), new Random(1)::nextBytes);
            return new Belongings(new ServerName("relay", 12_345), new LocalChoices(store, () -> 1_000), key, 0, null);
        } catch (ProfileException e) {
            throw new AssertionError(e);
        }
    }
}
