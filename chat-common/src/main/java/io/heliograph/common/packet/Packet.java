package io.heliograph.common.packet;

import io.heliograph.common.util.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One datagram, read (protocol.md 2). The codec has checked types and lengths; nothing is authentic yet. */
public sealed interface Packet {

    /**
     * The client asks for keys (protocol.md 3.1).
     *
     * @param suites best first
     * @param rsa DER SubjectPublicKeyInfo, not parsed yet
     * @param cookie as received in KEY_RETRY; null in the first request
     */
    record KeyReq(
            int version,
            List<String> suites,
            Bytes random,
            Bytes rsa,
            Bytes x25519,
            @Nullable Bytes cookie) implements Packet {
        public KeyReq {
            suites = List.copyOf(suites);
        }

        /** The same request with the proof of the return address. */
        public KeyReq withCookie(Bytes newCookie) {
            return new KeyReq(version, suites, random, rsa, x25519, newCookie);
        }
    }

    /**
     * The server asks for proof of the return address (protocol.md 3.2).
     *
     * @param random that of the request it answers
     */
    record KeyRetry(Bytes random, Bytes cookie) implements Packet {}

    /**
     * The server's half of the key agreement (protocol.md 3.3).
     *
     * @param wrapped the secret under the client's RSA key
     */
    record KeyRep(Bytes cid, String suite, Bytes random, Bytes wrapped, Bytes x25519, Bytes identity, Bytes signature)
            implements Packet {

        /** The same reply under {@code newSignature}. */
        public KeyRep signed(Bytes newSignature) {
            return new KeyRep(cid, suite, random, wrapped, x25519, identity, newSignature);
        }
    }

    /**
     * Somebody looks for servers on the local network (protocol.md 3.6).
     *
     * @param nonce repeated in the answer
     */
    record Discover(int version, Bytes nonce) implements Packet {}

    /**
     * A server is here; nothing of it is proved (protocol.md 3.6).
     *
     * @param nonce that of the question
     * @param identity Ed25519 public key, as KEY_REP will present it
     * @param users accounts that are connected
     */
    record Server(Bytes nonce, int version, Bytes identity, String name, long users) implements Packet {}

    /**
     * A sealed record (protocol.md 4.1).
     *
     * @param epoch 0 to {@link Limits#MAX_EPOCH}
     * @param seq 0 to {@link Limits#MAX_SEQ}
     * @param payload tag, initialisation vector, ciphertext
     */
    record Sealed(RecordKind kind, Bytes cid, long epoch, long seq, Bytes payload) implements Packet {}
}
