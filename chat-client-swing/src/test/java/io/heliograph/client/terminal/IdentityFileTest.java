package io.heliograph.client.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.profile.Profile;
import io.heliograph.client.core.profile.ProfileFolder;
import io.heliograph.client.core.profile.ProfileKey;
import io.heliograph.client.core.session.SessionConfig.Credentials;
import io.heliograph.client.launch.Launch;
import io.heliograph.client.launch.UsageException;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.crypto.SecureRandoms;
import io.heliograph.common.e2e.ExportedIdentity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityFileTest {
    private static final Map<String, String> GIVEN = Map.of(IdentityFile.PASSPHRASE_VARIABLE, "correct horse");

    private final RandomSource random = SecureRandoms.system();

    @TempDir
    private Path folder;

    @Test
    void anotherProfileTakesTheDevicesPlace() throws Exception {
        Path file = folder.resolve("me.identity");
        IdentityFile identities = new IdentityFile(GIVEN, null);
        String device = inProfile("first", null, profile -> {
            assertEquals(
                    0, identities.export(profile, launch("ann"), file, random).code());
            return profile.device().publicKey().octets().toHex();
        });

        ExportedIdentity read = identities.read(file, launch("ann"));
        String moved = inProfile(
                "second",
                read.seed(),
                profile -> profile.device().publicKey().octets().toHex());
        assertEquals(device, moved);
    }

    @Test
    void anExportGoesOverNoFile() throws Exception {
        Path file = Files.writeString(folder.resolve("letter"), "dear ann");
        inProfile("first", null, profile -> {
            UsageException refused = assertThrows(UsageException.class, () -> new IdentityFile(GIVEN, null)
                    .export(profile, launch("ann"), file, random));
            assertTrue(String.valueOf(refused.getMessage()).contains("there already"));
            return "";
        });
        assertEquals("dear ann", Files.readString(file));
    }

    @Test
    void theWrongPassphraseAndTheWrongNameAreTold() throws Exception {
        Path file = folder.resolve("me.identity");
        inProfile("first", null, profile -> {
            new IdentityFile(GIVEN, null).export(profile, launch("ann"), file, random);
            return "";
        });
        Map<String, String> other = Map.of(IdentityFile.PASSPHRASE_VARIABLE, "wrong horse battery");
        assertThrows(UsageException.class, () -> new IdentityFile(other, null).read(file, launch("ann")));
        assertThrows(UsageException.class, () -> new IdentityFile(GIVEN, null).read(file, launch("bob")));
        assertThrows(UsageException.class, () -> new IdentityFile(Map.of(), null).read(file, launch("ann")));
    }

    private interface Use {
        String of(Profile profile) throws Exception;
    }

    private String inProfile(String name, @Nullable SecretBytes seed, Use use) throws Exception {
        try (ProfileFolder locked = ProfileFolder.open(folder.resolve(name))) {
            ProfileKey key = ProfileKey.look(locked.key(), random);
            Profile.Wishes wishes = new Profile.Wishes("ann@relay:12345", false, 0, seed);
            try (Profile profile = Profile.open(locked, key, "", wishes, random)) {
                return use.of(profile);
            }
        }
    }

    private static Launch launch(String user) {
        return new Launch(new ServerName("relay", 12_345), null, null, user, Credentials.NONE, List.of(), null, null);
    }
}
