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

    @Test
    void everyProblemIsFound() throws IOException {
        Path file = write("limits.romms = 7\nno key\nlimits.rooms = 0\nserver.name = a\nserver.name = b\n");
        ConfigException error = assertThrows(
                ConfigException.class,
                () -> ConfigLoader.load(file, Map.of("HELIOGRAPH__SERVER__NAMES", "x"), List.of("store.sync=maybe")));

        assertEquals(
                List.of(
                        file + ":1: unknown key \"limits.romms\"; did you mean \"limits.rooms\"?",
                        file + ":2: expected key = value, found \"no key\"",
                        file + ":3: limits.rooms must be from 1 to 1000000, not 0",
                        file + ":5: server.name is set in line 4 already; remove one",
                        "environment: unknown variable HELIOGRAPH__SERVER__NAMES;"
                                + " did you mean HELIOGRAPH__SERVER__NAME?",
                        "--set store.sync=maybe: store.sync must be full or normal, not \"maybe\""),
                error.problems());
    }

    @Test
    void timesAndSizesHaveUnits() throws ConfigException {
        ServerConfig config = ConfigLoader.load(null, Map.of(), List.of("history.max_age=90d", "store.reserve=512MiB"));
        assertEquals(7_776_000_000L, config.timeMs(ConfigKey.HISTORY_MAX_AGE));
        assertEquals(536_870_912L, config.sizeBytes(ConfigKey.STORE_RESERVE));

        for (String bad : List.of(
                "history.max_age=90",
                "history.max_age=90 d",
                "history.max_age=-1d",
                "history.max_age=999999999999999999d",
                "store.reserve=64mb",
                "store.reserve=64",
                "history.max_bytes=1KiB",
                "rooms.auto_join=#lobby, deck",
                "discovery.enabled=yes")) {
            assertThrows(ConfigException.class, () -> ConfigLoader.load(null, Map.of(), List.of(bad)), bad);
        }
    }

    @Test
    void roomsAreSplitAtCommas() throws ConfigException {
        assertEquals(
                List.of("#lobby", "#deck"),
                ConfigLoader.load(null, Map.of(), List.of("rooms.auto_join=#lobby , #deck"))
                        .rooms(ConfigKey.ROOMS_AUTO_JOIN));
        assertEquals(
                List.of(),
                ConfigLoader.load(null, Map.of(), List.of("rooms.auto_join=")).rooms(ConfigKey.ROOMS_AUTO_JOIN));
    }

    @Test
    void onlyLiveKeysChangeWhileTheServerRuns() throws ConfigException {
        ServerConfig before = ConfigLoader.load(null, Map.of(), List.of());
        ServerConfig next =
                ConfigLoader.load(null, Map.of(), List.of("limits.rooms=5", "store.sync=normal", "rooms.motd=Hello"));

        assertEquals(
                List.of("rooms.motd: (empty) -> Hello", "store.sync: full -> normal", "limits.rooms: 1000 -> 5"),
                before.changesTo(next).stream()
                        .map(ServerConfig.Change::toString)
                        .toList());
        ServerConfig mixed = before.withLiveOf(next);
        assertEquals(5, mixed.number(ConfigKey.ROOMS));
        assertEquals("full", mixed.text(ConfigKey.STORE_SYNC));
    }

    @Test
    void theDefaultFileIsGoodAndNamesEveryKey() throws IOException, ConfigException {
        String text = String.join("\n", ServerConfig.describeDefaults());
        Path file = write(text.replaceAll("(?m)^#(?=[a-z])", ""));

        ServerConfig config = ConfigLoader.load(file, Map.of(), List.of());

        for (ConfigKey key : ConfigKey.values()) {
            assertEquals(key.defaultText(), config.text(key));
            assertTrue(
                    config.describe().stream()
                            .anyMatch(line -> line.startsWith(key.key() + " = ") && line.contains("# " + file + ":")),
                    key.key());
        }
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("heliograph.conf"), text);
    }
}
