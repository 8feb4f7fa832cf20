package io.heliograph.server.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.crypto.Fingerprint;
import io.heliograph.common.crypto.SecureRandoms;
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

    private static String permissionsOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
