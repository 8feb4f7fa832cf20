package io.heliograph.client.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.Target;
import io.heliograph.common.message.ClientMessage.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class LaunchTest {
    private static final String FINGERPRINT = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String INVITE = "heliograph://relay:99/#" + FINGERPRINT;

    @TempDir
    Path folder;

    @Test
    void takesServerAndIdentityFromAnInvite() throws Exception {
        Launch launch = parse(INVITE, "--user", "ann");
        assertEquals(new ServerName("relay", 99), launch.server());
        assertEquals(FINGERPRINT, launch.invited());
        assertEquals(List.of(Target.room("lobby")), launch.rooms());
    }

    @Test
    void takesTheTokenFromAnInvite() throws Exception {
        Launch launch = parse(INVITE + ";token=abc-123", "--user", "ann");
        assertTrue(launch.credentials().register());
        assertFalse(parse(INVITE, "--user", "ann").credentials().register());
        assertEquals(FINGERPRINT, launch.invited());
        assertEquals("abc-123", launch.credentials().secrets().inviteToken());
    }

    @Test
    void takesRoomsWithAndWithoutTheirSign() throws Exception {
        Launch launch = parse("--server", "relay", "--user", "ann", "--room", "dev", "--room", "#ops");
        assertEquals(List.of(Target.room("#dev"), Target.room("#ops")), launch.rooms());
    }

    @Test
    void entersOnlyWhatSendAndTailNeed() throws Exception {
        assertEquals(
                List.of(Target.room("dev")),
                parse("--server", "r", "--user", "ann", "--send", "#dev").rooms());
        assertEquals(
                List.of(),
                parse("--server", "r", "--user", "ann", "--tail", "@bob").rooms());
    }

    @Test
    void readsThePasswordFromItsFileOrTheEnvironment() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
        assertEquals(
                "s3cret",
                parse(INVITE, "--user", "ann", "--password-file", file.toString())
                        .credentials()
                        .secrets()
                        .password());
        Launch launch = Launch.of(options(INVITE, "--user", "ann"), Map.of("HELIOGRAPH_PASSWORD", "other"));
        assertEquals("other", launch.credentials().secrets().password());
        assertFalse(launch.toString().contains("other"), launch.toString());
    }

    @Test
    void onePasswordIsForTheServerTooUnlessThatHasItsOwn() throws Exception {
        Secrets one = Launch.of(options(INVITE, "--user", "ann"), Map.of("HELIOGRAPH_PASSWORD", "mine"))
                .credentials()
                .secrets();
        Secrets two = Launch.of(
                        options(INVITE, "--user", "ann"),
                        Map.of("HELIOGRAPH_PASSWORD", "mine", "HELIOGRAPH_SERVER_PASSWORD", "servers"))
                .credentials()
                .secrets();
        assertEquals("mine", one.serverPassword());
        assertEquals("servers", two.serverPassword());
        assertEquals("mine", two.password());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--user ann",
                "--server r --user two,words",
                "--server r --user root",
                "--server r:0 --user ann",
                "--server r --user ann --trust SHA256:short",
                "--server r --user ann --send bob",
                "--server r --user ann --send #a --tail #b",
                "--server r --user ann --room !!",
                "--server r --user ann --light --dark",
                "--server r --user ann --password-file /nowhere/at/all",
                "http://relay/ --user ann",
                INVITE + " --server r --user ann"
            })
    void saysInOneLineWhatIsWrong(String arguments) {
        UsageException refused = assertThrows(UsageException.class, () -> parse(arguments.split(" ", -1)), arguments);
        assertEquals(1, String.valueOf(refused.getMessage()).lines().count());
        assertTrue(String.valueOf(refused.getMessage()).length() > 10);
    }

    private static Launch parse(String... arguments) throws UsageException {
        return Launch.of(options(arguments), Map.of());
    }

    private static ClientOptions options(String... arguments) {
        ClientOptions options = new ClientOptions();
        new CommandLine(options).parseArgs(arguments);
        return options;
    }
}
