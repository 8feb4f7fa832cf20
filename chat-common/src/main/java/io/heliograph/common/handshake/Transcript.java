package io.heliograph.common.handshake;

import io.heliograph.common.crypto.Sha256;
import io.heliograph.common.packet.Packet;
import io.heliograph.common.util.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What the signature and the keys are bound to (protocol.md 3.3). Thread-safe. */
final class Transcript {
    private static final byte[] SIGNATURE_LABEL = ascii("heliograph/1 key-rep");
    private static final byte[] TRANSCRIPT_LABEL = ascii("heliograph/1 transcript");

    private Transcript() {}

    /** {@code m1}: the hash of the whole request. */
    static Bytes hashOfRequest(byte[] datagram) {
        return Sha256.digest(datagram);
    }

    /** {@code m2}: the hash of {@code rep}. */
    static Bytes hashOfReply(Packet.KeyRep reply) {
        return Sha256.digest(replyFields(reply));
    }

    /** {@code rep}: what the reply says, without its signature. */
    static byte[] replyFields(Packet.KeyRep reply) {
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        put(fields, reply.cid().asReadOnlyArray());
        put(fields, ascii(reply.suite()));
        put(fields, reply.random().asReadOnlyArray());
        put(fields, reply.wrapped().asReadOnlyArray());
        put(fields, reply.x25519().asReadOnlyArray());
        put(fields, reply.identity().asReadOnlyArray());
        return fields.toByteArray();
    }

    /** What the server signs. */
    static byte[] signedBy(Bytes requestHash, Bytes replyHash) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes(SIGNATURE_LABEL);
        signed.writeBytes(requestHash.asReadOnlyArray());
        signed.writeBytes(replyHash.asReadOnlyArray());
        return signed.toByteArray();
    }

    /** {@code th}: the hash of everything both said. */
    static Bytes hash(Bytes requestHash, Bytes replyHash, Bytes signature) {
        return Sha256.digest(
                TRANSCRIPT_LABEL,
                requestHash.asReadOnlyArray(),
                replyHash.asReadOnlyArray(),
                signature.asReadOnlyArray());
    }

    private static void put(ByteArrayOutputStream target, byte[] value) {
        target.write(value.length >> 8);
        target.write(value.length);
        target.writeBytes(value);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
