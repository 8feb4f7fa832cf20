package io.heliograph.server.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.crypto.Fingerprint;
import io.heliograph.common.crypto.SecureRandoms;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path parent;

    @Test
    void keepsASecondServerOut() throws Exception {
        Path path = parent.resolve("data");
        try (DataFolder first = DataFolder.open(path)) {
            StartException error = assertThrows(StartException.class, () -> DataFolder.open(path));
            assertTrue(error.toString().contains("in use by another server"), error.toString());
            assertEquals(path, first.path());
        }
        DataFolder.open(path).close();
    }

    @Test
    void theIdentityStaysTheSame() throws Exception {
        Path path = parent.resolve("data");
        Fingerprint made;
        try (DataFolder folder = DataFolder.open(path)) {
            made = ServerIdentity.loadOrCreate(folder, SecureRandoms.system())
                    .publicKey()
                    .fingerprint();
        }
        try (DataFolder folder = DataFolder.open(path)) {
            assertEquals(
                    made,
                    ServerIdentity.loadOrCreate(folder, SecureRandoms.system())
                            .publicKey()
                            .fingerprint());
        }
        assertEquals("rw-------", permissionsOf(path.resolve("identity.key")));
        assertEquals("rwx------", permissionsOf(path));
    }

    @Test
    void aDamagedIdentityIsSaidAndNotReplaced() throws Exception {
        Path path = parent.resolve("data");
        try (DataFolder folder = DataFolder.open(path)) {
            folder.write("identity.key", new byte[7]);
            StartException error = assertThrows(
                    StartException.class, () -> ServerIdentity.loadOrCreate(folder, SecureRandoms.system()));
            assertTrue(error.toString().contains("is damaged"), error.toString());
            assertEquals(7, Files.size(path.resolve("identity.key")));
        }
    }

    @Test
    void theTokenIsShownOnceAndWorksOnce() throws Exception {
        Path path = parent.resolve("data");
        Bytes device = Bytes.copyOf(new byte[32]);
        try (DataFolder folder = DataFolder.open(path)) {
            FolderCredentials fresh = open(folder, null);
            String token = fresh.freshToken();
            assertNotNull(token);
            assertFalse(fresh.isAdminToken("guess"));
            assertTrue(fresh.isAdminToken(token));
            fresh.makeAdmin(device);
            assertFalse(fresh.isAdminToken(token));
        }
        try (DataFolder folder = DataFolder.open(path)) {
            FolderCredentials again = open(folder, null);
            assertNull(again.freshToken());
            assertTrue(again.isAdmin(device));
            assertFalse(again.isAdminToken(""));
        }
    }

    @Test
    void onlyTheRightPasswordOpens() throws Exception {
        try (DataFolder folder = DataFolder.open(parent.resolve("data"))) {
            FolderCredentials credentials = open(folder, "open sesame");
            assertTrue(credentials.admits("open sesame"));
            assertFalse(credentials.admits("open sesam"));
            assertFalse(credentials.admits(""));
        }
    }

    private static FolderCredentials open(DataFolder folder, @org.jspecify.annotations.Nullable String password)
            throws StartException {
        return FolderCredentials.open(folder, Runnable::run, password, SecureRandoms.system());
    }

    private static String permissionsOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
