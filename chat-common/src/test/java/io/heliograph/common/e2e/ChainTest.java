package io.heliograph.common.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.util.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one device seals, another opens: once each, in any order, and nothing else. */
class ChainTest {
    private static final long NOW_MS = 1_700_000_000_000L;
    private static final Bytes ROOM = Sha256.digest(new byte[] {1});
    private static final Bytes HEAD = Sha256.digest(new byte[] {2});
    private static final Bytes ID = Bytes.takingOver(new byte[16]);

    private final Person ann = Person.of("ann", 1);
    private final Envelope envelope = new Envelope(ROOM, ann.deviceKey(), HEAD, 1, ID, 9);
    private final SendChain sending = SendChain.start(ROOM, ann.deviceKey(), new SeededRandom(3), NOW_MS);
    private final ReceiveChain receiving =
            new ReceiveChain(ROOM, ann.deviceKey(), sending.chain(), 0, sending.firstKey());

    @Test
    void opensWhatWasSealed() {
        SealedContent content = new SealedContent(NOW_MS, ID, body("hello"));

        assertEquals(
                new Opened.Content(content), receiving.open(sending.seal(ann.device(), envelope, content), envelope));
        assertEquals(1, receiving.nextCounter());
    }

    @Test
    void theHeaderTellsWhereItBelongs() {
        Bytes sealed = seal("hello");

        assertEquals(
                new SealedHeader(SealedHeader.tagOf(ann.deviceKey()), sending.chain(), 0, Octets.slice(HEAD, 0, 8)),
                SealedHeader.of(sealed));
        assertEquals(1, Objects.requireNonNull(SealedHeader.of(seal("again"))).counter());
    }

    @Test
    void acceptsEachMessageOnce() {
        Bytes first = seal("one");
        Bytes second = seal("two");

        assertOpens("one", first);
        assertFails(OpenFailure.REPEATED, first);
        assertOpens("two", second);
        assertFails(OpenFailure.REPEATED, first);
        assertFails(OpenFailure.REPEATED, second);
    }

    @Test
    void acceptsMessagesInAnyOrder() {
        List<Bytes> sealed = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            sealed.add(seal("message " + i));
        }
        for (int i = 0; i < 40; i++) {
            int at = i * 23 % 40;
            assertOpens("message " + at, sealed.get(at));
        }
        sealed.forEach(again -> assertFails(OpenFailure.REPEATED, again));
    }

    @Test
    void aFailureChangesNothing() {
        seal("lost");
        Bytes good = seal("good");
        Bytes before = receiving.encode();
        for (Bytes forged : List.of(flipped(good, 30), flipped(good, good.length() - 1), flipped(good, 20))) {
            assertInstanceOf(Opened.Failed.class, receiving.open(forged, envelope));
        }

        assertEquals(before, receiving.encode());
        assertOpens("good", good);
    }

    @Test
    void everyFlippedBitIsRefused() {
        Bytes sealed = seal("hello");

        Flips.bitsOf(sealed).forEach(forged -> assertInstanceOf(Opened.Failed.class, receiving.open(forged, envelope)));
        assertOpens("hello", sealed);
    }

    @Test
    void whatIsCutIsMalformedOrNotSigned() {
        Bytes sealed = seal("hello");

        Flips.cutsOf(sealed).forEach(cut -> assertInstanceOf(Opened.Failed.class, receiving.open(cut, envelope)));
        assertOpens("hello", sealed);
    }

    @Test
    void anotherPlaceIsRefused() {
        Bytes sealed = seal("hello");
        Bytes other = Sha256.digest(new byte[] {7});
        Bytes device = Person.of("ben", 2).deviceKey();
        Bytes otherId = Octets.slice(other, 0, 16);
        // The same tag of 8 bytes, and another head behind it.
        Bytes likeHead = new Octets()
                .add(Octets.slice(HEAD, 0, 8))
                .add(Octets.slice(other, 8, 24))
                .toBytes();

        assertRefused(sealed, new Envelope(other, ann.deviceKey(), HEAD, 1, ID, 9), OpenFailure.MALFORMED);
        assertRefused(sealed, new Envelope(ROOM, device, HEAD, 1, ID, 9), OpenFailure.MALFORMED);
        assertRefused(sealed, new Envelope(ROOM, ann.deviceKey(), other, 1, ID, 9), OpenFailure.MALFORMED);
        assertRefused(sealed, new Envelope(ROOM, ann.deviceKey(), likeHead, 1, ID, 9), OpenFailure.BAD_SIGNATURE);
        assertRefused(sealed, new Envelope(ROOM, ann.deviceKey(), HEAD, 2, ID, 9), OpenFailure.BAD_SIGNATURE);
        assertRefused(sealed, new Envelope(ROOM, ann.deviceKey(), HEAD, 1, otherId, 9), OpenFailure.BAD_SIGNATURE);
        assertRefused(sealed, new Envelope(ROOM, ann.deviceKey(), HEAD, 1, ID, 8), OpenFailure.BAD_SIGNATURE);
        assertOpens("hello", sealed);
    }

    @Test
    void whoOnlyHasTheKeyCannotSpeakForTheAuthor() {
        Person mallory = Person.of("mallory", 9);
        byte[] aad = envelope.aad(sending.chain(), 0);
        byte[] ciphertext = ChainStep.seal(
                ChainStep.messageKey(sending.firstKey()), aad, new SealedContent(1, Bytes.EMPTY, body("x")).padded());
        Bytes forged = sealed(0, ciphertext, mallory.device().sign(Envelope.signed(aad, ciphertext)));

        assertFails(OpenFailure.BAD_SIGNATURE, forged);
    }

    @Test
    void anotherKeyForTheSameChainOpensNothing() {
        ReceiveChain wrong = new ReceiveChain(
                ROOM, ann.deviceKey(), sending.chain(), 0, SecretBytes.random(32, new SeededRandom(8)));
        Bytes before = wrong.encode();

        assertEquals(new Opened.Failed(OpenFailure.NOT_OPENED), wrong.open(seal("hello"), envelope));
        assertEquals(before, wrong.encode());
    }

    @Test
    void aKeyGivenLaterOpensNothingEarlier() {
        Bytes before = seal("before");
        SecretBytes key = ChainStep.next(sending.firstKey());
        ReceiveChain late = new ReceiveChain(ROOM, ann.deviceKey(), sending.chain(), 1, key);

        assertEquals(new Opened.Failed(OpenFailure.NOT_OPENED), late.open(before, envelope));
        assertInstanceOf(Opened.Content.class, late.open(seal("after"), envelope));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 1_999, 2_000})
    void stepsUpTo2000Ahead(long counter) {
        assertOpens("far", sealedAt(counter, "far"));
        assertEquals(counter + 1, receiving.nextCounter());
    }

    @ParameterizedTest
    @ValueSource(longs = {2_001, 1_000_000, 0xFFFF_FFFFL})
    void refusesWhatIsFurtherAhead(long counter) {
        Bytes before = receiving.encode();

        assertFails(OpenFailure.TOO_FAR, signedAt(counter));
        assertEquals(before, receiving.encode());
    }

    @Test
    void keepsTheNewest2000SkippedKeys() {
        assertOpens("a", sealedAt(1_999, "a"));
        assertOpens("b", sealedAt(2_010, "b"));

        // 1,999 and 10 were stepped over: the oldest 9 are gone.
        assertFails(OpenFailure.REPEATED, sealedAt(8, "gone"));
        assertOpens("kept", sealedAt(9, "kept"));
        assertOpens("kept", sealedAt(2_009, "kept"));
    }

    @Test
    void aRestoredChainGoesOnWhereItWas() {
        Bytes skipped = seal("skipped");
        Bytes used = seal("used");
        assertOpens("used", used);
        ReceiveChain restored = ReceiveChain.decode(receiving.encode());
        assertNotNull(restored);

        assertEquals(receiving.encode(), restored.encode());
        assertEquals(new Opened.Failed(OpenFailure.REPEATED), restored.open(used, envelope));
        assertEquals("skipped", textOf(restored.open(skipped, envelope)));
        assertEquals("next", textOf(restored.open(seal("next"), envelope)));
    }

    @Test
    void aChainIsRestoredFromNothingElse() {
        seal("skipped");
        assertOpens("used", seal("used"));
        Bytes encoded = receiving.encode();

        Flips.cutsOf(encoded).forEach(cut -> assertNull(ReceiveChain.decode(cut)));
        assertNull(ReceiveChain.decode(new Octets().add(encoded).u8(0).toBytes()));
        assertNull(ReceiveChain.decode(flipped(encoded, 0)), "another version");
        assertNull(ReceiveChain.decode(flipped(encoded, 73)), "a first counter behind the next one");
    }

    @Test
    void oneMessageOfAChainSaysNothingAboutTheNext() {
        Set<Bytes> ciphertexts = new HashSet<>();
        for (int i = 0; i < SendChain.MAX_MESSAGES; i++) {
            assertTrue(ciphertexts.add(Bytes.copyOf(SealedHeader.ciphertextOf(seal("same")))));
        }
    }

    @Test
    void aChainIsSpentAfter100MessagesOrADay() {
        assertFalse(sending.isSpent(NOW_MS + SendChain.MAX_AGE_MS - 1));
        assertTrue(sending.isSpent(NOW_MS + SendChain.MAX_AGE_MS));
        for (int i = 0; i < SendChain.MAX_MESSAGES; i++) {
            assertFalse(sending.isSpent(NOW_MS));
            seal("x");
        }

        assertTrue(sending.isSpent(NOW_MS));
        assertThrows(IllegalStateException.class, () -> seal("one too many"));
    }

    @Test
    void lengthsAreHidden() {
        assertEquals(seal("a").length(), seal("ab").length());
        assertNotEquals(seal("a").length(), seal("a".repeat(40)).length());
        assertEquals(0, (seal("a").length() - 109) % 32);
    }

    @Test
    void theLongestBodyFits() {
        Bytes longest = Bytes.takingOver(new byte[SealedContent.MAX_BODY_BYTES]);
        Bytes sealed = sending.seal(ann.device(), envelope, new SealedContent(Long.MAX_VALUE, ID, longest));

        assertTrue(sealed.length() <= SealedHeader.MAX_BYTES);
        assertInstanceOf(Opened.Content.class, receiving.open(sealed, envelope));
        assertThrows(
                IllegalArgumentException.class,
                () -> new SealedContent(1, ID, Bytes.takingOver(new byte[SealedContent.MAX_BODY_BYTES + 1])));
    }

    @Test
    void paddingHasOneForm() {
        byte[] padded = new SealedContent(1, Bytes.EMPTY, body("x")).padded();

        assertNotNull(SealedContent.ofPadded(padded));
        assertNull(SealedContent.ofPadded(new byte[32]), "no end");
        assertNull(SealedContent.ofPadded(new byte[0]));
        assertNull(SealedContent.ofPadded(Arrays.copyOf(padded, 64)), "a unit too many");
    }

    @Test
    void aBodyThatIsNoneIsMalformedHoweverWellSealed() {
        byte[] aad = envelope.aad(sending.chain(), 0);
        for (String content : List.of("80", "8101", "8401004040", "840100410041ff", "8402004041ff", "ff")) {
            byte[] padded = Arrays.copyOf(Bytes.fromHex(content).toArray(), 32);
            padded[content.length() / 2] = (byte) 0x80;
            byte[] ciphertext = ChainStep.seal(ChainStep.messageKey(sending.firstKey()), aad, padded);
            Bytes forged = sealed(0, ciphertext, ann.device().sign(Envelope.signed(aad, ciphertext)));

            assertFails(OpenFailure.MALFORMED, forged);
        }
        assertOpens("after all", seal("after all"));
    }

    private Bytes seal(String text) {
        return sending.seal(ann.device(), envelope, new SealedContent(NOW_MS, Bytes.EMPTY, body(text)));
    }

    /** As an author would seal it who does not mind the limit of a chain. */
    private Bytes sealedAt(long counter, String text) {
        SecretBytes key = sending.firstKey();
        for (long i = 0; i < counter; i++) {
            key = ChainStep.next(key);
        }
        byte[] aad = envelope.aad(sending.chain(), counter);
        byte[] ciphertext = ChainStep.seal(
                ChainStep.messageKey(key), aad, new SealedContent(NOW_MS, Bytes.EMPTY, body(text)).padded());
        return sealed(counter, ciphertext, ann.device().sign(Envelope.signed(aad, ciphertext)));
    }

    private Bytes signedAt(long counter) {
        byte[] aad = envelope.aad(sending.chain(), counter);
        byte[] ciphertext = new byte[48];
        return sealed(counter, ciphertext, ann.device().sign(Envelope.signed(aad, ciphertext)));
    }

    private Bytes sealed(long counter, byte[] ciphertext, Bytes signature) {
        byte[] header = SealedHeader.of(envelope, sending.chain(), counter).octets();
        return new Octets().add(header).add(ciphertext).add(signature).toBytes();
    }

    private void assertOpens(String text, Bytes sealed) {
        assertEquals(text, textOf(receiving.open(sealed, envelope)));
    }

    private void assertFails(OpenFailure why, Bytes sealed) {
        assertEquals(new Opened.Failed(why), receiving.open(sealed, envelope));
    }

    private void assertRefused(Bytes sealed, Envelope elsewhere, OpenFailure why) {
        assertEquals(new Opened.Failed(why), receiving.open(sealed, elsewhere));
    }

    private static String textOf(Opened opened) {
        Bytes body = assertInstanceOf(Opened.Content.class, opened).content().body();
        return new String(body.toArray(), StandardCharsets.UTF_8);
    }

    private static Bytes body(String text) {
        return Bytes.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Bytes flipped(Bytes octets, int at) {
        byte[] forged = octets.toArray();
        forged[at] ^= 0x40;
        return Bytes.takingOver(forged);
    }
}
