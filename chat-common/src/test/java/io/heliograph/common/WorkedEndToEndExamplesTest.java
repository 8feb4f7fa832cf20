package io.heliograph.common;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.SecretBytes;
import io.heliograph.common.crypto.X25519KeyPair;
import io.heliograph.common.e2e.BoxContent;
import io.heliograph.common.e2e.BoxSeal;
import io.heliograph.common.e2e.DeviceList;
import io.heliograph.common.e2e.Envelope;
import io.heliograph.common.e2e.FileSeal;
import io.heliograph.common.e2e.Opened;
import io.heliograph.common.e2e.PreKeyRecord;
import io.heliograph.common.e2e.ReceiveChain;
import io.heliograph.common.e2e.Roll;
import io.heliograph.common.e2e.RollChange;
import io.heliograph.common.e2e.SealedContent;
import io.heliograph.common.e2e.SendChain;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.testing.TestKeys;
import io.heliograph.common.util.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.junit.jupiter.api.Test;

/**
 * The examples of 12.3 to 12.5 in the protocol's text are what the code does, and the formulas of sections 13 and 14
 * and of RFC 9180 lead from one value to the next: they are worked here a second time, with the JDK's hashes and
 * ciphers.
 */
class WorkedEndToEndExamplesTest {
    private static final Path PROTOCOL = Path.of(System.getProperty("basedir", "."), "..", "docs", "protocol.md");
    private static final int LINE_CHARS = 96;
    private static final long NOW_MS = 1_767_225_600_000L;
    private static final int CHUNK_BYTES = 262_144;

    private final StringBuilder text = new StringBuilder();
    private final IdentityKeyPair ann = TestKeys.identity(31);
    private final IdentityKeyPair ben = TestKeys.identity(32);
    private final byte[] annKey = ann.publicKey().octets().toArray();
    private final byte[] benKey = ben.publicKey().octets().toArray();
    private final DeviceList annsList = DeviceList.sign(ann, "ann", 1, List.of());
    private final Roll roll = new Roll("#den");

    @Test
    void protocolTextHoldsTheExamples() throws Exception {
        byte[] entry = roll.next(ann, annsList, RollChange.begin("#den", annsList.accountKey(), Roll.OPEN), NOW_MS)
                .octets()
                .toArray();
        assertNull(roll.append(Bytes.copyOf(entry)));
        byte[] room = sha256(concat(ascii("heliograph/1 roll"), new byte[33], entry));
        assertEquals(Bytes.copyOf(room), roll.room());
        Bytes roomId = Bytes.copyOf(room);
        SendChain chain = SendChain.start(roomId, ann.publicKey().octets(), new SeededRandom(33), NOW_MS);

        box(room, chain);
        rollEntry(entry, room);
        message(room, chain);
        chunk();
        Path written = Path.of(System.getProperty("basedir", "."), "target", "worked-end-to-end-examples.md");
        Files.createDirectories(written.getParent());
        Files.writeString(written, text);
        assertTrue(
                Files.readString(PROTOCOL).contains(text.toString().strip()),
                () -> "docs/protocol.md does not hold the examples; they are in " + written.toAbsolutePath());
    }

    private void box(byte[] room, SendChain chain) throws Exception {
        X25519KeyPair prekey = X25519KeyPair.generate(new SeededRandom(34));
        byte[] prekeyPublic = prekey.publicKey().toArray();
        PreKeyRecord record = PreKeyRecord.sign(ben, 1, prekey.publicKey(), NOW_MS);
        byte[] ephemeral = new SeededRandom(35).bytes(32);
        byte[] chainKey = chain.firstKey().toArray();
        BoxContent given = new BoxContent.ChainKey(
                Bytes.copyOf(room), ann.publicKey().octets(), chain.chain(), 0, chain.firstKey());
        Bytes sealed =
                BoxSeal.seal(ann, record, given, target -> System.arraycopy(ephemeral, 0, target, 0, target.length));

        text.append("### 12.3 A box\n\nAnn's device gives Ben's device the key to the chain of 12.4.\n\n");
        hex("the Ed25519 seed of Ann's device", ann.seed().toArray());
        hex("Ann's device", annKey);
        hex("the Ed25519 seed of Ben's device", ben.seed().toArray());
        hex("Ben's device", benKey);
        hex("the private part of Ben's prekey 1", prekey.privateKey().toArray());
        hex("its public part", prekeyPublic);
        byte[] content = concat(
                new byte[] {(byte) 0x87, 1, 1},
                bstr(room),
                bstr(annKey),
                bstr(chain.chain().toArray()),
                uint(0),
                bstr(chainKey));
        hex("content", content);
        byte[] names = concat(ascii("heliograph/1 box"), new byte[1], annKey, benKey, prekeyPublic);
        byte[] signature = ann.sign(concat(names, content)).toArray();
        hex("signature", signature);
        hex("info", names);
        hex("skE, the ephemeral private key", ephemeral);
        byte[] enc = X25519KeyPair.fromPrivate(SecretBytes.copyOf(ephemeral))
                .publicKey()
                .toArray();
        hex("enc", enc);
        byte[] ciphertext = hpke(ephemeral, enc, prekeyPublic, names, concat(content, signature));
        byte[] whole = concat(new byte[] {1, 0, 0, 0, 1}, enc, ciphertext);
        hex("the box of " + whole.length + " bytes", whole);
        assertArrayEquals(whole, sealed.toArray());
        assertEquals(
                given,
                BoxSeal.open(sealed, ann.publicKey().octets(), ben.publicKey().octets(), id -> prekey));
    }

    /** RFC 9180, sections 4.1, 5.1 and 5.2, base mode. */
    private byte[] hpke(byte[] ephemeral, byte[] enc, byte[] recipient, byte[] info, byte[] plaintext)
            throws Exception {
        byte[] kem = concat(ascii("KEM"), new byte[] {0, 0x20});
        byte[] suite = concat(ascii("HPKE"), new byte[] {0, 0x20, 0, 1, 0, 2});
        byte[] dh = new byte[32];
        X25519.scalarMult(ephemeral, 0, recipient, 0, dh, 0);
        byte[] shared = labelledExpand(
                labelledExtract(new byte[32], kem, "eae_prk", dh), kem, "shared_secret", concat(enc, recipient), 32);
        byte[] context = concat(
                new byte[1],
                labelledExtract(new byte[32], suite, "psk_id_hash", new byte[0]),
                labelledExtract(new byte[32], suite, "info_hash", info));
        byte[] secret = labelledExtract(shared, suite, "secret", new byte[0]);
        byte[] key = labelledExpand(secret, suite, "key", context, 32);
        byte[] nonce = labelledExpand(secret, suite, "base_nonce", context, 12);
        hex("shared_secret (RFC 9180)", shared);
        hex("key (RFC 9180)", key);
        hex("base_nonce (RFC 9180)", nonce);
        return gcm(key, nonce, new byte[0], plaintext);
    }

    private void rollEntry(byte[] entry, byte[] room) throws Exception {
        text.append("### 12.4 A roll entry and a sealed message\n\n");
        text.append("Ann begins the roll of `#den`, open to all, and says \"hi\" (the body is `[1, \"hi\", 0]`).");
        text.append(" Her device is that of 12.3.\n\n");
        byte[] list = concat(new byte[] {(byte) 0x84, 1}, tstr("ann"), uint(1), new byte[] {(byte) 0x81}, bstr(annKey));
        byte[] deviceList = concat(list, sign("devices", list));
        hex("device list", deviceList);
        assertArrayEquals(deviceList, annsList.octets().toArray());
        byte[] content = concat(
                new byte[] {(byte) 0x8a, 1},
                bstr(new byte[32]),
                uint(1),
                tstr("#den"),
                bstr(annKey),
                uint(1),
                tstr("ann"),
                bstr(deviceList),
                bstr(annKey),
                uint(NOW_MS));
        hex("content of the roll entry", content);
        hex("signature of the roll entry", sign("roll", content));
        assertArrayEquals(concat(content, sign("roll", content)), entry);
        hex("head(1) and room", room);
    }

    private void message(byte[] room, SendChain sending) throws Exception {
        Bytes id = Bytes.copyOf(new SeededRandom(36).bytes(16));
        Bytes body = Bytes.fromHex("830162686900");
        byte[] chain = sending.chain().toArray();
        byte[] chainKey = sending.firstKey().toArray();
        hex("id of the POST, of kind 1 and ref 0", id.toArray());
        hex("chain", chain);
        hex("chain key of counter 0", chainKey);
        byte[] messageKey = hmac(chainKey, new byte[] {1});
        byte[] keyAndNonce = expand(messageKey, concat(ascii("heliograph/1 message"), new byte[1]), 44);
        hex("message key", messageKey);
        hex("next chain key", hmac(chainKey, new byte[] {2}));
        hex("key ‖ nonce", keyAndNonce);
        byte[] counterAndHead = concat(new byte[4], room);
        byte[] header = concat(
                new byte[] {(byte) 0xe1}, Arrays.copyOf(sha256(annKey), 8), chain, Arrays.copyOf(counterAndHead, 12));
        byte[] aad = concat(
                ascii("heliograph/1 message"),
                new byte[1],
                room,
                annKey,
                chain,
                counterAndHead,
                new byte[] {1},
                id.toArray(),
                new byte[8]);
        byte[] content =
                concat(new byte[] {(byte) 0x84, 1}, uint(NOW_MS), bstr(new byte[0]), bstr(body.toArray()), new byte[] {
                    (byte) 0x80
                });
        byte[] padded = Arrays.copyOf(content, (content.length + 31) / 32 * 32);
        byte[] ciphertext = gcm(Arrays.copyOf(keyAndNonce, 32), Arrays.copyOfRange(keyAndNonce, 32, 44), aad, padded);
        byte[] signature = ann.sign(
                        concat(ascii("heliograph/1 message signature"), new byte[1], aad, sha256(ciphertext)))
                .toArray();
        hex("header", header);
        hex("aad", aad);
        hex("padded content", padded);
        hex("ciphertext", ciphertext);
        hex("signature", signature);
        assertMessage(room, sending, id, body, concat(header, ciphertext, signature));
    }

    private void assertMessage(byte[] room, SendChain sending, Bytes id, Bytes body, byte[] whole) {
        Bytes roomId = Bytes.copyOf(room);
        Bytes device = ann.publicKey().octets();
        ReceiveChain receiving = new ReceiveChain(roomId, device, sending.chain(), 0, sending.firstKey());
        Envelope envelope = new Envelope(roomId, device, roll.head(), 1, id, 0);
        SealedContent content = new SealedContent(NOW_MS, Bytes.EMPTY, body);

        assertArrayEquals(whole, sending.seal(ann, envelope, content).toArray());
        assertEquals(new Opened.Content(content), receiving.open(Bytes.copyOf(whole), envelope));
        hex("the sealed body of " + whole.length + " bytes", whole);
    }

    private void chunk() throws Exception {
        byte[] end = ascii("the end of the file.");
        byte[] blob = new SeededRandom(37).bytes(16);
        byte[] key = new SeededRandom(38).bytes(32);
        text.append("### 12.5 A chunk\n\nChunk 1, the last one, of a file of 262,164 bytes.\n\n");
        hex("blob", blob);
        hex("key", key);
        hex("octets of the chunk", end);
        byte[] both = expand(key, concat(ascii("heliograph/1 file"), new byte[1]), 64);
        byte[] number = {0, 0, 0, 1};
        byte[] nonce = Arrays.copyOf(hmac(Arrays.copyOfRange(both, 32, 64), concat(number, sha256(end))), 12);
        byte[] aad = concat(ascii("heliograph/1 file"), new byte[1], blob, number, new byte[] {1});
        byte[] sealed = concat(nonce, gcm(Arrays.copyOf(both, 32), nonce, aad, end));
        hex("key' ‖ siv", both);
        hex("nonce", nonce);
        hex("aad", aad);
        hex("the chunk of " + sealed.length + " bytes, at " + (CHUNK_BYTES + 28) + " of the blob", sealed);
        FileSeal seal = new FileSeal(Bytes.copyOf(blob), SecretBytes.copyOf(key), CHUNK_BYTES + end.length);
        assertArrayEquals(sealed, seal.seal(1, end));
        assertNotNull(seal.open(1, sealed));
        assertEquals(CHUNK_BYTES + 28, seal.sealedOffset(1));
    }

    private byte[] sign(String label, byte[] content) {
        return ann.sign(concat(ascii("heliograph/1 " + label), new byte[1], content))
                .toArray();
    }

    private void hex(String what, byte[] value) {
        String digits = Bytes.copyOf(value).toHex();
        text.append(what).append("\n```\n");
        for (int at = 0; at < digits.length(); at += LINE_CHARS) {
            text.append(digits, at, Math.min(digits.length(), at + LINE_CHARS)).append('\n');
        }
        text.append("```\n\n");
    }

    private static byte[] labelledExtract(byte[] salt, byte[] suite, String label, byte[] keyMaterial)
            throws Exception {
        return hmac(salt, concat(ascii("HPKE-v1"), suite, ascii(label), keyMaterial));
    }

    private static byte[] labelledExpand(byte[] prk, byte[] suite, String label, byte[] info, int length)
            throws Exception {
        return expand(prk, concat(new byte[] {0, (byte) length}, ascii("HPKE-v1"), suite, ascii(label), info), length);
    }

    /** HKDF-Expand: T(i) = HMAC(prk, T(i-1), info, i). */
    private static byte[] expand(byte[] prk, byte[] info, int length) throws Exception {
        byte[] all = {};
        byte[] last = {};
        for (int i = 1; all.length < length; i++) {
            last = hmac(prk, concat(last, info, new byte[] {(byte) i}));
            all = concat(all, last);
        }
        return Arrays.copyOf(all, length);
    }

    private static byte[] gcm(byte[] key, byte[] nonce, byte[] aad, byte[] plaintext) throws Exception {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(aad);
        return cipher.doFinal(plaintext);
    }

    private static byte[] hmac(byte[] key, byte[] message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static byte[] sha256(byte[] message) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(message);
    }

    private static byte[] bstr(byte[] value) {
        return concat(head(2, value.length), value);
    }

    private static byte[] tstr(String value) {
        return concat(head(3, value.length()), ascii(value));
    }

    private static byte[] uint(long value) {
        return head(0, value);
    }

    /** RFC 8949, section 3, the shortest form. */
    private static byte[] head(int major, long value) {
        int type = major << 5;
        if (value < 24) {
            return new byte[] {(byte) (type | (int) value)};
        } else if (value < 0x100) {
            return new byte[] {(byte) (type | 24), (byte) value};
        } else if (value < 0x1_0000) {
            return ByteBuffer.allocate(3)
                    .put((byte) (type | 25))
                    .putShort((short) value)
                    .array();
        }
        return ByteBuffer.allocate(9).put((byte) (type | 27)).putLong(value).array();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
