package io.heliograph.common.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.crypto.Hpke;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.crypto.X25519KeyPair;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.util.Bytes;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Boxes reach the device they are for, from the device that sealed them, and nobody else. */
class BoxSealTest {
    private static final Bytes ROOM = Sha256.digest(new byte[] {1});
    private static final Bytes CHAIN = Bytes.fromHex("0102030405060708");

    private final Person ann = Person.of("ann", 1);
    private final Person ben = Person.of("ben", 2);
    private final Person cleo = Person.of("cleo", 3);
    private final SeededRandom random = new SeededRandom(4);
    private final BoxContent key =
            new BoxContent.ChainKey(ROOM, ann.deviceKey(), CHAIN, 5, SecretBytes.random(32, new SeededRandom(6)));
    private final BoxContent request = new BoxContent.KeyRequest(ROOM, ann.deviceKey(), CHAIN);

    @Test
    void opensWhatWasSealed() {
        BoxContent draft = new BoxContent.Draft("#" + "r".repeat(129), "ü".repeat(300), 1_795_000_000_000L);
        assertTrue(sealToBen(draft).length() <= BoxSeal.MAX_BYTES);
        for (BoxContent content : List.of(key, request, draft)) {
            assertEquals(content, openAtBen(sealToBen(content), ann));
        }
    }

    @Test
    void aChainKeyFitsThriceIntoTheBound() {
        assertTrue(sealToBen(key).length() * 3 <= BoxSeal.MAX_BYTES);
    }

    @Test
    void theSameContentIsSealedAfreshEachTime() {
        assertNotEquals(sealToBen(key), sealToBen(key));
    }

    @Test
    void everyFlippedBitIsRefused() {
        Flips.bitsOf(sealToBen(key)).forEach(forged -> assertNull(openAtBen(forged, ann)));
    }

    @Test
    void whatIsCutIsRefused() {
        Flips.cutsOf(sealToBen(key)).forEach(cut -> assertNull(openAtBen(cut, ann)));
    }

    @Test
    void nobodyPassesABoxOnAsTheirOwn() {
        assertNull(openAtBen(sealToBen(key), cleo));
    }

    @Test
    void whoIsGivenABoxCannotSealItOnInItsSendersName() {
        Bytes content = BoxContent.Format.encode(key);
        // Ben opens what Ann has sent him and seals content and signature to Cleo.
        Bytes toBen = signed(ann, ben, content);
        Bytes info = names(ann, cleo);
        byte[] sealed = Hpke.seal(cleo.prekey().publicKey(), info.toArray(), new byte[0], toBen.toArray(), random);
        Bytes box = new Octets().u8(1).u32(1).add(sealed).toBytes();

        assertNull(BoxSeal.open(box, ann.deviceKey(), cleo.deviceKey(), only(1, cleo)));
    }

    @Test
    void anotherDeviceOrPrekeyOpensNothing() {
        Bytes box = sealToBen(key);

        assertNull(BoxSeal.open(box, ann.deviceKey(), cleo.deviceKey(), only(1, ben)));
        assertNull(BoxSeal.open(box, ann.deviceKey(), ben.deviceKey(), only(1, cleo)));
        assertNull(BoxSeal.open(box, ann.deviceKey(), ben.deviceKey(), only(2, ben)), "that prekey is gone");
    }

    @Test
    void aContentThatIsNoneIsNotBelieved() {
        String room = "5820" + ROOM.toHex() + "5820" + ann.deviceKey().toHex() + "48" + CHAIN.toHex();
        String short31 = "581f" + "00".repeat(31);
        for (String content : List.of(
                "8402" + "02" + room, // another version: too short besides
                "850103" + room, // a content of another number
                "840102" + "5820" + ROOM.toHex() + "5820" + ann.deviceKey().toHex(), // nothing names the chain
                "870101" + room + "1b0000000100000000" + "5820" + "00".repeat(32), // a counter of 33 bits
                "870101" + room + "00" + short31,
                "850102" + room + "ff",
                "ff")) {
            assertNull(openAtBen(seal(Bytes.fromHex(content)), ann), content);
        }
        assertEquals(request, openAtBen(seal(Bytes.fromHex("850102" + room)), ann));
        assertEquals(request, openAtBen(seal(Bytes.fromHex("860102" + room + "00")), ann), "later elements");
    }

    @Test
    void aKeyIsNeverPrinted() {
        assertFalse(key.toString()
                .contains(Bytes.copyOf(((BoxContent.ChainKey) key).key().toArray())
                        .toHex()));
    }

    private Bytes sealToBen(BoxContent content) {
        return BoxSeal.seal(ann.device(), ben.prekeyRecord(), content, random);
    }

    private @Nullable BoxContent openAtBen(Bytes box, Person sender) {
        return BoxSeal.open(box, sender.deviceKey(), ben.deviceKey(), only(1, ben));
    }

    /** Any content, signed and sealed by the rules. */
    private Bytes seal(Bytes content) {
        byte[] sealed = Hpke.seal(
                ben.prekey().publicKey(),
                names(ann, ben).toArray(),
                new byte[0],
                signed(ann, ben, content).toArray(),
                random);
        return new Octets().u8(1).u32(1).add(sealed).toBytes();
    }

    private static Bytes signed(Person from, Person to, Bytes content) {
        byte[] message = new Octets().add(names(from, to)).add(content).toArray();
        return new Octets().add(content).add(from.device().sign(message)).toBytes();
    }

    private static Bytes names(Person from, Person to) {
        return Octets.labelled("box")
                .add(from.deviceKey())
                .add(to.deviceKey())
                .add(to.prekey().publicKey())
                .toBytes();
    }

    private static LongFunction<@Nullable X25519KeyPair> only(long id, Person owner) {
        return asked -> asked == id ? owner.prekey() : null;
    }
}
