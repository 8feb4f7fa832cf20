package io.heliograph.client.core.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.client.core.ServerName;
import io.heliograph.client.core.Target;
import io.heliograph.client.core.session.OutboxEntry;
import io.heliograph.client.core.session.TrustStore;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.message.EntryKind;
import io.heliograph.common.message.MessageId;
import io.heliograph.common.util.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
    private static final ServerName RELAY = new ServerName("relay", 12_345);
    private static final String ACCOUNT = "ann@relay:12345";
    private static final String OLD = "SHA256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    private static final String NEW = "SHA256:BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB";

    private final RandomSource random = new Random(7)::nextBytes;

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
    void everythingInTheFolderIsTheOwnersAlone() throws Exception {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        try (Opened opened = open("")) {
            assertEquals("rwx------", permissionsOf(folder.resolve("p")));
            for (String name : List.of("profile.key", "state", "messages")) {
                assertEquals("rw-------", permissionsOf(folder.resolve("p").resolve(name)), name);
            }
            assertEquals(List.of(), opened.profile.notices());
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
    void theDeviceKeyIsMadeOnce() throws Exception {
        Bytes made;
        try (Opened first = open("")) {
            made = first.profile.device().publicKey().octets();
        }
        try (Opened again = open("")) {
            assertEquals(made, again.profile.device().publicKey().octets());
        }
    }

    @Test
    void aPinSurvivesAndCountsItsConnections() throws Exception {
        try (Opened opened = open("")) {
            TrustStore first = opened.profile.pins(() -> 0).forServer(RELAY, null);
            assertNull(first.expected());
            first.trust(OLD);
            first.trust(OLD);
        }
        try (Opened again = open("")) {
            PinStore pins = again.profile.pins(() -> 99);
            assertEquals(OLD, pins.fingerprintOf(RELAY));
            assertTrue(pins.historyOf(RELAY).endsWith(", 2 connections"), pins.historyOf(RELAY));
        }
    }

    @Test
    void whatTheUserNamesGoesBeforeThePinAndReplacesItOnlyWhenProven() throws Exception {
        try (Opened opened = open("")) {
            PinStore pins = opened.profile.pins(() -> 0);
            pins.forServer(RELAY, null).trust(OLD);
            TrustStore chosen = pins.forServer(RELAY, NEW);
            assertEquals(NEW, chosen.expected());
            assertEquals(OLD, opened.profile.pins(() -> 0).fingerprintOf(RELAY));

            chosen.trust(NEW);

            assertEquals(NEW, opened.profile.pins(() -> 0).fingerprintOf(RELAY));
        }
    }

    @Test
    void theOutboxGivesBackWhatWasNotSettledInOrder() throws Exception {
        try (Opened opened = open("")) {
            opened.profile.outbox().append(entry(1, EntryKind.MESSAGE));
            opened.profile.outbox().append(entry(2, EntryKind.EDIT));
            opened.profile.outbox().append(entry(3, EntryKind.REACT));
            opened.profile.outbox().settle(entry(2, EntryKind.EDIT).id());
            opened.profile.outbox().sync();
        }
        try (Opened again = open("")) {
            List<OutboxEntry> left = List.of(entry(1, EntryKind.MESSAGE), entry(3, EntryKind.REACT));
            assertEquals(left, again.profile.outbox().restored());
        }
    }

    @Test
    void accountsInOneFolderDoNotSeeEachOthersValues() throws Exception {
        try (Opened opened = open("")) {
            opened.profile.outbox().append(entry(1, EntryKind.MESSAGE));
            opened.profile.history().add(SealedHistoryTest.message(1, "for ann"));
        }
        try (ProfileFolder locked = ProfileFolder.open(folder.resolve("p"))) {
            ProfileKey key = ProfileKey.look(locked.key(), random);
            Profile.Wishes bob = new Profile.Wishes("bob@relay:12345", false, 0);
            try (Profile profile = Profile.open(locked, key, "", bob, random)) {
                assertEquals(List.of(), profile.outbox().restored());
                assertEquals(List.of(), profile.history().addedFrom(0));
            }
        }
        try (Opened again = open("")) {
            assertEquals(1, again.profile.outbox().restored().size());
            assertEquals(1, again.profile.history().addedFrom(0).size());
        }
    }

    @Test
    void aWrongPassphraseIsToldAtOnceAndTheRightOneOpens() throws Exception {
        open("correct horse").close();
        try (ProfileFolder locked = ProfileFolder.open(folder.resolve("p"))) {
            ProfileKey key = ProfileKey.look(locked.key(), random);
            assertTrue(key.wantsPassphrase());
            assertFalse(key.open("correct horsf"));
            assertTrue(key.open("correct horse"));
        }
        try (Opened again = open("correct horse")) {
            again.key.wrap("");
        }
        try (Opened plain = open("")) {
            assertFalse(plain.key.wantsPassphrase());
        }
    }

    @Test
    void aDamagedKeyIsNeverTakenForAWrongPassphrase() throws Exception {
        open("correct horse").close();
        Path file = folder.resolve("p/profile.key");
        byte[] whole = Files.readAllBytes(file);
        for (int index = 0; index < whole.length; index++) {
            byte[] damaged = whole.clone();
            damaged[index] ^= 1;
            Files.write(file, damaged);
            assertThrows(ProfileException.class, () -> ProfileKey.look(file, random), "octet " + index);
        }
    }

    @Test
    void aMissingKeyIsSaidAndNothingIsMadeInItsPlace() throws Exception {
        open("").close();
        Files.delete(folder.resolve("p/profile.key"));

        assertTrue(
                assertThrows(ProfileException.class, () -> open("")).toString().contains("is missing"));
        assertFalse(Files.exists(folder.resolve("p/profile.key")));
    }

    @Test
    void aMissingFileIsSaidAndRepairGoesOnWithoutIt() throws Exception {
        open("").close();
        Files.delete(folder.resolve("p/messages"));

        assertTrue(
                assertThrows(ProfileException.class, () -> open("")).toString().contains("--repair-profile"));
        try (Opened repaired = open("", true)) {
            assertEquals(List.of("messages was missing and begins anew"), repaired.profile.notices());
        }
    }

    @Test
    void repairKeepsWhatCanBeReadAndTheDamagedFile() throws Exception {
        try (Opened opened = open("")) {
            for (int seq = 1; seq <= 9; seq++) {
                opened.profile.history().add(SealedHistoryTest.message(seq, "line " + seq));
                opened.profile.history().flush();
            }
        }
        Path file = folder.resolve("p/messages");
        byte[] damaged = Files.readAllBytes(file);
        damaged[damaged.length / 2] ^= 1;
        Files.write(file, damaged);

        String refusal = assertThrows(ProfileException.class, () -> open("")).toString();
        assertTrue(refusal.contains("is damaged at byte"), refusal);
        assertEquals(Bytes.copyOf(damaged), Bytes.copyOf(Files.readAllBytes(file)));
        try (Opened repaired = open("", true)) {
            assertEquals(8, repaired.profile.history().addedFrom(0).size());
            assertTrue(repaired.profile.notices().get(0).contains("8 records were kept"));
        }
        assertEquals(
                Bytes.copyOf(damaged),
                Bytes.copyOf(Files.readAllBytes(folder.resolve("p/messages.damaged-19700101-000000"))));
        open("").close();
    }

    @Test
    void nothingOfTheUsersIsReadableInTheFolder() throws Exception {
        byte[] seed;
        try (Opened opened = open("")) {
            seed = opened.profile.device().seed().toArray();
            opened.profile.pins(() -> 0).forServer(RELAY, null).trust(OLD);
            opened.profile.choices().ignore(Target.user("mallory"), true);
            opened.profile.typedLines().add("/msg bob meet at noon");
            opened.profile.outbox().append(entry(1, EntryKind.MESSAGE));
            opened.profile.history().add(SealedHistoryTest.message(1, "the cargo arrives at night"));
            opened.profile.store().put("chains", Bytes.copyOf((byte) 1), Bytes.copyOf(seed));
        }
        List<byte[]> secrets = Stream.of("relay", OLD, "mallory", "meet at noon", "lobby", "the cargo", "ann", "bob")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        try (Stream<Path> files = Files.list(folder.resolve("p"))) {
            for (Path file : files.toList()) {
                byte[] content = Files.readAllBytes(file);
                secrets.forEach(secret -> assertFalse(holds(content, secret), file + " shows a secret"));
                assertFalse(holds(content, seed), file + " shows the device key");
            }
        }
    }

    private static boolean holds(byte[] content, byte[] wanted) {
        String all = new String(content, StandardCharsets.ISO_8859_1);
        return all.contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }

    private static String permissionsOf(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static OutboxEntry entry(int number, EntryKind kind) {
        byte[] id = new byte[MessageId.LENGTH_BYTES];
        id[0] = (byte) number;
        Bytes body = Bytes.copyOf("some body".getBytes(StandardCharsets.UTF_8));
        long refSeq = kind == EntryKind.MESSAGE ? 0 : 1L << 40;
        return new OutboxEntry(new MessageId(Bytes.takingOver(id)), Target.room("lobby"), kind, refSeq, 1_000, body);
    }

    private Opened open(String passphrase) throws Exception {
        return open(passphrase, false);
    }

    private Opened open(String passphrase, boolean repair) throws Exception {
        ProfileFolder locked = ProfileFolder.open(folder.resolve("p"));
        try {
            ProfileKey key = ProfileKey.look(locked.key(), random);
            if (key.wantsPassphrase()) {
                assertTrue(key.open(passphrase));
            }
            Profile.Wishes wishes = new Profile.Wishes(ACCOUNT, repair, 0);
            return new Opened(locked, key, Profile.open(locked, key, passphrase, wishes, random));
        } catch (ProfileException e) {
            locked.close();
            throw e;
        }
    }

    private record Opened(ProfileFolder locked, ProfileKey key, Profile profile) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            profile.close();
            locked.close();
        }
    }
}
