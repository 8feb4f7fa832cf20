package io.heliograph.common.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.heliograph.common.message.Role;
import io.heliograph.common.util.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Any octets, as they are and well signed: a record that says the same when it is signed again, or nothing; never an
 * exception. Set JAZZER_FUZZ=1 to search for new ones.
 */
class RecordsFuzzTest {
    private static final Person ANN = Person.of("ann", 1);
    private static final Bytes BEGINNING = new Roll("#den")
            .next(ANN.device(), ANN.list(), RollChange.begin("#den", ANN.key(), Roll.OPEN), 1)
            .octets();

    @FuzzTest(maxDuration = "10m")
    void verifies(byte[] octets) {
        Bytes content = Bytes.copyOf(octets);
        assertNull(PreKeyRecord.verified(content));
        assertNull(DeviceList.verified(content));
        assertNull(Directory.verified(content));
        assertNull(RollEntry.verified(content));
        checkPrekey(PreKeyRecord.verified(SignedRecord.sign(ANN.device(), "prekey", content)));
        checkList(DeviceList.verified(SignedRecord.sign(ANN.device(), "devices", content)));
        checkDirectory(Directory.verified(SignedRecord.sign(ANN.device(), "directory", content)));
        checkRoll(content);
        checkRoll(SignedRecord.sign(ANN.device(), "roll", content));
        checkIdentity(ExportedIdentity.ofContent(content));
    }

    private static void checkPrekey(@Nullable PreKeyRecord read) {
        if (read != null) {
            PreKeyRecord again = PreKeyRecord.sign(ANN.device(), read.id(), read.publicKey(), read.createdMs());
            assertEquals(again, PreKeyRecord.verified(again.octets()));
        }
    }

    private static void checkList(@Nullable DeviceList read) {
        if (read != null) {
            List<Bytes> others = read.devices().subList(1, read.devices().size());
            DeviceList again = DeviceList.sign(ANN.device(), read.name(), read.version(), others);
            assertEquals(read.devices(), again.devices());
        }
    }

    private static void checkDirectory(@Nullable Directory read) {
        if (read != null) {
            Directory again = Directory.sign(ANN.device(), read.signer(), read.version(), read.accounts());
            assertEquals(read.accounts(), again.accounts());
        }
    }

    /** Whatever the entry is, the roll goes on, and who owned the room goes on owning it or somebody else does. */
    private static void checkRoll(Bytes entry) {
        Roll roll = new Roll("#den");
        assertNull(roll.append(BEGINNING));
        roll.append(entry);
        assertEquals(2, roll.count());
        boolean isOwned = roll.members().stream().anyMatch(member -> member.role() == Role.OWNER);
        assertEquals(!roll.members().isEmpty(), isOwned);
        new Roll("#den").append(entry);
    }

    private static void checkIdentity(@Nullable ExportedIdentity read) {
        if (read != null) {
            assertEquals(read, ExportedIdentity.ofContent(Bytes.copyOf(read.content())));
        }
    }
}
