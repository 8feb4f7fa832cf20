package io.heliograph.client.core.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.session.TrustStore;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
    private static final ServerName RELAY = new ServerName("relay", 12_345);
    private static final String OLD = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String NEW = "SHA256:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB";
    private static final RandomSource SEVENS = target -> java.util.Arrays.fill(target, (byte) 7);

    @TempDir
    Path folder;

    @Test
    void twoClientsNeverShareAProfile() throws Exception {
        Path profile = folder.resolve("p");
        try (ProfileFolder first = ProfileFolder.open(profile)) {
            ProfileException refused = assertThrows(ProfileException.class, () -> ProfileFolder.open(profile));
            assertTrue(refused.toString().contains(first.path() + " is in use by another client (process "));
            assertTrue(refused.toString().contains("--profile"));
        }
        ProfileFolder.open(profile).close();
    }

    @Test
    void theFolderAndTheKeyAreTheOwnersAlone() throws Exception {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path profile = folder.resolve("p");
        try (ProfileFolder opened = ProfileFolder.open(profile)) {
            DeviceKeyFile.load(opened.deviceKey(), SEVENS);
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(profile)));
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(opened.deviceKey())));
        }
    }

    @Test
    void everyUserOnEveryServerHasAFolderOfItsOwn() {
        Path ann = ProfileFolder.defaultFor(RELAY, "ann", Map.of("XDG_STATE_HOME", "/state"));
        Path bob = ProfileFolder.defaultFor(RELAY, "bob", Map.of("XDG_STATE_HOME", "/state"));
        Path elsewhere = ProfileFolder.defaultFor(new ServerName("::1", 1), "ann", Map.of("XDG_STATE_HOME", "/state"));
        assertNotEquals(ann, bob);
        assertNotEquals(ann, elsewhere);
        assertTrue(elsewhere.getFileName().toString().matches("[A-Za-z0-9_.@~%;-]+"), elsewhere.toString());
    }

    @Test
    void theDeviceKeyIsMadeOnceAndNeverReplaced() throws Exception {
        Path file = folder.resolve("device.key");
        IdentityKeyPair made = DeviceKeyFile.load(file, SEVENS);
        IdentityKeyPair again = DeviceKeyFile.load(file, target -> java.util.Arrays.fill(target, (byte) 9));
        assertEquals(made.publicKey(), again.publicKey());

        String text = Files.readString(file);
        for (String damaged : new String[] {"", text.substring(0, 40), text.replace("Bw", "CA"), "x" + text}) {
            Files.writeString(file, damaged);
            assertThrows(ProfileException.class, () -> DeviceKeyFile.load(file, SEVENS));
            assertEquals(damaged, Files.readString(file));
        }
    }

    @Test
    void aPinSurvivesAndCountsItsConnections() throws Exception {
        Path file = folder.resolve("servers.json");
        TrustStore first = PinStore.open(file, () -> 0).forServer(RELAY, null);
        assertNull(first.expected());
        first.trust(OLD);
        first.trust(OLD);

        PinStore again = PinStore.open(file, () -> 99);
        assertEquals(OLD, again.fingerprintOf(RELAY));
        assertTrue(again.historyOf(RELAY).endsWith(", 2 connections"), again.historyOf(RELAY));
    }

    @Test
    void whatTheUserNamesGoesBeforeThePinAndReplacesItOnlyWhenProven() throws Exception {
        Path file = folder.resolve("servers.json");
        PinStore pins = PinStore.open(file, () -> 0);
        pins.forServer(RELAY, null).trust(OLD);
        TrustStore chosen = pins.forServer(RELAY, NEW);
        assertEquals(NEW, chosen.expected());
        assertEquals(OLD, PinStore.open(file, () -> 0).fingerprintOf(RELAY));

        chosen.trust(NEW);

        assertEquals(NEW, PinStore.open(file, () -> 0).fingerprintOf(RELAY));
    }

    @Test
    void damagedPinsAreRefusedAndKept() throws Exception {
        Path file = folder.resolve("servers.json");
        for (String damaged : new String[] {"", "{", "[]", "{\"version\":1,\"servers\":{\"a\":{}}}"}) {
            Files.writeString(file, damaged);
            assertThrows(ProfileException.class, () -> PinStore.open(file, () -> 0));
            assertEquals(damaged, Files.readString(file));
        }
    }
}
