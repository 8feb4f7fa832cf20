package io.heliograph.common.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.codec.CborWriter;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.testing.TestKeys;
import io.heliograph.common.util.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prekeys, device lists and directories: what is believed, and everything around it that is not. */
class SignedRecordsTest {
    private static final Bytes ZEROS = Bytes.takingOver(new byte[32]);
    private final Person ann = Person.of("ann", 1);
    private final Person ben = Person.of("ben", 2);
    private final Bytes annKey = ann.key();

    @Test
    void aPrekeyIsReadAsItWasSigned() {
        PreKeyRecord signed = ann.prekeyRecord();

        assertEquals(signed, PreKeyRecord.verified(signed.octets()));
        assertEquals(annKey, signed.device());
        assertEquals(ann.prekey().publicKey(), signed.publicKey());
    }

    @Test
    void aDeviceListIsReadAsItWasSigned() {
        DeviceList signed = DeviceList.sign(ann.device(), "Ånn", 7, List.of(ben.key()));

        assertEquals(signed, DeviceList.verified(signed.octets()));
        assertEquals(annKey, signed.accountKey());
        assertTrue(signed.holds(ben.key()));
        assertFalse(signed.holds(ZEROS));
    }

    @Test
    void aDirectoryIsReadAsItWasSigned() {
        Directory signed = directory(new Directory.Listed("ben", ben.key()), new Directory.Listed("Cleo", annKey));

        assertEquals(signed, Directory.verified(signed.octets()));
        assertEquals(annKey, signed.keyOf("cleo"));
        assertNull(signed.keyOf("dora"));
    }

    @Test
    void everyFlippedBitIsRefused() {
        Flips.bitsOf(ann.prekeyRecord().octets()).forEach(forged -> assertNull(PreKeyRecord.verified(forged)));
        Flips.bitsOf(ann.list().octets()).forEach(forged -> assertNull(DeviceList.verified(forged)));
        Flips.bitsOf(directory(new Directory.Listed("ben", ben.key())).octets())
                .forEach(forged -> assertNull(Directory.verified(forged)));
    }

    @Test
    void whatIsCutIsRefused() {
        Flips.cutsOf(ann.prekeyRecord().octets()).forEach(cut -> assertNull(PreKeyRecord.verified(cut)));
        Flips.cutsOf(ann.list().octets()).forEach(cut -> assertNull(DeviceList.verified(cut)));
        Flips.cutsOf(directory().octets()).forEach(cut -> assertNull(Directory.verified(cut)));
    }

    @Test
    void aRecordIsNoRecordOfAnotherKind() {
        assertNull(DeviceList.verified(ann.prekeyRecord().octets()));
        assertNull(PreKeyRecord.verified(ann.list().octets()));
        Bytes otherLabel = SignedRecord.sign(
                ann.device(),
                "devices",
                SignedRecord.contentOf(ann.prekeyRecord().octets()));
        assertNull(PreKeyRecord.verified(otherLabel), "the label is signed");
    }

    @Test
    void laterElementsAreSignedAndPassedOver() {
        Bytes longer = SignedRecord.content(5, out -> out.octets(annKey)
                .uint(1)
                .octets(ann.prekey().publicKey())
                .uint(2)
                .text("later"));
        PreKeyRecord read = PreKeyRecord.verified(SignedRecord.sign(ann.device(), "prekey", longer));

        assertNotNull(read);
        assertEquals(2, read.createdMs());
    }

    @Test
    void anotherVersionIsNotBelieved() {
        Bytes content = CborWriter.array(
                4,
                out -> out.uint(2).text("ann").uint(1).begin(1).octets(annKey).end());

        assertNull(DeviceList.verified(SignedRecord.sign(ann.device(), "devices", content)));
    }

    @Test
    void octetsBehindTheContentAreNotBelieved() {
        Bytes content = SignedRecord.contentOf(ann.list().octets());
        Bytes longer = new Octets().add(content).u8(0).toBytes();

        assertNull(DeviceList.verified(SignedRecord.sign(ann.device(), "devices", longer)));
    }

    @Test
    void aListSignedByAnotherThanItsFirstIsNotBelieved() {
        Bytes content = SignedRecord.contentOf(
                DeviceList.sign(ann.device(), "ann", 1, List.of(ben.key())).octets());

        assertNull(DeviceList.verified(SignedRecord.sign(ben.device(), "devices", content)));
    }

    @Test
    void aListOfNobodyIsNotBelieved() {
        assertNull(DeviceList.verified(list("ann", List.of())));
    }

    @Test
    void aDeviceTwiceIsNotBelieved() {
        assertNull(DeviceList.verified(list("ann", List.of(annKey, annKey))));
        assertThrows(IllegalArgumentException.class, () -> DeviceList.sign(ann.device(), "ann", 1, List.of(annKey)));
    }

    @Test
    void aListHas64DevicesAtMost() {
        List<Bytes> others = new ArrayList<>();
        for (int i = 0; i < 63; i++) {
            others.add(TestKeys.identity(100 + i).publicKey().octets());
        }
        assertNotNull(DeviceList.verified(
                DeviceList.sign(ann.device(), "ann", 1, others).octets()));
        others.add(ben.key());
        assertThrows(IllegalArgumentException.class, () -> DeviceList.sign(ann.device(), "ann", 1, others));
        others.add(0, annKey);
        assertNull(DeviceList.verified(list("ann", others)));
    }

    @Test
    void namesHaveTheirBounds() {
        assertNotNull(DeviceList.verified(list("a".repeat(32), List.of(annKey))));
        assertNull(DeviceList.verified(list("a".repeat(33), List.of(annKey))));
        assertNull(DeviceList.verified(list("", List.of(annKey))));
        assertNotNull(DeviceList.verified(list("語".repeat(32), List.of(annKey))));
        assertNull(DeviceList.verified(list("🙂".repeat(25), List.of(annKey))), "100 bytes");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0x1_0000_0000L, Long.MAX_VALUE})
    void aPrekeysNumberHasItsBounds(long id) {
        Bytes content = SignedRecord.content(4, out -> out.octets(annKey)
                .uint(id)
                .octets(ann.prekey().publicKey())
                .uint(2));

        assertNull(PreKeyRecord.verified(SignedRecord.sign(ann.device(), "prekey", content)));
        assertThrows(
                IllegalArgumentException.class,
                () -> PreKeyRecord.sign(ann.device(), id, ann.prekey().publicKey(), 2));
    }

    /** RFC 7748, section 6.1, and the points of small order of the curve and its twist. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000000",
                "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void aPrekeyOfLowOrderIsNotBelieved(String point) {
        Bytes content = SignedRecord.content(
                4,
                out -> out.octets(annKey).uint(1).octets(Bytes.fromHex(point)).uint(2));

        assertNull(PreKeyRecord.verified(SignedRecord.sign(ann.device(), "prekey", content)));
    }

    @Test
    void aDirectoryWithTwoNamesThatLookTheSameIsNotBelieved() {
        Bytes content = SignedRecord.content(4, out -> out.uint(1)
                .text("ann")
                .octets(annKey)
                .begin(2)
                .begin(2)
                .text("ben")
                .octets(annKey)
                .end()
                .begin(2)
                .text("BEN")
                .octets(ben.key())
                .end()
                .end());

        assertNull(Directory.verified(SignedRecord.sign(ann.device(), "directory", content)));
        assertThrows(
                IllegalArgumentException.class,
                () -> directory(new Directory.Listed("ben", annKey), new Directory.Listed("BEN", annKey)));
    }

    @Test
    void aDirectoryHasItsBound() {
        Directory.Listed[] many = Stream.iterate(0, i -> i + 1)
                .limit(1_800)
                .map(i -> new Directory.Listed("member-" + i, annKey))
                .toArray(Directory.Listed[]::new);

        assertThrows(IllegalArgumentException.class, () -> directory(many));
    }

    @Test
    void countsThatAreNotThereAreNotBelieved() {
        // An array head that promises 2^31 elements, where none follow.
        Bytes content = Bytes.fromHex("84" + "01" + "63616e6e" + "01" + "9a80000000");

        assertNull(DeviceList.verified(SignedRecord.sign(ann.device(), "devices", content)));
    }

    private Bytes list(String name, List<Bytes> devices) {
        IdentityKeyPair signer = ann.device();
        Bytes content = SignedRecord.content(3, out -> {
            out.text(name).uint(1);
            SignedRecord.keys(out, Collections.unmodifiableList(devices), devices.size());
        });
        return SignedRecord.sign(signer, "devices", content);
    }

    private Directory directory(Directory.Listed... accounts) {
        return Directory.sign(ann.device(), "ann", 3, List.of(accounts));
    }
}
