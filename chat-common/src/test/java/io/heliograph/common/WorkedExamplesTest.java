package io.heliograph.common;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.heliograph.common.codec.PacketCodec;
import io.heliograph.common.crypto.IdentityKeyPair;
import io.heliograph.common.crypto.RandomSource;
import io.heliograph.common.handshake.ClientHandshake;
import io.heliograph.common.handshake.ClientHandshakeKeys;
import io.heliograph.common.handshake.ClientHandshakeResult;
import io.heliograph.common.handshake.HandshakeConfig;
import io.heliograph.common.handshake.HandshakeStep;
import io.heliograph.common.handshake.KeyAgreement;
import io.heliograph.common.handshake.ServerHandshake;
import io.heliograph.common.handshake.ServerHandshakeConfig;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.packet.RecordKind;
import io.heliograph.common.record.OpenedRecord;
import io.heliograph.common.record.RecordProtection;
import io.heliograph.common.record.RekeyPolicy;
import io.heliograph.common.record.Role;
import io.heliograph.common.testing.SeededRandom;
import io.heliograph.common.testing.TestKeys;
import io.heliograph.common.util.Bytes;
import io.heliograph.common.util.PeerAddress;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.junit.jupiter.api.Test;

/**
 * The examples in section 12 of the protocol's text are what the code does, and the formulas of sections 3 and 4
 * lead from one value to the next: they are worked here a second time, with the JDK's hashes and ciphers alone.
 */
class WorkedExamplesTest {
    private static final Path PROTOCOL = Path.of(System.getProperty("basedir", "."), "..", "docs", "protocol.md");
    private static final PeerAddress CLIENT = new PeerAddress(Bytes.fromHex("c0000201"), 40_000);
    private static final long NOW_NS = 1_000_000_000L;
    private static final int LINE_CHARS = 96;

    private final StringBuilder text = new StringBuilder();

    @Test
    void protocolTextHoldsTheExamples() throws Exception {
        Example example = new Example();
        example.work(this);
        Path written = Path.of(System.getProperty("basedir", "."), "target", "worked-examples.md");
        Files.createDirectories(written.getParent());
        Files.writeString(written, text);

        assertTrue(
                Files.readString(PROTOCOL).contains(text.toString().strip()),
                () -> "docs/protocol.md does not hold the examples; they are in " + written.toAbsolutePath());
    }

    /** Hands out the octets of a seed and remembers them in order. */
    private static final class RecordingRandom implements RandomSource {
        private final SeededRandom source;
        private final List<byte[]> drawn = new ArrayList<>();

        RecordingRandom(long seed) {
            source = new SeededRandom(seed);
        }

        @Override
        public void nextBytes(byte[] target) {
            source.nextBytes(target);
            drawn.add(target.clone());
        }

        byte[] drawn(int index) {
            return drawn.get(index);
        }
    }

    /** One handshake and one record, worked from section to section. */
    private static final class Example {
        private final RecordingRandom clientRandom = new RecordingRandom(1);
        private final RecordingRandom serverRandom = new RecordingRandom(2);
        private final IdentityKeyPair identity = TestKeys.identity(3);
        private final ClientHandshake client = new ClientHandshake(
                ClientHandshakeKeys.of(TestKeys.rsa2048(0), clientRandom),
                identity.publicKey().fingerprint(),
                HandshakeConfig.STANDARD,
                new SeededRandom(4));
        private final ServerHandshake server =
                new ServerHandshake(identity, ServerHandshakeConfig.STANDARD, serverRandom);

        void work(WorkedExamplesTest page) throws Exception {
            byte[] request = request();
            Packet.KeyReq asked = assertInstanceOf(Packet.KeyReq.class, PacketCodec.decode(request, request.length));
            int drawnBefore = serverRandom.drawn.size();
            HandshakeStep step = server.onKeyReq(asked, request, CLIENT, NOW_NS);
            KeyAgreement task =
                    assertInstanceOf(HandshakeStep.Offload.class, step).task();
            byte[] reply = server.onAgreed(task.run(), NOW_NS);
            assertNotNull(reply);
            Packet.KeyRep said = assertInstanceOf(Packet.KeyRep.class, PacketCodec.decode(reply, reply.length));
            client.onPacket(said, NOW_NS);
            ClientHandshakeResult.Established made =
                    assertInstanceOf(ClientHandshakeResult.Established.class, client.result());

            byte[] serverPrivate = serverRandom.drawn(drawnBefore);
            byte[] secret = serverRandom.drawn(drawnBefore + 1);
            byte[] shared = sharedSecret(serverPrivate, asked.x25519());
            page.handshakeInputs(clientRandom, identity, serverPrivate, secret);
            page.wrapped("KEY_REQ with the cookie, the whole datagram of 1200 bytes", ascii(request));
            page.wrapped("KEY_REP, the whole datagram of " + reply.length + " bytes", ascii(reply));
            byte[] prk = page.handshakeValues(request, said, secret, shared);
            assertArrayEquals(expand(prk, "exporter"), made.secrets().exporter().toArray());
            record(page, made, prk);
        }

        private byte[] request() throws Exception {
            client.start(NOW_NS);
            byte[] first = client.pollTransmit(NOW_NS);
            assertNotNull(first);
            Packet.KeyReq asked = assertInstanceOf(Packet.KeyReq.class, PacketCodec.decode(first, first.length));
            HandshakeStep step = server.onKeyReq(asked, first, CLIENT, NOW_NS);
            byte[] retry = assertInstanceOf(HandshakeStep.Reply.class, step).datagram();
            client.onPacket(PacketCodec.decode(retry, retry.length), NOW_NS);
            byte[] second = client.pollTransmit(NOW_NS);
            assertNotNull(second);
            return second;
        }

        private void record(WorkedExamplesTest page, ClientHandshakeResult.Established made, byte[] prk)
                throws Exception {
            RecordingRandom ivs = new RecordingRandom(5);
            byte[] ping = Bytes.fromHex("8101").toArray();
            RecordProtection sender = new RecordProtection(
                    Role.CLIENT, made.cid(), made.secrets().keys(), RekeyPolicy.STANDARD, ivs, NOW_NS);
            byte[] datagram = sender.seal(RecordKind.DATA, 7, ping, ping.length);

            byte[] payload = page.recordValues(made.cid(), prk, ivs.drawn(0), ping);
            Packet.Sealed sent = assertInstanceOf(Packet.Sealed.class, PacketCodec.decode(datagram, datagram.length));
            assertEquals(Bytes.copyOf(payload), sent.payload());
            page.wrapped("the whole datagram of " + datagram.length + " bytes", ascii(datagram));
            assertOpensAtTheServer(made.cid(), sent, ping);
        }

        private void assertOpensAtTheServer(Bytes cid, Packet.Sealed sent, byte[] plaintext) {
            RecordProtection receiver = new RecordProtection(
                    Role.SERVER,
                    cid,
                    Objects.requireNonNull(server.halfOpen(cid)).secrets().keys(),
                    RekeyPolicy.STANDARD,
                    serverRandom,
                    NOW_NS);
            OpenedRecord opened = receiver.open(sent, NOW_NS);
            assertNotNull(opened);
            assertArrayEquals(plaintext, opened.plaintext());
        }
    }

    private void handshakeInputs(
            RecordingRandom clientRandom, IdentityKeyPair identity, byte[] serverPrivate, byte[] secret) {
        text.append("### 12.1 A handshake\n\n");
        wrapped(
                "the client's RSA private key, PKCS#8, b64",
                Base64.getEncoder().encodeToString(TestKeys.rsa2048Pkcs8(0).toArray()));
        hex("the client's X25519 private key", clientRandom.drawn(0));
        hex("the client's random", clientRandom.drawn(1));
        hex("the server's Ed25519 seed", identity.seed().toArray());
        hex(
                "the server's Ed25519 public key: identity",
                identity.publicKey().octets().toArray());
        wrapped("its fingerprint", identity.publicKey().fingerprint().toString());
        hex("the server's X25519 private key", serverPrivate);
        hex("secret", secret);
    }

    private byte[] handshakeValues(byte[] request, Packet.KeyRep said, byte[] secret, byte[] shared) throws Exception {
        byte[] m1 = sha256(request);
        byte[] rep = concat(
                lp(said.cid()),
                lp(Bytes.copyOf(said.suite().getBytes(StandardCharsets.US_ASCII))),
                lp(said.random()),
                lp(said.wrapped()),
                lp(said.x25519()),
                lp(said.identity()));
        byte[] m2 = sha256(rep);
        byte[] signature = said.signature().toArray();
        byte[] transcript = sha256(concat(bytes("heliograph/1 transcript"), m1, m2, signature));
        byte[] prk = hmac(transcript, concat(secret, shared));
        hex("m1", m1);
        hex("rep", rep);
        hex("m2", m2);
        hex("what is signed", concat(bytes("heliograph/1 key-rep"), m1, m2));
        hex("sig", signature);
        hex("th", transcript);
        hex("X25519(own private key, peer's public key)", shared);
        hex("prk", prk);
        for (String label : List.of("c2s enc", "c2s mac", "s2c enc", "s2c mac", "rekey", "exporter")) {
            hex("K(" + label + ")", expand(prk, label));
        }
        return prk;
    }

    private byte[] recordValues(Bytes cid, byte[] prk, byte[] iv, byte[] plaintext) throws Exception {
        text.append("### 12.2 A record\n\n");
        text.append("The client's DATA record of epoch 0 and seq 7 under the keys above; it holds PING.\n\n");
        byte[] header = ByteBuffer.allocate(40)
                .put(bytes("heliograph/1 record"))
                .put((byte) 1)
                .put(cid.toArray())
                .putInt(0)
                .putLong(7)
                .array();
        Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(expand(prk, "c2s enc"), "AES"), new IvParameterSpec(iv));
        byte[] ciphertext = cipher.doFinal(plaintext);
        byte[] tag = hmac(expand(prk, "c2s mac"), concat(header, iv, ciphertext));
        hex("plaintext", plaintext);
        hex("header", header);
        hex("iv", iv);
        hex("ciphertext", ciphertext);
        hex("tag", tag);
        return concat(tag, iv, ciphertext);
    }

    private void hex(String what, byte[] value) {
        wrapped(what, Bytes.copyOf(value).toHex());
    }

    private void wrapped(String what, String value) {
        text.append(what).append("\n```\n");
        for (int at = 0; at < value.length(); at += LINE_CHARS) {
            text.append(value, at, Math.min(value.length(), at + LINE_CHARS)).append('\n');
        }
        text.append("```\n\n");
    }

    private static byte[] sharedSecret(byte[] privateKey, Bytes theirs) {
        byte[] shared = new byte[32];
        X25519.scalarMult(privateKey, 0, theirs.toArray(), 0, shared, 0);
        return shared;
    }

    /** HKDF-Expand for one block: T(1) = HMAC(prk, info, 0x01). */
    private static byte[] expand(byte[] prk, String label) throws Exception {
        return hmac(prk, concat(bytes("heliograph/1 " + label), new byte[] {1}));
    }

    private static byte[] hmac(byte[] key, byte[] message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static byte[] sha256(byte[] message) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(message);
    }

    private static byte[] lp(Bytes value) {
        return ByteBuffer.allocate(2 + value.length())
                .putShort((short) value.length())
                .put(value.toArray())
                .array();
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    private static String ascii(byte[] datagram) {
        return new String(datagram, StandardCharsets.US_ASCII);
    }
}
