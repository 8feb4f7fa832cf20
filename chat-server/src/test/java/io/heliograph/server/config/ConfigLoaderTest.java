package io.heliograph.server.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    @TempDir
    Path folder;

    @Test
    void laterSourcesWin() throws IOException, ConfigException {
        Path file = write("# a comment\n\nlimits.rooms = 7\nserver.name = Lab = 2\n");
        ServerConfig config =
                ConfigLoader.load(file, Map.of("HELIOGRAPH__LIMITS__ROOMS", "8"), List.of("limits.rooms_per_user=9"));
        assertEquals(8, config.number(ConfigKey.ROOMS));
        assertEquals(9, config.number(ConfigKey.ROOMS_PER_USER));
        assertEquals("Lab = 2", config.text(ConfigKey.SERVER_NAME));
        assertEquals(20, config.number(ConfigKey.POSTS_PER_SECOND));
    }

    @Test
    void anUnknownKeyIsNamedWithItsPlaceAndTheNearestOne() throws IOException {
        Path file = write("server.name = x\nlimits.romms = 7\n");
        ConfigException error = assertThrows(ConfigException.class, () -> ConfigLoader.load(file, Map.of(), List.of()));
        assertTrue(error.toString().contains(file + ":2"), error.toString());
        assertTrue(error.toString().contains("limits.romms"), error.toString());
        assertTrue(error.toString().contains("\"limits.rooms\""), error.toString());
    }

    @Test
    void aValueOfTheWrongKindSaysWhatIsRight() throws IOException {
        Path file = write("limits.rooms = many\n");
        ConfigException error = assertThrows(ConfigException.class, () -> ConfigLoader.load(file, Map.of(), List.of()));
        assertTrue(error.toString().contains(":1: limits.rooms must be a whole number from 1 to"), error.toString());
        assertThrows(ConfigException.class, () -> ConfigLoader.load(null, Map.of(), List.of("limits.rooms=0")));
        assertThrows(ConfigException.class, () -> ConfigLoader.load(null, Map.of(), List.of("limits.rooms")));
    }

    @Test
    void anUnknownVariableIsAnError() {
        Map<String, String> environment = Map.of("HELIOGRAPH__LIMITS__ROOM", "1");
        assertThrows(ConfigException.class, () -> ConfigLoader.load(null, environment, List.of()));
    }

    @Test
    void theEffectiveViewNamesTheOrigin() throws ConfigException {
        ServerConfig config = ConfigLoader.load(null, Map.of(), List.of("limits.rooms=5"));
        assertTrue(config.describe().contains("limits.rooms = 5    # --set limits.rooms=5"));
        assertTrue(config.describe().contains("server.name = Heliograph    # default"));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("heliograph.conf"), text);
    }
}
