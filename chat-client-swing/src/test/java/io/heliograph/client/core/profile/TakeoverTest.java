package io.heliograph.client.core.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.session.OutboxEntry;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of version 0.1, as that version wrote them. */
class TakeoverTest {
    private static final ServerName RELAY = new ServerName("relay", 1);
    private static final String PIN = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final RandomSource random = new Random(2)::nextBytes;
    private final IdentityKeyPair device = IdentityKeyPair.generate(random);

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheOldFiles() throws Exception {
        Files.writeString(
                folder.resolve("device.key"),
                "heliograph device key 1\n"
                        + Base64.getEncoder().encodeToString(device.seed().toArray()) + "\n"
                        + device.publicKey().fingerprint() + "\n");
        Files.writeString(
                folder.resolve("servers.json"),
                "{\"version\":1,\"servers\":{\"relay:1\":{\"fingerprint\":\"" + PIN
                        + "\",\"first_seen_ms\":5,\"connection_count\":3}}}");
        Files.writeString(
                folder.resolve("choices.json"), "{\"version\":1,\"ignored\":[\"@mallory\"],\"muted\":[\"#noise\"]}");
        Files.writeString(folder.resolve("history"), "hello\ntwo\\nlines\n");
        ByteArrayOutputStream outbox = new ByteArrayOutputStream();
        outbox.writeBytes("heliograph outbox 1\n".getBytes(StandardCharsets.US_ASCII));
        frame(outbox, OutboxFormat.encode("ann@relay:1", entry(1)).toArray());
        frame(outbox, OutboxFormat.encode("ann@relay:1", entry(2)).toArray());
        frame(outbox, OutboxFormat.encode("bob@relay:1", entry(3)).toArray());
        byte[] settled = new byte[1 + MessageId.LENGTH_BYTES];
        settled[0] = 2;
        settled[1] = 1;
        frame(outbox, settled);
        outbox.writeBytes(new byte[] {0, 0, 0, 50, 1, 2});
        Files.write(folder.resolve("outbox"), outbox.toByteArray());
    }

    @Test
    void everythingIsTakenOverOnceAndThePlainFilesAreGone() throws Exception {
        try (Profile profile = open("ann@relay:1", new DiskFiles())) {
            assertEquals(device.publicKey(), profile.device().publicKey());
            assertEquals(PIN, profile.pins(() -> 0).fingerprintOf(RELAY));
            assertTrue(profile.pins(() -> 0).historyOf(RELAY).endsWith("3 connections"));
            assertEquals(List.of(entry(2)), profile.outbox().restored());
            assertTrue(profile.choices().ignores("mallory"));
            assertTrue(profile.choices().isMuted(Target.room("noise")));
            assertEquals(List.of("hello", "two\nlines"), profile.typedLines().all());
            assertEquals(List.of(), profile.notices());
        }
        for (String name : List.of("device.key", "servers.json", "outbox", "choices.json", "history", "making")) {
            assertFalse(Files.exists(folder.resolve(name)), name);
        }
        try (Profile profile = open("bob@relay:1", new DiskFiles())) {
            assertEquals(List.of(entry(3)), profile.outbox().restored());
        }
    }

    @Test
    void nothingIsLostWhereverTheTakeoverDies() throws Exception {
        for (int budget = 0; budget < 3_000; budget += 13) {
            for (String made : List.of("profile.key", "state", "messages", "making", "state.new", "messages.new")) {
                Files.deleteIfExists(folder.resolve(made));
            }
            writeTheOldFiles();
            DyingFiles disk = new DyingFiles(budget);
            try {
                open("ann@relay:1", disk).close();
            } catch (IOException e) {
                assertTrue(disk.isDead(), e.toString());
            }
            try (Profile profile = open("ann@relay:1", new DiskFiles())) {
                assertEquals(device.publicKey(), profile.device().publicKey(), "after " + budget);
                assertEquals(List.of(entry(2)), profile.outbox().restored(), "after " + budget);
                assertEquals(PIN, profile.pins(() -> 0).fingerprintOf(RELAY), "after " + budget);
            }
        }
    }

    @Test
    void aDamagedFileIsSaidAndNothingIsChanged() throws Exception {
        for (String name : List.of("device.key", "servers.json", "outbox", "choices.json")) {
            byte[] whole = Files.readAllBytes(folder.resolve(name));
            byte[] damaged = whole.clone();
            damaged[whole.length / 3] ^= 4;
            damaged[0] ^= 4;
            Files.write(folder.resolve(name), damaged);
            ProfileException refused =
                    assertThrows(ProfileException.class, () -> open("ann@relay:1", new DiskFiles()), name);
            assertTrue(refused.toString().contains(name), refused.toString());
            assertEquals(Bytes.copyOf(damaged), Bytes.copyOf(Files.readAllBytes(folder.resolve(name))));
            Files.write(folder.resolve(name), whole);
        }
        try (Profile profile = open("ann@relay:1", new DiskFiles())) {
            assertEquals(device.publicKey(), profile.device().publicKey());
        }
    }

    /** Who can write to the folder must not be able to bring a pin or a key into a sealed profile. */
    @Test
    void plainFilesThatAppearLaterAreNotBelieved() throws Exception {
        open("ann@relay:1", new DiskFiles()).close();
        writeTheOldFiles();
        Files.writeString(
                folder.resolve("servers.json"),
                Files.readString(folder.resolve("servers.json")).replace('A', 'B'));
        try (Profile profile = open("ann@relay:1", new DiskFiles())) {
            assertEquals(PIN, profile.pins(() -> 0).fingerprintOf(RELAY));
            assertEquals(1, profile.notices().size());
            assertTrue(
                    profile.notices().get(0).endsWith(": servers.json"),
                    profile.notices().toString());
        }
        assertTrue(Files.exists(folder.resolve("servers.json")));
        assertNotEquals(PIN, Files.readString(folder.resolve("servers.json")));
    }

    private Profile open(String account, LogFiles files) throws Exception {
        try (ProfileFolder locked = ProfileFolder.open(folder)) {
            ProfileKey key = ProfileKey.look(locked.key(), random);
            return new ProfileOpening(locked, key, new Profile.Wishes(account, false, 0), random, files).run("");
        }
    }

    private static void frame(ByteArrayOutputStream out, byte[] payload) {
        CRC32C checksum = new CRC32C();
        checksum.update(payload);
        out.writeBytes(ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(payload.length)
                .putInt((int) checksum.getValue())
                .array());
        out.writeBytes(payload);
    }

    private static OutboxEntry entry(int number) {
        byte[] id = new byte[MessageId.LENGTH_BYTES];
        id[0] = (byte) number;
        return new OutboxEntry(
                new MessageId(Bytes.takingOver(id)),
                Target.room("lobby"),
                EntryKind.MESSAGE,
                0,
                1_000,
                Bytes.copyOf((byte) number));
    }
}
